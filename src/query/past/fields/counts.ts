import { type Past } from '../past.ts';
import { type PastThing } from '../thing.ts';
import { property, sortOf, windowIn } from '../values.ts';
import { type PastField, type PastFields } from './fields.ts';

/** Under what a thing is counted: a value, or things; nothing is null. */
type Dimension = (thing: PastThing, past: Past) => readonly (string | PastThing | null)[];

/** So many groups are told, as without `knownAt`. */
const MOST_ROWS = 1_000;
const [YEAR, MONTH] = ['2024'.length, '2024-03'.length];

const own =
  (name: string): Dimension =>
  (thing) => [property(thing, name) as string | null];

/** The thing at the end of links of these types, one after the other. */
const way =
  (...types: string[]): Dimension =>
  (thing, past) => [types.reduce<PastThing | null>((at, type) => at && past.one(at, type), thing)];

/** As much of two days as they have in common, where it is so many letters. */
const shared = (isExact: boolean, first: string, last: string, letters: number) => {
  const [a, b] = [first.slice(0, letters), last.slice(0, letters)];
  return [isExact && a === b ? a : null];
};

const begun =
  (letters: number): Dimension =>
  (thing, past) => {
    const [first, last] = sortOf(past, thing, 'sortTime').split('|') as [string, string];
    return shared(windowIn(past, thing, 'time').exact, first, last, letters);
  };

const countryRepresented: Dimension = (fact, past) => {
  const represented = past.one(fact, 'ON_BEHALF_OF') ?? past.one(fact, 'OF_ACTOR')!;
  if (represented.type === 'Country') return [represented];
  return [past.one(represented, 'SERVES') ?? past.one(represented, 'OF_COUNTRY')];
};

const published: Dimension = (claim, past) => {
  const { exact, from, until } = windowIn(past, claim, 'published');
  return shared(exact, from, until, MONTH);
};

function countsBy(dimensions: Readonly<Record<string, Dimension>>): PastField<{ all: readonly PastThing[] }> {
  return ({ all }, args, past) => {
    const by = args.by as string[];
    const groups = past.map(all, (thing) =>
      combinations(past.map(by, (name) => [...new Set(dimensions[name]!(thing, past))])),
    );
    const rows = Map.groupBy(groups.flat(), (places) => JSON.stringify(places.map(keyOf)));
    const counted = [...rows.values()].map((same) => ({
      values: same[0]!.map(keyOf),
      entities: same[0]!.map((at) => (at !== null && typeof at !== 'string' && at.labels.has('Entity') ? at : null)),
      count: same.length,
    }));
    // By nothing, all are one group, also where there are none.
    if (by.length === 0) return [counted[0] ?? { values: [], entities: [], count: 0 }];
    return counted.sort((a, b) => b.count - a.count || compare(a.values, b.values)).slice(0, MOST_ROWS);
  };
}

const keyOf = (at: string | PastThing | null) => (at === null || typeof at === 'string' ? at : at.key);

function combinations<T>(lists: readonly (readonly T[])[]): T[][] {
  const [first, ...rest] = lists;
  return first ? first.flatMap((one) => combinations(rest).map((others) => [one, ...others])) : [[]];
}

/** Nothing comes last. */
function compare(a: readonly (string | null)[], b: readonly (string | null)[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  if (at < 0) return 0;
  const [left, right] = [a[at] ?? null, b[at] ?? null];
  if (left === null || right === null) return left === null ? 1 : -1;
  return left < right ? -1 : 1;
}

export const meetingConnection: PastFields<never> = {
  counts: countsBy({
    YEAR: begun(YEAR),
    MONTH: begun(MONTH),
    KIND: own('kind'),
    STATUS: own('status'),
    BODY: way('OF_BODY'),
    PLACE: way('HELD_AT'),
    COUNTRY: way('HELD_AT', 'LOCATED_IN'),
    MODE: own('mode'),
  }),
};

export const participationConnection: PastFields<never> = {
  counts: countsBy({
    YEAR: begun(YEAR),
    MONTH: begun(MONTH),
    ACTOR: way('OF_ACTOR'),
    COUNTRY: countryRepresented,
    BODY: way('IN_EVENT', 'OF_BODY'),
    ROLE: own('role'),
    STATUS: own('status'),
    LEVEL: own('level'),
    MODE: own('mode'),
  }),
};

export const claimConnection: PastFields<never> = {
  counts: countsBy({
    TYPE: own('type'),
    STATUS: own('status'),
    ATTRIBUTION_KIND: own('attributionKind'),
    DOCUMENT: (claim, past) => past.to(claim, 'EVIDENCE'),
    MONTH_PUBLISHED: published,
  }),
};
