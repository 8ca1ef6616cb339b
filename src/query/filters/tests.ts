import { TellableError } from '../../domain/errors.ts';
import { searchQuery } from '../../domain/names.ts';
import { type EntityType, TimeMatch } from '../../domain/vocabulary.generated.ts';
import { callFullText } from '../statement/lookups.ts';
import { hop } from '../statement/path.ts';
import { type Condition, type Group, type Test } from './condition.ts';

/** A Lucene query that finds nothing: tokens have no hyphens. */
export const NOTHING = '\\-';

/** The property has one of these values. */
export function among(property: string): Test {
  return (values: readonly unknown[]) => ({
    key: 'among',
    values: [values],
    where: (node, use) => `${node}.${property} IN ${use.param(0)}`,
  });
}

/** The property has this value. */
export function equal(property: string): Test {
  return (value: unknown) => ({
    key: 'equal',
    values: [value],
    where: (node, use) => `${node}.${property} = ${use.param(0)}`,
  });
}

/** The property is at least this. */
export function atLeast(property: string, stored: (value: never) => unknown = (value) => value): Test {
  return (value: never) => ({
    key: 'at least',
    values: [stored(value)],
    where: (node, use) => `${node}.${property} >= ${use.param(0)}`,
  });
}

/** The property is at most this. */
export function atMost(property: string, stored: (value: never) => unknown = (value) => value): Test {
  return (value: never) => ({
    key: 'at most',
    values: [stored(value)],
    where: (node, use) => `${node}.${property} <= ${use.param(0)}`,
  });
}

/** The thing is itself one of those pointed at. */
export const is: Test = (refs: readonly string[]) => ({
  key: 'is',
  values: [refs],
  where: (node, use) => `${node} IN ${use.things(0)}`,
  start: (node, use) => `UNWIND ${use.things(0)} AS ${node} WITH *`,
});

/** The thing is of one of these types. */
export const ofTypes: Test = (types: readonly EntityType[]) => ({
  key: 'of types',
  values: [types.map((type) => type.charAt(0) + type.slice(1).toLowerCase())],
  where: (node, use) => `any(label IN labels(${node}) WHERE label IN ${use.param(0)})`,
});

/** The path leads to a thing pointed at: to the one, or to any of a list. */
export function leadsTo(path: string): Test {
  return (refs: string | readonly string[]) => ({
    key: 'leads to',
    values: [typeof refs === 'string' ? [refs] : refs],
    where: (node, use) => {
      const there = use.name();
      return `EXISTS { MATCH ${hop(node, path, there)} WHERE ${there} IN ${use.things(0)} }`;
    },
    start: (node, use) => {
      const there = use.name();
      return `UNWIND ${use.things(0)} AS ${there} MATCH ${hop(node, path, there)}`;
    },
  });
}

/** A full-text index finds the thing by all of these words. */
export function words(fullTextIndex: string): Test {
  return (text: string) => ({
    key: 'words',
    values: [searchQuery(text, 'EVERY') ?? NOTHING],
    where: (node, use) => `${node} IN ${use.found(fullTextIndex, 0)}`,
    start: (node, use) => callFullText(fullTextIndex, use.param(0), node),
  });
}

/**
 * The time with this prefix lies possibly, or certainly, in a window of days (docs/graph.md, "Times"). The test throws a
 * TellableError for a window that ends before it begins.
 *
 * @param sorts The string by which things sort by that time, where they do. It begins with the first day of a time, so
 *   what lies certainly in the window is found in one stretch of that order.
 */
export function within(prefix: string, sorts?: string): Test {
  return ({ from, to, match }: { from?: string | null; to?: string | null; match?: TimeMatch | null }) => {
    if (from && to && from > to) {
      throw new TellableError(
        'BAD_USER_INPUT',
        `The window of time begins (from: ${from}) after it ends (to: ${to}), so nothing can lie in it. Swap the two, or ` +
          'leave one out, which is then open.',
      );
    }
    const certainly = match === TimeMatch.CERTAINLY;
    // From below, what lies inside is bounded by its begin, and what may overlap by its end; from above the other way.
    const [lower, upper] = certainly ? ['From', 'Until'] : ['Until', 'From'];
    type Bound = { test: string; value: string; stretch: (day: string) => string };
    const bounds: Bound[] = [];
    if (typeof from === 'string') bounds.push({ test: `${lower} >=`, value: from, stretch: (day) => `>= ${day}` });
    if (typeof to === 'string') bounds.push({ test: `${upper} <=`, value: to, stretch: (day) => `< ${day} + '~'` });
    if (bounds.length === 0) return undefined;
    return {
      key: `${certainly ? 'certainly' : 'possibly'} ${bounds.map(({ test }) => test).join(' ')}`,
      values: bounds.map(({ value }) => value),
      where: (node, use) => {
        const tests = bounds.flatMap(({ test, stretch }, index) => {
          const day = use.param(index);
          const inOrder = certainly && sorts !== undefined ? [`${node}.${sorts} ${stretch(day)}`] : [];
          return [`${node}.${prefix}${test} ${day}`, ...inOrder];
        });
        return [...(certainly ? [`${node}.${prefix}Exact`] : []), ...tests].join(' AND ');
      },
    };
  };
}

/** A condition that needs nothing of the caller. */
export function always(key: string, where: (node: string) => string): Condition {
  return { key, values: [], where };
}

/** No claim is left for what is WITHDRAWN; lists show it only where asked. */
export const visible = always('visible', (node) => `${node}.standing <> 'WITHDRAWN'`);

/** The same for lists without a filter that could ask for it. */
export const onlyVisible: Group = { names: [], conditions: () => [visible] };
