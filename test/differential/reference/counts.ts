import { GraphQLError } from 'graphql';
import { representedBy } from './events.ts';
import { type Fields } from './fields.ts';
import { isVisible } from './filters.ts';
import { type Thing, into, onlyTo, property, text, to } from './graph.ts';
import { type Page } from './page.ts';

/** Under what a thing is counted: values, or things; nothing is null. */
type Dimension = (thing: Thing) => readonly (string | Thing | null)[];

const own =
  (name: string): Dimension =>
  (thing) => [property(thing, name) as string | null];

const one =
  (found: (thing: Thing) => Thing | null): Dimension =>
  (thing) => [found(thing)];

/** As much of two days as they have in common, where it is so many letters. */
const shared = (isExact: unknown, first: string, last: string, letters: number): (string | null)[] => {
  const [a, b] = [first.slice(0, letters), last.slice(0, letters)];
  return [isExact === true && a === b ? a : null];
};

const begun =
  (letters: number): Dimension =>
  (thing) => {
    const [first, last] = text(thing, 'sortTime').split('|') as [string, string];
    return shared(property(thing, 'timeExact'), first, last, letters);
  };

/** The nodes, or null where there are none. */
const each =
  (of: (thing: Thing) => readonly Thing[]): Dimension =>
  (thing) =>
    of(thing).length > 0 ? of(thing) : [null];

const countriesOf = (venue: Thing) => (venue.labels.has('Country') ? [venue] : to(venue, 'LOCATED_IN'));

function countryRepresented(fact: Thing): Thing | null {
  const represented = representedBy(fact);
  if (!represented || represented.labels.has('Country')) return represented;
  return onlyTo(represented, 'OF_COUNTRY');
}

const meetings: Readonly<Record<string, Dimension>> = {
  YEAR: begun(4),
  MONTH: begun(7),
  KIND: own('kind'),
  STATUS: own('status'),
  BODY: one((meeting) => onlyTo(meeting, 'OF_BODY')),
  PLACE: each((meeting) => to(meeting, 'HELD_AT')),
  COUNTRY: each((meeting) => [...new Set(to(meeting, 'HELD_AT').flatMap(countriesOf))]),
  MODE: own('mode'),
  LEVEL: (meeting) => {
    const levels = into(meeting, 'IN_EVENT')
      .filter(isVisible)
      .map((fact) => text(fact, 'level'));
    return levels.length > 0 ? [...new Set(levels)] : [null];
  },
};

const participations: Readonly<Record<string, Dimension>> = {
  YEAR: begun(4),
  MONTH: begun(7),
  ACTOR: one((fact) => onlyTo(fact, 'OF_ACTOR')),
  COUNTRY: one(countryRepresented),
  BODY: one((fact) => onlyTo(onlyTo(fact, 'IN_EVENT')!, 'OF_BODY')),
  ROLE: own('role'),
  STATUS: own('status'),
  LEVEL: own('level'),
  MODE: own('mode'),
};

const claims: Readonly<Record<string, Dimension>> = {
  TYPE: own('type'),
  STATUS: own('status'),
  ATTRIBUTION_KIND: own('attributionKind'),
  DOCUMENT: (claim) => [...new Set(to(claim, 'EVIDENCE'))],
  MONTH_PUBLISHED: (claim) =>
    shared(property(claim, 'publishedExact'), text(claim, 'publishedFrom'), text(claim, 'publishedUntil'), 7),
};

function countsBy(dimensions: Readonly<Record<string, Dimension>>, isCounted: (thing: Thing) => boolean = () => true) {
  return ({ all }: Page, { by, of }: { by: string[]; of?: string }): unknown => {
    if (by.length > 3) {
      throw new GraphQLError(
        `\`by\` names ${by.length} dimensions; expected at most 3. Use fewer, or filter the list and count each part.`,
        { extensions: { code: 'BAD_USER_INPUT' } },
      );
    }
    const rows = new Map<string, { values: (string | null)[]; entities: (Thing | null)[]; counted: Set<unknown> }>();
    if (by.length === 0) rows.set('', { values: [], entities: [], counted: new Set() });
    for (const thing of all.filter(isCounted)) {
      for (const places of combinations(by.map((name) => dimensions[name]!(thing)))) {
        const values = places.map((at) => (at === null || typeof at === 'string' ? at : text(at, 'key')));
        const entities = places.map((at) =>
          at !== null && typeof at !== 'string' && at.labels.has('Entity') ? at : null,
        );
        const key = by.length === 0 ? '' : JSON.stringify(values);
        const row = rows.get(key) ?? { values, entities, counted: new Set() };
        rows.set(key, row);
        row.counted.add(countedOf(thing, of));
      }
    }
    const largest = [...rows.values()]
      .map(({ counted, ...row }) => ({ ...row, count: counted.size }))
      .sort((a, b) => b.count - a.count || compareLists(a.values, b.values))
      .slice(0, 1_000);
    const isByTime = ['YEAR', 'MONTH', 'MONTH_PUBLISHED'].includes(by[0] ?? '');
    return isByTime ? largest.sort((a, b) => compareLists(a.values, b.values)) : largest;
  };
}

/** What counts once in a row. */
function countedOf(thing: Thing, of: string | undefined): unknown {
  const [meeting] = of === 'MEETINGS' || of === 'PRESENCES' ? to(thing, 'IN_EVENT') : [];
  if (meeting === undefined) return thing;
  return of === 'MEETINGS' ? meeting : `${text(to(thing, 'OF_ACTOR')[0]!, 'key')} ${text(meeting, 'key')}`;
}

function combinations<T>(lists: readonly (readonly T[])[]): T[][] {
  const [first, ...rest] = lists;
  return first ? first.flatMap((one) => combinations(rest).map((others) => [one, ...others])) : [[]];
}

/** Nothing comes last. */
function compareLists(a: readonly (string | null)[], b: readonly (string | null)[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  if (at < 0) return 0;
  const [left, right] = [a[at] ?? null, b[at] ?? null];
  if (left === null || right === null) return left === null ? 1 : -1;
  return left < right ? -1 : 1;
}

export const meetingConnection: Fields<Page> = { counts: countsBy(meetings) };
/** Of whom a participation of a country tells without a name is another one than the named one, or at a level that would be lost. */
function isSomebodyElse(unnamed: Thing, acting: Thing): boolean {
  const [minister] = to(unnamed, 'STANDS_IN_FOR');
  const differs = (type: string) => {
    const [one, other] = [to(unnamed, type)[0], to(acting, type)[0]];
    return one !== undefined && other !== undefined && one !== other;
  };
  const level = text(unnamed, 'level');
  const isLost = level !== 'UNKNOWN' && level !== text(acting, 'level');
  return (
    isLost ||
    differs('AS_POST') ||
    differs('STANDS_IN_FOR') ||
    (minister !== undefined && minister === to(acting, 'OF_ACTOR')[0])
  );
}

/** Someone there on its behalf counts instead; who was at a meeting that was not held does not count. */
const isPresence = (fact: Thing) =>
  !to(fact, 'ACTED_BY').some(
    (acting) =>
      text(acting, 'status') === 'ATTENDED' &&
      text(acting, 'standing') === 'ESTABLISHED' &&
      !property(acting, 'inferred') &&
      (text(fact, 'status') !== 'ATTENDED' || !isSomebodyElse(fact, acting)),
  ) && !into(fact, 'OF').some((conflict) => text(conflict, 'slot').endsWith('|meeting.status'));

export const participationConnection: Fields<Page> = { counts: countsBy(participations, isPresence) };
export const claimConnection: Fields<Page> = { counts: countsBy(claims) };
