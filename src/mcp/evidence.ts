import { parse } from 'graphql';
import { z } from 'zod';
import { timeInWords } from '../domain/time/time-in-words.ts';
import { type Asking } from './tool.ts';

/** Claims that are shown of one fact; others are counted. */
const MAX_CLAIMS = 5;
/** Characters of a text of the record. */
const MAX_TEXT = 500;

/** Claims that one question gives. */
const CLAIMS_A_QUESTION = 100;

/** The evidence is asked apart from the facts: so the database plans it once for entities of all types. */
const CLAIMS = parse(`query McpClaims($refs: [Ref!]!) {
  claims(filter: { refs: $refs }, first: ${CLAIMS_A_QUESTION}) {
    nodes {
      key text status polarity attributionKind independentSources
      attribution { how agent { ... on Official { name } ... on Country { name } ... on Organization { name } ... on AnonymousSource { description } } }
      evidence { paragraph document { key title url published { edtf } publisher { name } citation(style: APA) } }
    }
  }
}`);

interface TimeData {
  edtf: string | null;
}

interface DocumentData {
  key: string;
  title: string | null;
  url: string | null;
  published: TimeData;
  publisher: { name: string } | null;
  citation: string;
}

/** A claim as facts name it. */
export interface ClaimRef {
  key: string;
  status: string;
  polarity: string;
}

interface ClaimData extends ClaimRef {
  text: string;
  attributionKind: string;
  independentSources: number;
  attribution: readonly { how: string; agent: { name?: string; description?: string } }[];
  evidence: readonly { paragraph: string | null; document: DocumentData }[];
}

export const Time = z.strictObject({
  edtf: z.string().describe('As recorded (EDTF, ISO 8601-2), as exact as the source.'),
  words: z.string(),
});

export const toTime = ({ edtf }: TimeData): z.input<typeof Time> | undefined =>
  edtf === null ? undefined : { edtf, words: timeInWords(edtf) };

export const Say = z.strictObject({
  claim: z.string().describe('The key of the claim.'),
  text: z.string().describe('What is claimed, in the words of the coder.'),
  denies: z.boolean().describe('Whether it says that this is not so.'),
  status: z
    .string()
    .describe('How firmly it stands: OCCURRED, ONGOING; PLANNED, EXPECTED are plans; ALLEGED; UNDETERMINED.'),
  word: z.string().describe('Whose word it is: OFFICIAL_RECORD, ON_RECORD, NARRATION, ANONYMOUS and so on.'),
  chain: z.array(z.string()).describe('Who passed it on and how, from who knew to who printed: `Reuters REPORTED`.'),
  independentSources: z.int().describe('How many separate origins say it; a reprint adds none.'),
  sources: z.array(
    z.strictObject({
      document: z.string().describe('The key of the document; `documents` has how to cite it.'),
      title: z.string().optional(),
      publisher: z.string().optional(),
      url: z.string().optional(),
      paragraph: z.string().optional().describe('`H` the headline, `9` the ninth paragraph.'),
    }),
  ),
});

export const SourceToCite = z.strictObject({
  key: z.string(),
  title: z.string().optional(),
  publisher: z.string().optional(),
  url: z.string().optional(),
  published: Time.optional(),
  citation: z.string().describe('A reference for a list of sources, in APA style.'),
  page: z.string().optional(),
});

export const Evidence = {
  says: z.array(Say).describe('Who says so, and who denies it.'),
  moreClaims: z.int().optional().describe('How many more claims there are than are shown.'),
};

type SaidBy = z.input<z.ZodObject<typeof Evidence>>;

/** The claims that are shown: what happened and what is denied before plans and hearsay, else in the order of the record. */
function weightiest(claims: readonly ClaimRef[]): ClaimRef[] {
  const weight = ({ status, polarity }: ClaimRef) =>
    polarity === 'NEGATIVE' || status === 'OCCURRED' || status === 'ONGOING' ? 0 : 1;
  return claims.toSorted((a, b) => weight(a) - weight(b)).slice(0, MAX_CLAIMS);
}

/** The claims that are shown of these facts, by key. */
async function readClaims(
  { ask }: Pick<Asking, 'ask'>,
  facts: Iterable<readonly ClaimRef[]>,
): Promise<Map<string, ClaimData>> {
  const refs = [...new Set([...facts].flatMap((claims) => weightiest(claims).map(({ key }) => key)))];
  const found = new Map<string, ClaimData>();
  for (let start = 0; start < refs.length; start += CLAIMS_A_QUESTION) {
    const { claims } = await ask(CLAIMS, { refs: refs.slice(start, start + CLAIMS_A_QUESTION) });
    for (const claim of (claims as { nodes: ClaimData[] }).nodes) found.set(claim.key, claim);
  }
  return found;
}

/** What is said of facts, and the documents it stands in: each once, in the order in which they are first cited. */
export type Bibliography = Awaited<ReturnType<typeof createBibliography>>;

/** @param facts The claims of everything that is to be told. */
export async function createBibliography(asking: Asking, facts: Iterable<readonly ClaimRef[]>) {
  const { pageOf } = asking;
  const known = await readClaims(asking, facts);
  const cited = new Map<string, z.input<typeof SourceToCite>>();

  function toSource({ paragraph, document }: ClaimData['evidence'][number]): SaidBy['says'][number]['sources'][number] {
    const { key, citation } = document;
    const title = document.title ?? undefined;
    const url = document.url ?? undefined;
    const publisher = document.publisher?.name;
    if (!cited.has(key)) {
      const page = pageOf({ type: 'Document', key });
      cited.set(key, { key, title, publisher, url, published: toTime(document.published), citation, page });
    }
    return { document: key, title, publisher, url, paragraph: paragraph ?? undefined };
  }

  /** A claim that was taken back since the facts were read is left out. */
  const shown = (claims: readonly ClaimRef[]) => weightiest(claims).flatMap(({ key }) => known.get(key) ?? []);

  return {
    /**
     * Who says so.
     *
     * @param total How many claims there are, if these are not all.
     */
    says: (claims: readonly ClaimRef[], total = claims.length): SaidBy => ({
      says: shown(claims).map((claim) => ({
        claim: claim.key,
        text: cutText(claim.text),
        denies: claim.polarity === 'NEGATIVE',
        status: claim.status,
        word: claim.attributionKind,
        chain: claim.attribution.map(({ how, agent }) => `${cutText(agent.name ?? agent.description ?? '')} ${how}`),
        independentSources: claim.independentSources,
        sources: claim.evidence.slice(0, MAX_CLAIMS).map(toSource),
      })),
      moreClaims: total > MAX_CLAIMS ? total - MAX_CLAIMS : undefined,
    }),
    /** `[1], paragraph 9; [2]`, as {@link listed} numbers the documents. */
    inWords: ({ says, moreClaims }: SaidBy): string => {
      const numbers = [...cited.keys()];
      const one = ({ denies, status, word, chain, sources }: SaidBy['says'][number]) =>
        sources
          .map(({ document, paragraph }) => {
            const place = paragraph === undefined ? '' : paragraph === 'H' ? ', headline' : `, paragraph ${paragraph}`;
            return `[${numbers.indexOf(document) + 1}]${place} (${denies ? 'denies it, ' : ''}${[status, word, ...chain].join(', ')})`;
          })
          .join(', ');
      const all = says.map(one).filter((words) => words !== '');
      const more = moreClaims === undefined ? [] : [`${moreClaims} more claims`];
      return all.length === 0 ? 'nobody is recorded to say so' : `says ${[...new Set(all), ...more].join('; ')}`;
    },
    documents: (): z.input<typeof SourceToCite>[] => [...cited.values()],
    /** The list of sources, numbered. */
    listed: (): string[] =>
      [...cited.values()].map(({ citation, key }, index) => `[${index + 1}] ${citation} (${key})`),
  };
}

export function cutText(text: string): string {
  return text.length <= MAX_TEXT ? text : `${text.slice(0, MAX_TEXT).replace(/[\ud800-\udbff]$/, '')}…`;
}
