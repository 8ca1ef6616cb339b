import { timeByItself } from '../parts/time.ts';
import type { DoneChangeFragment } from '../api/documents.generated.ts';
import { enumInWords } from '../enum-words.ts';
import { counted, inWords, nameInWords } from '../words.ts';

/** What something with a key is called; undefined if that is not known here. */
export type NameOf = (key: string) => string | undefined;

/** Fields that follow from others or are told elsewhere: conflicts have a place of their own. */
const NOT_TOLD = new Set(
  'conflicts relations says independentSources evidence objects supports subject formerIds order overdue reviewed'.split(
    ' ',
  ),
);

/** What fields are called where their name does not read well. */
const FIELDS: Readonly<Record<string, string>> = {
  names: 'name',
  topics: 'topic',
  places: 'place',
  onBehalfOf: 'country or organization represented',
  standsInFor: 'person stood in for',
  capacity: 'post',
  previousTimes: 'earlier planned time',
  partOf: 'meeting of which it is a part',
  externalIds: 'code',
  reviewState: 'review',
  authors: 'author',
  authorNames: 'author as printed',
  keywords: 'keyword',
  cites: 'cited document',
};

/** Fields with many values that stand beside one another; the places of a meeting are one value. */
const LISTS = new Set([
  'names',
  'externalIds',
  'topics',
  'previousTimes',
  'authors',
  'authorNames',
  'cites',
  'keywords',
]);

const THINGS: Readonly<Record<string, string>> = {
  Official: 'the person',
  Document: 'the source',
  Development: 'the event',
  AnonymousSource: 'the unnamed source',
};

const RELATIONS: Readonly<Record<string, string>> = {
  CONTRADICTS: 'contradicts',
  CORROBORATES: 'agrees with',
  REFINES: 'is more exact than',
  CONFIRMS_OUTCOME: 'confirms what was planned in',
  SUPERSEDES: 'takes the place of',
  QUALIFIES: 'qualifies',
};

/**
 * What a write does, or with a dry run would do, in sentences: what it adds, what it changes from what to what, and how its claims
 * stand to others. New claims are not among them; their texts say themselves what they say.
 */
export function changesInWords(changes: readonly DoneChangeFragment[], nameOf: NameOf = () => undefined): string[] {
  const ofChanges = new Map(changes.flatMap(({ key, node }) => (key && node ? [[key, titleOfNode(node)]] : [])));
  const name: NameOf = (key) => ofChanges.get(key) ?? nameOf(key);
  const told = changes.flatMap((change) => sentencesOf(change, name));
  return [...told, ...relationsInWords(changes)];
}

function sentencesOf(change: DoneChangeFragment, nameOf: NameOf): string[] {
  const { operation, typeName, key, node, before, after } = change;
  if (operation === 'CREATE')
    return isFactOrClaim(typeName)
      ? []
      : [`Adds ${whatItIs(typeName)} “${nameOfState(after) ?? nameOf(key ?? '') ?? key}”.`];
  const name = node === null ? (nameOf(key ?? '') ?? key ?? '') : titleOfNode(node);
  if (operation === 'MERGE' && node === null) {
    const into = (after as { mergedInto?: string } | null)?.mergedInto ?? '';
    return isFactOrClaim(typeName) ? [] : [`${nameOfState(before) ?? name} becomes part of ${nameOf(into) ?? into}.`];
  }
  if (operation === 'RETRACT' && typeName === 'Claim') return [`Takes back: “${name}”`];
  if (operation === 'DELETE') return [`Deletes ${whatItIs(typeName)} ${name}.`];
  const subject = typeName === 'Claim' ? `“${name}”` : name;
  return differencesInWords(before, after, nameOf).map((difference) => `${subject}: ${difference}.`);
}

const isFactOrClaim = (typeName: string) => ['Claim', 'Participation', 'Tenure', 'Membership'].includes(typeName);

const whatItIs = (typeName: string) => THINGS[typeName] ?? `the ${inWords(typeName)}`;

/** What to call what was changed: of a fact, whom it joins. */
function titleOfNode(node: NonNullable<DoneChangeFragment['node']>): string {
  switch (node.__typename) {
    case 'Participation':
      return `${node.actor.name}, ${inWords(node.role)} of ${node.meeting.name}`;
    case 'Tenure':
      return `${node.official.name} as ${node.post.name}`;
    case 'Membership':
      return `${node.member.name} in ${node.organization.name}`;
    case 'Document':
      return node.title ?? node.key;
    case 'Statement':
      return node.gist;
    case 'Claim':
      return node.text;
    case 'AnonymousSource':
      return node.description;
    default:
      return node.name;
  }
}

/** What a state is called: by its first name, of a document by its title, else its address, of an unnamed source by its description. */
export function nameOfState(state: unknown): string | undefined {
  const { names, title, url, description } = (state ?? {}) as {
    names?: { value: string }[];
    title?: string;
    url?: string;
    description?: string;
  };
  return names?.[0]?.value ?? title ?? url ?? description;
}

/** `status from scheduled to held`, for each field that is not the same. */
function differencesInWords(before: unknown, after: unknown, nameOf: NameOf): string[] {
  const [was, is] = [before, after].map((state) => (state ?? {}) as Record<string, unknown>) as [
    Record<string, unknown>,
    Record<string, unknown>,
  ];
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
    (name) => !NOT_TOLD.has(name) && JSON.stringify(was[name]) !== JSON.stringify(is[name]),
  );
  const told = names
    .map((name) => differenceInWords(name, was[name], is[name], nameOf))
    .filter((difference) => difference !== null);
  return is.reviewed === true && was.reviewed !== true ? ['accepted by review', ...told] : told;
}

function differenceInWords(name: string, was: unknown, is: unknown, nameOf: NameOf): string | null {
  if (name === 'judgements') return judgementsInWords(was, is, nameOf);
  const field = FIELDS[name] ?? nameInWords(name);
  if (LISTS.has(name)) return itemsInWords(field, asList(was), asList(is), nameOf);
  if (was === undefined || was === null) return `${field} is now ${valueInWords(is, nameOf)}`;
  if (is === undefined || is === null) return `${field} is no longer ${valueInWords(was, nameOf)}`;
  return `${field} from ${valueInWords(was, nameOf)} to ${valueInWords(is, nameOf)}`;
}

const asList = (value: unknown) => (value ?? []) as readonly unknown[];

/** What a list has more or less than before; its other items are not told. Their order matters of names alone; else null. */
function itemsInWords(field: string, was: readonly unknown[], is: readonly unknown[], nameOf: NameOf): string | null {
  const more = (of: readonly unknown[], than: readonly unknown[]) => {
    const texts = new Set(than.map((each) => JSON.stringify(each)));
    return of.filter((each) => !texts.has(JSON.stringify(each))).map((each) => `“${valueInWords(each, nameOf)}”`);
  };
  const [added, removed] = [more(is, was), more(was, is)];
  const parts = [
    ...(added.length > 0 ? [`also has the ${field} ${added.join(', ')}`] : []),
    ...(removed.length > 0 ? [`no longer has the ${field} ${removed.join(', ')}`] : []),
  ];
  if (parts.length > 0) return parts.join('; ');
  return field === FIELDS.names ? `${field}s in another order` : null;
}

function judgementsInWords(was: unknown, is: unknown, nameOf: NameOf): string {
  const [old, now] = [was, is].map((each) => (each ?? {}) as Record<string, string>) as [
    Record<string, string>,
    Record<string, string>,
  ];
  const told = Object.entries(now).filter(([key, verdict]) => old[key] !== verdict);
  return told
    .map(
      ([key, verdict]) =>
        `judged ${verdict === 'UNSURE' ? 'perhaps the same as' : verdict === 'SAME' ? 'the same as' : 'another than'} ${nameOf(key) ?? key}`,
    )
    .join(', ');
}

/** A value of a state as readers see it: times and vocabulary in words, things by name. */
function valueInWords(value: unknown, nameOf: NameOf): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.map((each) => valueInWords(each, nameOf)).join(', ');
  if (typeof value === 'object') {
    const { edtf, value: inner, scheme, comparator } = value as Record<string, string>;
    if (edtf) return timeByItself(edtf);
    if (scheme) return `${scheme} ${inner}`;
    if (comparator) return `${comparator === 'EXACTLY' ? '' : `${inWords(comparator)} `}${inner}`;
    return inner ?? JSON.stringify(value);
  }
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'string') return JSON.stringify(value);
  return nameOf(value) ?? enumInWords(value);
}

/** How the new claims stand to those of other sources, by how many there are. */
function relationsInWords(changes: readonly DoneChangeFragment[]): string[] {
  const byType = new Map<string, Set<string>>();
  const created = new Set(
    changes.flatMap(({ operation, typeName, key }) =>
      operation === 'CREATE' && typeName === 'Claim' && key ? [key] : [],
    ),
  );
  for (const { key, after } of changes) {
    if (key === null || !created.has(key)) continue;
    const { relations = [] } = (after ?? {}) as { relations?: { type: string; claim: string }[] };
    for (const { type, claim } of relations)
      if (!created.has(claim)) byType.set(type, (byType.get(type) ?? new Set()).add(claim));
  }
  return [...byType].map(
    ([type, claims]) => `What is recorded ${RELATIONS[type] ?? inWords(type)} ${counted(claims.size, 'other claim')}.`,
  );
}

/** The keys that the values of these changes mention and of which the changes do not say what they are called. */
export function keysToName(changes: readonly DoneChangeFragment[]): string[] {
  const known = new Set(changes.flatMap(({ key, node }) => (key && node ? [key] : [])));
  const found = changes
    .filter(({ operation }) => operation !== 'CREATE')
    .flatMap(({ before, after }) => [before, after].flatMap(tellingPart).flatMap(keysWithin));
  return [...new Set(found)].filter((key) => !known.has(key)).slice(0, 100);
}

const tellingPart = (state: unknown) =>
  Object.entries((state ?? {}) as Record<string, unknown>).flatMap(([name, value]) =>
    NOT_TOLD.has(name) ? [] : name === 'judgements' ? Object.keys(value as object) : [value],
  );

function keysWithin(value: unknown): string[] {
  if (typeof value === 'string') return /^[a-z]+:[^\s:/]+$/.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(keysWithin) : [];
}
