import { cypherAfterDays, cypherAfterDay } from '../../storage/order-keys.ts';
import { rangesBefore } from '../../storage/time-lengths.ts';
import { ClientError } from '../../domain/errors.ts';
import { searchQuery } from '../../domain/names/names.ts';
import { type TypeName } from '../../domain/node-types.ts';
import { type EntityType, ParticipationStatus, TimeMatch } from '../../domain/vocabulary.generated.ts';
import { callFullText } from '../statement/lookups.ts';
import { pattern } from '../statement/pattern.ts';
import { type CypherContext } from '../ir/projection.ts';
import { type Condition, type FilterGroup, type ConditionFactory } from '../ir/condition.ts';

/** A Lucene query that matches nothing, because tokens contain no hyphens. */
export const MATCH_NOTHING = '\\-';

/** The property has one of these values. */
export function inList(property: string): ConditionFactory {
  return (values: readonly unknown[]) => ({
    key: 'among',
    parameters: [values],
    where: (node, cypher) => `${node}.${property} IN ${cypher.param(0)}`,
  });
}

/** The property has this value. */
export function equals(property: string): ConditionFactory {
  return (value: unknown) => ({
    key: 'equal',
    parameters: [value],
    where: (node, cypher) => `${node}.${property} = ${cypher.param(0)}`,
  });
}

/** The property is at least this. */
export function atLeast(property: string, stored: (value: never) => unknown = (value) => value): ConditionFactory {
  return (value: never) => ({
    key: 'at least',
    parameters: [stored(value)],
    where: (node, cypher) => `${node}.${property} >= ${cypher.param(0)}`,
  });
}

/** The property is at most this. */
export function atMost(property: string, stored: (value: never) => unknown = (value) => value): ConditionFactory {
  return (value: never) => ({
    key: 'at most',
    parameters: [stored(value)],
    where: (node, cypher) => `${node}.${property} <= ${cypher.param(0)}`,
  });
}

/** The node is one of those referred to. */
export const isNode: ConditionFactory = (refs: readonly string[]) => ({
  key: 'is',
  parameters: [refs],
  where: (node, cypher) => `${node} IN ${cypher.refs(0)}`,
  anchor: (node, cypher) => `UNWIND ${cypher.refs(0)} AS ${node} WITH *`,
});

/** The type of nodes that a client names by this value: `OFFICIAL` is Official. */
export const typeOf = (type: EntityType): TypeName => (type.charAt(0) + type.slice(1).toLowerCase()) as TypeName;

/** The node has one of these types. */
export const ofTypes: ConditionFactory = (types: readonly EntityType[]) => ({
  key: 'of types',
  parameters: [types.map(typeOf)],
  where: (node, cypher) => `any(label IN labels(${node}) WHERE label IN ${cypher.param(0)})`,
});

/** The path leads to the node referred to, or to any in a list of references. */
export function connectedTo(path: string): ConditionFactory {
  return (refs: string | readonly string[]) => ({
    key: 'leads to',
    parameters: [typeof refs === 'string' ? [refs] : refs],
    where: (node, cypher) => {
      const target = cypher.name();
      return `EXISTS { MATCH ${pattern(node, path, target)} WHERE ${target} IN ${cypher.refs(0)} }`;
    },
    anchor: (node, cypher) => {
      const target = cypher.name();
      return `UNWIND ${cypher.refs(0)} AS ${target} MATCH ${pattern(node, path, target)}`;
    },
  });
}

/** A full-text index finds the node by all of these words. */
export function fullText(fullTextIndex: string): ConditionFactory {
  return (text: string) => ({
    key: 'words',
    parameters: [searchQuery(text, 'EVERY') ?? MATCH_NOTHING],
    where: (node, cypher) => `${node} IN ${cypher.fullTextHits(fullTextIndex, 0)}`,
    anchor: (node, cypher) => callFullText(fullTextIndex, cypher.param(0), node),
  });
}

/** The value of a `TimeFilter`. */
export interface TimeWindow {
  from?: string | null;
  to?: string | null;
  match?: TimeMatch | null;
}

/** @throws ClientError for a window that ends before it starts. */
export function rejectReversed({ from, to }: TimeWindow): void {
  if (!from || !to || from <= to) return;
  throw new ClientError(
    'BAD_USER_INPUT',
    `The time window starts (from: ${from}) after it ends (to: ${to}), so nothing matches. Swap the two, or leave one ` +
      'out for an open window.',
  );
}

/** @throws ClientError for an argument that is less than it can be; null is left out. */
export function rejectBelow(name: string, value: number | null | undefined, least: number): void {
  if (value === null || value === undefined || value >= least) return;
  throw new ClientError('BAD_USER_INPUT', `\`${name}\` is ${value}; expected at least ${least}, or leave it out.`);
}

/**
 * The time with this prefix is possibly, or certainly, in a time window (docs/graph.md, "Times"). Throws a ClientError for a
 * window that ends before it starts.
 *
 * @param sortProperty The sort key for that time, if there is one. It starts with the first day of the time, so all times that
 *   are certainly in a window with a first day are in one range of an index, and all that are possibly in it in a few. A time
 *   without a first day sorts last, and can be certainly in a window without one.
 */
export function inWindow(prefix: string, sortProperty?: string): ConditionFactory {
  return (window: TimeWindow) => {
    rejectReversed(window);
    const { from, to, match } = window;
    const certainly = match === TimeMatch.CERTAINLY;
    // CERTAINLY is containment: start >= from, end <= to. POSSIBLY is overlap: end >= from, start <= to.
    const [lower, upper] = certainly ? ['From', 'Until'] : ['Until', 'From'];
    const bounds: Bound[] = [];
    if (typeof from === 'string')
      bounds.push({ comparison: `${lower} >=`, value: from, sortRange: (day) => `>= ${day}` });
    if (typeof to === 'string')
      bounds.push({ comparison: `${upper} <=`, value: to, sortRange: (day) => `< ${cypherAfterDay(day)}` });
    if (bounds.length === 0) return undefined;
    const where: Condition['where'] = (node, cypher) => {
      const predicates = bounds.flatMap(({ comparison, sortRange }, index) => {
        const day = cypher.param(index);
        const isOneRange = certainly && sortProperty !== undefined && typeof from === 'string';
        const inOrder = isOneRange ? [`${node}.${sortProperty} ${sortRange(day)}`] : [];
        return [`${node}.${prefix}${comparison} ${day}`, ...inOrder];
      });
      if (certainly) predicates.unshift(`${node}.${prefix}Exact`);
      else if (bounds.length === 2) predicates.push(outsideGaps(`${node}.${prefix}Gaps`, cypher));
      return predicates.join(' AND ');
    };
    const inOrder =
      certainly || sortProperty === undefined ? undefined : partsInOrder(prefix, sortProperty, bounds, where);
    return {
      key: `${certainly ? 'certainly' : 'possibly'} ${bounds.map(({ comparison }) => comparison).join(' ')}`,
      parameters: [...bounds.map(({ value }) => value), ...(inOrder ? [rangesBefore(window)] : [])],
      where,
      inOrder,
    };
  };
}

/** One end of a window. */
interface Bound {
  comparison: string;
  value: string;
  /** The comparison of a sort key with the day, for times that begin in the window. */
  sortRange: (day: string) => string;
}

/** What may lie in a window begins in it, or else reaches into it; the ranges in which that is are one more parameter. */
function partsInOrder(
  prefix: string,
  property: string,
  bounds: readonly Bound[],
  where: Condition['where'],
): Condition['inOrder'] {
  const length = `${prefix}Length`;
  return {
    property,
    parts: [
      {
        inRange: (node, cypher) =>
          [...bounds.map(({ sortRange }, index) => sortRange(cypher.param(index))), `< ${cypherAfterDays}`]
            .map((range) => `${node}.${property} ${range}`)
            .join(' AND '),
      },
      {
        inRange: (node, _cypher, range) =>
          `${node}.${length} = ${range}[0] AND ${node}.${property} >= ${range}[1] AND ${node}.${property} < ${range}[2]`,
        ranges: { parameter: bounds.length, by: length },
        where,
      },
    ],
  };
}

/** The window from the first parameter to the second lies inside no gap; with one open end it cannot. */
function outsideGaps(gaps: string, cypher: CypherContext): string {
  const gap = cypher.name();
  const [from, to] = [cypher.param(0), cypher.param(1)];
  const holdsWindow = `${gap} <= ${from} + '|~' AND substring(${gap}, ${GAP_END}) >= ${to}`;
  return `(${gaps} IS NULL OR none(${gap} IN ${gaps} WHERE ${holdsWindow}))`;
}

/** Where the last day of a gap begins in its text, `first|last`. */
const GAP_END = 'YYYY-MM-DD|'.length;

/** A condition without parameters. */
export function constantCondition(key: string, where: (node: string) => string): Condition {
  return { key, parameters: [], where };
}

/** Whether a fact or event has a claim left. */
export function cypherNotWithdrawn(node: string): string {
  return `${node}.standing <> 'WITHDRAWN'`;
}

/** A WITHDRAWN fact has no claim left; lists have it only if the filter asks for it. */
export const notWithdrawn = constantCondition('visible', cypherNotWithdrawn);

/** The same for lists whose filter cannot ask for withdrawn facts. */
export const excludeWithdrawn: FilterGroup = { names: [], conditions: () => [notWithdrawn] };

/** Nobody was there on its behalf: who was fills its role, as in `chairs`, and counts instead. */
export const notActedFor = constantCondition('in person', (node) => `${node}.actedFor IS NULL`);

/**
 * Whether a participation counts: not where somebody was there on its behalf, who counts instead, nor where its meeting follows
 * those who say that it was not held.
 */
export const countsAsPresence = (node: string) => `${node}.actedFor IS NULL AND ${node}.excludedByMeeting IS NULL`;

/** Statuses of those who did not take part, or are not going to. */
export const ABSENT_STATUSES: readonly string[] = [ParticipationStatus.ABSENT, ParticipationStatus.DECLINED];

export const notAbsent = constantCondition(
  'not away',
  (node) => `NOT ${node}.status IN ${cypherList(ABSENT_STATUSES)}`,
);

/** Constants of the code as a Cypher list; what a caller sent is always a parameter. */
export function cypherList(values: readonly string[]): string {
  return `[${values.map((value) => `'${value}'`).join(', ')}]`;
}
