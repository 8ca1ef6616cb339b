import { TellableError } from '../../domain/errors.ts';
import { type Bounds } from '../statement/selection.ts';
import { type Arguments } from './call.ts';
import { valueOfCursor } from './cursor.ts';

export const DEFAULT_SIZE = 20;
export const LARGEST_SIZE = 100;

/** Before and after every sort string; none is empty, and none begins with the last character there is. */
const FIRST = '';
const LAST = '\u{10FFFF}';

/** Among the values of a page: its size, and one more, which is read where it is asked whether there is a next. */
export const SIZE = 0;
export const SIZE_AND_ONE = 1;

/** The part of a connection that is asked for. */
export interface Page {
  /** Names the order in cursors: `Meeting.TIME.ASC`. */
  order: string;
  /** What of it changes the text. */
  shape: string;
  bounds: Bounds;
  /** At {@link SIZE} and {@link SIZE_AND_ONE} how many to read, then what `bounds` refers to. */
  values: readonly unknown[];
  size: number;
  /** True for the last of the list rather than the first. */
  fromEnd: boolean;
  /** Whether there is more on that side for sure, as the cursor given stands there. */
  hasBefore: boolean;
  hasAfter: boolean;
}

/** How a connection may be ordered: the indexed string for each field of its order; the first is the default. */
export interface Orders {
  type: string;
  by: Readonly<Record<string, string>>;
  direction?: 'ASC' | 'DESC';
}

interface OrderBy {
  field: string;
  direction: 'ASC' | 'DESC';
}

/**
 * The page that `first`/`after` or `last`/`before` and `orderBy` ask for. Throws a TellableError where they make no sense.
 */
export function pageOf(args: Arguments, orders: Orders): Page {
  const given = args.orderBy as OrderBy | null | undefined;
  const field = given?.field ?? Object.keys(orders.by)[0]!;
  const direction = given?.direction ?? orders.direction ?? 'ASC';
  const order = `${orders.type}.${field}.${direction}`;

  const { size, fromEnd } = sizeOf(args);
  const after = cursorIn(args, 'after', order);
  const before = cursorIn(args, 'before', order);
  // Seen from the end that is read first: where to begin, and where to stop.
  const [begin, stop] = fromEnd ? [before, after] : [after, before];
  const descending = (direction === 'DESC') !== fromEnd;

  const bounds: Bounds = { property: orders.by[field]!, descending, after: 2, isOpen: begin === undefined };
  const values: unknown[] = [BigInt(size), BigInt(size + 1), begin ?? (descending ? LAST : FIRST)];
  if (stop !== undefined) bounds.before = values.push(stop) - 1;
  return {
    order,
    shape: `${order}${fromEnd ? ' from end' : ''}${begin === undefined ? '' : ' on'}${stop === undefined ? '' : ' up to'}`,
    bounds,
    values,
    size,
    fromEnd,
    hasBefore: after !== undefined,
    hasAfter: before !== undefined,
  };
}

/** How many are asked for, at most a hundred, and from which end. */
export function sizeOf(args: Arguments): { size: number; fromEnd: boolean } {
  const first = numberIn(args, 'first');
  const last = numberIn(args, 'last');
  if (first !== undefined && last !== undefined) {
    throw new TellableError(
      'BAD_USER_INPUT',
      'Give either `first` or `last`, not both: the first of a list or the last.',
    );
  }
  return { size: Math.min(first ?? last ?? DEFAULT_SIZE, LARGEST_SIZE), fromEnd: last !== undefined };
}

function numberIn(args: Arguments, name: string): number | undefined {
  const value = args[name] as number | null | undefined;
  if (value === undefined || value === null) return undefined;
  if (value >= 0) return value;
  throw new TellableError('BAD_USER_INPUT', `\`${name}\` is ${value}; expected a number from 0 to ${LARGEST_SIZE}.`);
}

export function cursorIn(args: Arguments, name: string, order: string): string | undefined {
  const cursor = args[name] as string | null | undefined;
  return cursor === undefined || cursor === null ? undefined : valueOfCursor(cursor, order, name);
}
