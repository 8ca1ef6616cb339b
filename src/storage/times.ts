import { type Stretch } from '../domain/time/calendar.ts';
import { type TimeSpan, type Window, isKnown, parseTime, windowOf } from '../domain/time/time.ts';
import { TimePrecision } from '../domain/vocabulary.generated.ts';

/** A time is stored flat: each part is a property of the node with the prefix of its field (docs/graph.md, "Times"). */
export type TimePrefix = 'time' | 'start' | 'end' | 'published' | 'founded' | 'dissolved';

/** The parts of a {@link TimeSpan} that say when, and not how a source put it. */
const boundParts = ['edtf', 'precision', 'startEarliest', 'startLatest', 'endEarliest', 'endLatest'] as const;

/** The parts of a {@link TimeSpan}, each a property. */
export const timeParts = [...boundParts, 'raw', 'basis'] as const;

/** The times that filters use: their window is stored too. */
const withWindow: ReadonlySet<TimePrefix> = new Set(['time', 'published']);

/** The property in which a part of a flat object is stored: `time`, `edtf` is `timeEdtf`. */
export function flatPropertyName(prefix: string, part: string): string {
  return `${prefix}${part.charAt(0).toUpperCase()}${part.slice(1)}`;
}

/** The properties of a time that say when. */
export const boundProperties = (prefix: TimePrefix): string[] =>
  boundParts.map((part) => flatPropertyName(prefix, part));

/** Properties as Cypher picks them of a node: `t {.timeEdtf, .timePrecision}`. */
export const cypherPick = (names: readonly string[]): string => names.map((name) => `.${name}`).join(', ');

/** The properties of a time: `timeEdtf`, `timePrecision`, `timeStartEarliest`, ... and, if filters need it, its window. */
export function flattenTime(prefix: TimePrefix, time: TimeSpan): Record<string, unknown> {
  const flat = Object.fromEntries(timeParts.map((part) => [flatPropertyName(prefix, part), time[part]]));
  return withWindow.has(prefix) ? { ...flat, ...flattenWindow(prefix, windowOf(time)) } : flat;
}

/** The properties of a window: `timeFrom`, `timeUntil`, `timeExact`, and `timeGaps` if it has some. */
export function flattenWindow(
  prefix: TimePrefix | 'due',
  { from, until, exact, gaps }: Window,
): Record<string, unknown> {
  return {
    [`${prefix}From`]: from,
    [`${prefix}Until`]: until,
    [`${prefix}Exact`]: exact,
    [`${prefix}Gaps`]: gaps?.map(({ first, last }) => `${first}|${last}`) ?? null,
  };
}

/** The window in the properties of a node; null if it has none. */
export function unflattenWindow(prefix: TimePrefix, properties: Readonly<Record<string, unknown>>): Window | null {
  const property = (name: string) => properties[`${prefix}${name}`];
  const gaps = property('Gaps') as string[] | null | undefined;
  if (typeof property('From') !== 'string') return null;
  return {
    from: property('From') as string,
    until: property('Until') as string,
    exact: property('Exact') as boolean,
    ...(gaps && { gaps: gaps.map(toStretch) }),
  };
}

const toStretch = (gap: string): Stretch => {
  const [first = '', last = ''] = gap.split('|');
  return { first, last };
};

/** The time in the properties of a node; a part that is missing there is unknown. */
export function unflattenTime(prefix: TimePrefix, properties: Readonly<Record<string, unknown>>): TimeSpan {
  const text = (part: (typeof timeParts)[number]) =>
    (properties[flatPropertyName(prefix, part)] ?? null) as string | null;
  return {
    edtf: text('edtf'),
    precision: (text('precision') ?? TimePrecision.UNKNOWN) as TimePrecision,
    startEarliest: text('startEarliest'),
    startLatest: text('startLatest'),
    endEarliest: text('endEarliest'),
    endLatest: text('endLatest'),
    raw: text('raw'),
    basis: text('basis'),
  };
}

/** A time as states of nodes keep it: as it was given, since its bounds follow from that; only the bounds of one without EDTF. */
export function timeToState(time: TimeSpan | undefined): Record<string, unknown> | undefined {
  if (time === undefined || (time.edtf === null && !isKnown(time))) return undefined;
  const { edtf, raw, basis, ...bounds } = time;
  return edtf === null ? bounds : { edtf, ...(raw && { raw }), ...(basis && { basis }) };
}

/** The time that a state keeps. */
export function timeFromState(state: unknown): TimeSpan {
  const given = (state ?? {}) as Partial<TimeSpan>;
  return given.precision === undefined ? parseTime(given) : { ...parseTime({}), ...given };
}
