import { type DocumentNode, parse } from 'graphql';
import { ANONYMOUS } from '../access/caller.ts';
import { type Authenticator } from '../access/authenticator.ts';
import { type Api } from '../api/api.ts';
import { isKey } from '../domain/identity/keys.ts';
import { pagePath } from '../domain/identity/page-address.ts';
import { type TypeName, keyPrefix } from '../domain/node-types.ts';
import { timeInWords } from '../domain/time/time-in-words.ts';

/** What a page of the explorer is called, and what a preview of a link to it says. */
export interface PageDescription {
  title: string;
  text: string;
  /** Of the Open Graph protocol. */
  type: 'website' | 'article' | 'profile';
  /** The address of the thing that it shows, which for a merged one is that of the thing that was kept; null for other pages. */
  path: string | null;
  /** False for the page of a thing that is not there. */
  isFound: boolean;
}

/** Describes the page at this path below `/explore`. It never rejects. */
export type DescribePage = (path: string) => Promise<PageDescription>;

/** Milliseconds; whoever opens a page waits for it. */
const DEADLINE_MS = 1_000;
/** Previews show no more of a text. */
const MAX_TEXT = 200;

const PLAIN: PageDescription = {
  title: 'Chancery: who met whom in defence diplomacy',
  text: 'Meetings, officials, posts and organizations in defence diplomacy, each fact with its sources.',
  type: 'website',
  path: null,
  isFound: true,
};
const NOT_FOUND: PageDescription = {
  ...PLAIN,
  title: 'Not found · Chancery',
  text: 'There is nothing at this address.',
  isFound: false,
};

/** What is asked of the API about a thing; `null` where there is no such text. */
type Answered = Readonly<Record<string, unknown>>;

/** A type of thing that has pages: how it is asked for, and what is said of it. */
interface PageType {
  type: TypeName;
  /** The selection of `it`. */
  query: string;
  title: (it: Answered) => unknown;
  /** Parts of a sentence; those that are null are left out. */
  text: (it: Answered) => readonly unknown[];
  preview?: PageDescription['type'];
}

const own = (type: TypeName, field: string, selection: string) => ({
  type,
  query: `it: ${field}(ref: $ref) { key ${selection} }`,
});
const entity = (type: TypeName, selection: string) => ({
  type,
  query: `it: entity(ref: $ref) { ... on ${type} { key name ${selection} } }`,
});
const name = (it: Answered) => it.name;

/** The types by their names in addresses: `/explore/meeting/udcg-26` is `meeting:udcg-26`. */
const pageTypes: Readonly<Record<string, PageType>> = {
  meeting: {
    ...own('Meeting', 'meeting', 'name kind status time { edtf } place { name }'),
    title: name,
    text: (it) => [inWords(it.kind), when(it.time), nameOf(it.place), inWords(it.status)],
  },
  official: {
    ...own('Official', 'official', 'name country { name } tenures { status post { name } }'),
    title: name,
    text: (it) => [latestPost(it.tenures as readonly Answered[]), nameOf(it.country)],
    preview: 'profile',
  },
  country: {
    ...own('Country', 'country', 'name'),
    title: name,
    text: () => ['Country', 'meetings, posts and officials'],
  },
  organization: {
    ...own('Organization', 'organization', 'name kind country { name }'),
    title: name,
    text: (it) => [inWords(it.kind), nameOf(it.country)],
  },
  post: {
    ...own('Post', 'post', 'name country { name } organization { name }'),
    title: name,
    text: (it) => ['Post', nameOf(it.country), nameOf(it.organization)],
  },
  place: {
    ...entity('Place', 'kind country { name }'),
    title: name,
    text: (it) => [inWords(it.kind), nameOf(it.country)],
  },
  topic: { ...entity('Topic', 'broader { name }'), title: name, text: (it) => ['Topic', nameOf(it.broader)] },
  development: {
    ...entity('Development', 'kind time { edtf }'),
    title: name,
    text: (it) => [inWords(it.kind), when(it.time)],
  },
  document: {
    ...own('Document', 'document', 'title url kind published { edtf } publisher { name }'),
    title: (it) => it.title ?? it.url,
    text: (it) => [inWords(it.kind), nameOf(it.publisher), when(it.published)],
    preview: 'article',
  },
  statement: {
    ...own('Statement', 'statement', 'gist speaker { name } time { edtf }'),
    title: (it) => [nameOf(it.speaker), it.gist].filter(Boolean).join(': '),
    text: (it) => ['Statement', when(it.time)],
  },
  claim: {
    ...own('Claim', 'claim', 'text evidence { document { title publisher { name } } }'),
    title: (it) => it.text,
    text: (it) => {
      const [document] = (it.evidence as readonly { document: Answered }[]).map((evidence) => evidence.document);
      return ['Claim', document?.title, nameOf(document?.publisher)];
    },
  },
};

const documents = new Map<string, DocumentNode>(
  Object.entries(pageTypes).map(([name, { query }]) => [name, parse(`query Page($ref: Ref!) { ${query} }`)]),
);

/**
 * Describes pages by what the API says to somebody without a key. Where reading needs one, where the database takes too long or fails,
 * and for pages of no thing, the description is a plain one.
 */
export function createPageDescriptions(api: Pick<Api, 'execute'>, authenticator: Authenticator): DescribePage {
  async function ask(pageType: string, ref: string, signal: AbortSignal): Promise<Answered | null> {
    const caller = await authenticator.authenticate(undefined, () => '');
    if (caller.kind !== ANONYMOUS.kind) throw new Error('A request without a credential has a caller with a name.');
    const { data, errors } = await api.execute({
      ...{ document: documents.get(pageType)!, variables: { ref }, caller, signal },
      idempotencyKey: null,
    });
    if (errors?.[0]) throw errors[0];
    const it = data?.it as Answered | null | undefined;
    // An entity of another type answers to no field that is asked for.
    return typeof it?.key === 'string' ? it : null;
  }

  async function describe(pageType: string, slug: string, signal: AbortSignal): Promise<PageDescription> {
    for (const key of keysOf(pageType, slug)) {
      const it = await ask(pageType, key, signal);
      if (it) return descriptionOf(pageType, it);
    }
    return NOT_FOUND;
  }

  return async (path) => {
    const slash = path.indexOf('/');
    const pageType = path.slice(0, slash);
    if (slash < 0 || !Object.hasOwn(pageTypes, pageType)) return PLAIN;
    const signal = AbortSignal.timeout(DEADLINE_MS);
    const late = new Promise<PageDescription>((resolve) => signal.addEventListener('abort', () => resolve(PLAIN)));
    return Promise.race([late, describe(pageType, path.slice(slash + 1), signal).catch(() => PLAIN)]);
  };
}

/** The keys that an address may mean: claims may have none of the prefix that generated ones have. */
function keysOf(pageType: string, slug: string): string[] {
  const prefixed = `${keyPrefix[pageTypes[pageType]!.type]}:${slug}`;
  return (pageType === 'claim' ? [slug, prefixed] : [prefixed]).filter(isKey);
}

function descriptionOf(pageType: string, it: Answered): PageDescription {
  const { type, title, text, preview = 'article' } = pageTypes[pageType]!;
  const key = it.key as string;
  const named = cut(((title(it) ?? '') as string).trim() || key);
  const said = text(it).filter((part) => typeof part === 'string' && part !== '');
  return {
    title: `${named} · Chancery`,
    text: cut(capitalized(said.join(', '))),
    type: preview,
    path: pagePath({ type, key }),
    isFound: true,
  };
}

const nameOf = (thing: unknown): unknown => (thing as { name?: string } | null | undefined)?.name;

/** `MULTILATERAL_MEETING` is "multilateral meeting". */
const inWords = (word: unknown): unknown => (typeof word === 'string' ? word.toLowerCase().replaceAll('_', ' ') : null);

function when(time: unknown): unknown {
  const { edtf } = time as { edtf: string | null };
  return edtf === null ? null : timeInWords(edtf);
}

/** The post that was taken up last, of those that were; tenures come with the latest start first. */
function latestPost(tenures: readonly Answered[]): unknown {
  const held = tenures.find(({ status }) => status === 'CURRENT' || status === 'ENDED');
  return nameOf((held ?? tenures[0])?.post);
}

const cut = (text: string): string => (text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT - 1).trimEnd()}…` : text);

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
