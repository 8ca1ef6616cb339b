import { type FtmEntity, type FtmSource, type FtmValue } from '../../export/ftm.ts';
import { type ListItem } from './lists.ts';
import { ORGANIZERS, hasHappened, isEstablished, isPresence, lexicalOf, namesOf } from './vocabularies.ts';

/** A list of which entities of FollowTheMoney are made. */
interface FtmPart {
  list: string;
  values?: Readonly<Record<string, unknown>>;
  selection: string;
  toEntities: (item: ListItem, left: LeftOut) => Iterable<FtmEntity>;
}

/** What FollowTheMoney has no words for, counted. */
export class LeftOut {
  readonly #counts = new Map<string, number>();

  add(what: string): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1);
  }

  /** The last entity of a file: what is not in it. */
  get note(): FtmEntity {
    const counted = [...this.#counts].map(([what, count]) => `${what}: ${count.toLocaleString('en')}`);
    const lines = [...ALWAYS_LEFT_OUT, ...(counted.length > 0 ? [`Left out or cut here: ${counted.join('; ')}.`] : [])];
    return {
      id: 'chancery-left-out',
      schema: 'Note',
      values: [valueOf('name', 'What this file leaves out'), ...lines.map((line) => valueOf('description', line))],
    };
  }
}

const ALWAYS_LEFT_OUT = [
  'FollowTheMoney has no words for standing, plans and denials: these are the facts that are ESTABLISHED and have happened, and only they.',
  'Claims are here as the sources of values, statements by speakers, topics as entities and anonymous sources not at all.',
];

const valueOf = (property: string, value: string, sources: readonly FtmSource[] = []): FtmValue => ({
  ...{ property, value, sources },
});

/** A value, unless there is none. */
const valuesOf = (property: string, value: unknown, sources?: readonly FtmSource[]): FtmValue[] =>
  value === null || value === undefined ? [] : [valueOf(property, lexicalOf(value), sources)];

const ENTITY = `id key note names { value lang kind time { endLatest } } externalIds { scheme value }
  descriptions { field value document { key } }`;
const TIME = '{ edtf startEarliest startLatest endEarliest endLatest }';
const CODES = 'externalIds { scheme value }';
const SOURCES = 'claims { key polarity recordedAt says { slot value } evidence { document { id key } } }';

const PROPERTY_OF_NAME: Readonly<Record<string, string>> = { ABBREVIATION: 'weakAlias', FORMER: 'previousName' };

/** What every thing with names has. */
function thing(item: ListItem): FtmValue[] {
  const sources = new Map<string, FtmSource[]>();
  for (const { field, value, document } of item.descriptions as ListItem[]) {
    const place = `${field as string} ${value as string}`;
    const source = { document: (document as ListItem).key as string, claim: null, recordedAt: null };
    sources.set(place, [...(sources.get(place) ?? []), source]);
  }
  const names = namesOf(item).map(({ value, kind, isPreferred, isInUse }) =>
    valueOf(
      isPreferred ? 'name' : (PROPERTY_OF_NAME[kind] ?? (isInUse ? 'alias' : 'previousName')),
      value,
      sources.get(`names ${value}`),
    ),
  );
  // One it must have.
  const unnamed = names.length > 0 ? { ...names[0]!, property: 'name' } : valueOf('name', item.key as string);
  const first = names.some(({ property }) => property === 'name') ? [] : [unnamed];
  const codes = (item.externalIds as ListItem[]).filter(({ scheme }) => scheme === 'WIKIDATA');
  return [
    ...first,
    ...names,
    ...codes.flatMap(({ scheme, value }) =>
      valuesOf('wikidataId', value, sources.get(`externalIds ${scheme as string} ${value as string}`)),
    ),
    ...valuesOf('notes', item.note),
  ];
}

/** `gb` for the United Kingdom. */
function countryCode(country: unknown, property: string): FtmValue[] {
  const codes = ((country as ListItem | null)?.externalIds ?? []) as ListItem[];
  const code = codes.find(({ scheme }) => scheme === 'ISO3166_1_ALPHA2' || scheme === 'USER_ASSIGNED_ALPHA2');
  return code ? [valueOf(property, (code.value as string).toLowerCase())] : [];
}

/** A date as exact as FollowTheMoney can have it: the day, the month or the year that both bounds are in. */
export function toFtmDate(first: unknown, last: unknown): string | null {
  if (typeof first !== 'string' || typeof last !== 'string') return null;
  return [first, first.slice(0, 7), first.slice(0, 4)].find((part) => last.startsWith(part)) ?? null;
}

/** The dates of a duration. What a time says beyond them is counted. */
function dates(time: unknown, left: LeftOut, sources: (edtf: string) => readonly FtmSource[]): FtmValue[] {
  const { edtf, startEarliest, startLatest, endEarliest, endLatest } = time as Readonly<Record<string, string | null>>;
  if (edtf == null) return [];
  const [start, end] = [toFtmDate(startEarliest, startLatest), toFtmDate(endEarliest, endLatest)];
  if (edtf !== (start === end ? start : `${start ?? '..'}/${end ?? '..'}`))
    left.add('times that are more or less exact than a day, a month or a year');
  return [...valuesOf('startDate', start, sources(edtf)), ...valuesOf('endDate', end, sources(edtf))];
}

/** One end of a time that has two. */
function date(property: string, time: unknown, left: LeftOut, sources: (edtf: string) => readonly FtmSource[]) {
  const { edtf, startEarliest, startLatest } = time as Readonly<Record<string, string | null>>;
  if (edtf == null) return [];
  const found = toFtmDate(startEarliest, startLatest);
  if (found !== edtf) left.add('times that are more or less exact than a day, a month or a year');
  return valuesOf(property, found, sources(edtf));
}

/** The documents of the claims that speak for a fact, and of those that give a value to one of its slots. */
function sourcesIn(item: ListItem) {
  const claims = (item.claims as ListItem[]).filter(({ polarity }) => polarity === 'AFFIRMATIVE');
  const toSources = (some: readonly ListItem[]): FtmSource[] =>
    some.flatMap(({ key, recordedAt, evidence }) =>
      (evidence as ListItem[]).map(({ document }) => ({
        document: (document as ListItem).key as string,
        claim: key as string,
        recordedAt: String(recordedAt as string),
      })),
    );
  const all = toSources(claims);
  const documents = claims
    .flatMap(({ evidence }) => evidence as ListItem[])
    .map(({ document }) => document as ListItem);
  return {
    all,
    of: (field: string) => (value: string) =>
      toSources(
        claims.filter(({ says }) =>
          (says as ListItem[]).some((each) => each.slot === `${item.key as string}|${field}` && each.value === value),
        ),
      ),
    proof: documents.map(({ id }) => valueOf('proof', id as string, all)),
  };
}

const idOf = (found: unknown) => (found as ListItem | null)?.id as string | undefined;

/** What is established of an event that has happened, and who was there. */
function* event(item: ListItem, left: LeftOut): Generator<FtmEntity> {
  if (!hasHappened(item)) return left.add('events that are planned, cancelled or not established');
  const none = () => [];
  const present = ((item.delegations ?? []) as ListItem[])
    .flatMap(({ participations }) => participations as ListItem[])
    .filter(isPresence);
  yield {
    id: item.id as string,
    schema: 'Event',
    values: [
      ...thing(item),
      ...dates(item.time, left, none),
      ...((item.places ?? []) as ListItem[]).flatMap((place) => valuesOf('location', place.name)),
      ...(item.topics as ListItem[]).flatMap((topic) => valuesOf('keywords', topic.name)),
      ...present.flatMap(({ actor, role }) =>
        valuesOf(ORGANIZERS.includes(role as string) ? 'organizer' : 'involved', idOf(actor)),
      ),
    ],
  };
}

const EVERY_STANDING = { filter: { standings: ['ESTABLISHED', 'ALLEGED', 'DISPUTED', 'WITHDRAWN'] } };

/** The lists that make a file, in its order: what others refer to first. */
export const FTM_PARTS: readonly FtmPart[] = [
  {
    list: 'documents',
    selection: '{ id key title url note published { edtf startEarliest startLatest } publisher { name } authorNames }',
    *toEntities({ id, key, title, url, note, published, publisher, authorNames }, left) {
      const own = (): FtmSource[] => [{ document: key as string, claim: null, recordedAt: null }];
      yield {
        id: id as string,
        schema: 'Article',
        values: [
          ...valuesOf('title', title ?? key, own()),
          ...valuesOf('sourceUrl', url, own()),
          ...date('publishedAt', published, left, own),
          ...valuesOf('publisher', (publisher as ListItem | null)?.name, own()),
          ...(authorNames as string[]).flatMap((name) => valuesOf('author', name, own())),
          ...valuesOf('notes', note),
        ],
      };
    },
  },
  {
    list: 'countries',
    selection: `{ ${ENTITY} }`,
    *toEntities(item) {
      const values = [...thing(item), ...countryCode(item, 'country'), valueOf('topics', 'gov.national')];
      yield { id: item.id as string, schema: 'PublicBody', values };
    },
  },
  {
    list: 'organizations',
    selection: `{ ${ENTITY} kind country { ${CODES} } founded ${TIME} dissolved ${TIME} parent { id }
      members { id key standing role member { id } start ${TIME} end ${TIME} ${SOURCES} } }`,
    *toEntities(item, left) {
      const isPublic = ['INTERGOVERNMENTAL', 'GOVERNMENT', 'MINISTRY'].includes(item.kind as string);
      const none = () => [];
      yield {
        id: item.id as string,
        schema: isPublic ? 'PublicBody' : 'Organization',
        values: [
          ...thing(item),
          ...countryCode(item.country, 'country'),
          ...date('incorporationDate', item.founded, left, none),
          ...date('dissolutionDate', item.dissolved, left, none),
        ],
      };
      if (item.parent !== null) left.add('parents of organizations');
      for (const fact of item.members as ListItem[]) {
        if (!isEstablished(fact)) {
          left.add('memberships that are not established');
          continue;
        }
        const { all, of, proof } = sourcesIn(fact);
        yield {
          id: fact.id as string,
          schema: 'Membership',
          values: [
            ...valuesOf('member', idOf(fact.member), all),
            ...valuesOf('organization', item.id, all),
            ...valuesOf('role', fact.role, all),
            ...date('startDate', fact.start, left, of('start')),
            ...date('endDate', fact.end, left, of('end')),
            ...proof,
          ],
        };
      }
    },
  },
  {
    list: 'officials',
    selection: `{ ${ENTITY} country { ${CODES} } }`,
    *toEntities(item) {
      yield {
        id: item.id as string,
        schema: 'Person',
        values: [...thing(item), ...countryCode(item.country, 'country')],
      };
    },
  },
  {
    list: 'posts',
    selection: `{ ${ENTITY} country { ${CODES} } organization { id } }`,
    *toEntities(item) {
      const values = [
        ...thing(item),
        ...countryCode(item.country, 'country'),
        ...valuesOf('organization', idOf(item.organization)),
      ];
      yield { id: item.id as string, schema: 'Position', values };
    },
  },
  {
    list: 'tenures',
    values: EVERY_STANDING,
    selection: `{ id key standing status official { id } post { id } start ${TIME} end ${TIME} ${SOURCES} }`,
    *toEntities(item, left) {
      if (!isEstablished(item) || !['CURRENT', 'ENDED'].includes(item.status as string))
        return left.add('tenures that were not taken up, or are not established');
      const { all, of, proof } = sourcesIn(item);
      const status = item.status as string;
      yield {
        id: item.id as string,
        schema: 'Occupancy',
        values: [
          ...valuesOf('holder', idOf(item.official), all),
          ...valuesOf('post', idOf(item.post), all),
          ...valuesOf('status', status.toLowerCase(), of('status')(status)),
          ...date('startDate', item.start, left, of('start')),
          ...date('endDate', item.end, left, of('end')),
          ...proof,
        ],
      };
    },
  },
  {
    list: 'events',
    selection: `{ __typename
      ... on Meeting { ${ENTITY} status standing time ${TIME} topics { name } places { name }
        delegations { participations { role status standing inferred actor { id } } } }
      ... on Development { ${ENTITY} status standing time ${TIME} topics { name } } }`,
    toEntities: event,
  },
  {
    list: 'participations',
    values: EVERY_STANDING,
    selection: `{ id key role status standing inferred actor { id } meeting { id status standing } ${SOURCES} }`,
    *toEntities(item, left) {
      if (!isPresence(item) || !hasHappened(item.meeting as ListItem))
        return left.add('presences that are planned, inferred or not established');
      const { all, of, proof } = sourcesIn(item);
      yield {
        id: item.id as string,
        schema: 'UnknownLink',
        values: [
          ...valuesOf('subject', idOf(item.actor), all),
          ...valuesOf('object', idOf(item.meeting), all),
          ...valuesOf('role', item.role, all),
          ...valuesOf('status', item.status, of('status')(item.status as string)),
          ...proof,
        ],
      };
    },
  },
];
