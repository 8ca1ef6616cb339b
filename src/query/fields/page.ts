import { ClientError } from '../../domain/errors.ts';
import { type KeyRange } from '../ir/projection.ts';
import { type Arguments, type PageRequest } from '../ir/bound-arguments.ts';
import { decodeCursor } from '../ir/cursor.ts';

export const DEFAULT_PAGE_SIZE = 20;
export const MAX_PAGE_SIZE = 100;

/** The arguments of a page. */
export const PAGE_ARGUMENTS = ['first', 'after', 'last', 'before'] as const;

/** Less and greater than every sort key: none is empty, and none starts with the last code point. */
const MIN_SORT_VALUE = '';
const MAX_SORT_VALUE = '\u{10FFFF}';

/** Indexes into the parameters of a page: its size, and one more, which is read to see whether there is a next page. */
export const LIMIT_INDEX = 0;
export const LIMIT_PLUS_ONE_INDEX = 1;

/** How a connection can be ordered: the indexed sort property for each field of its order; the first is the default. */
export interface Orders {
  type: string;
  by: Readonly<Record<string, string>>;
  direction?: 'ASC' | 'DESC';
}

interface OrderBy {
  field: string;
  direction: 'ASC' | 'DESC';
}

/** The page that `first`/`after` or `last`/`before` and `orderBy` ask for. Throws a ClientError if they are invalid. */
export function createPageRequest(args: Arguments, orders: Orders): PageRequest {
  const orderBy = args.orderBy as OrderBy | null | undefined;
  const field = orderBy?.field ?? Object.keys(orders.by)[0]!;
  const direction = orderBy?.direction ?? orders.direction ?? 'ASC';
  const order = `${orders.type}.${field}.${direction}`;

  const { size, fromEnd } = getPageSize(args);
  const after = getCursor(args, 'after', order);
  const before = getCursor(args, 'before', order);
  // In the direction of reading: where to start, and where to stop.
  const [start, stop] = fromEnd ? [before, after] : [after, before];
  const descending = (direction === 'DESC') !== fromEnd;

  const range: KeyRange = { property: orders.by[field]!, descending, after: 2, isUnbounded: start === undefined };
  const parameters: unknown[] = [
    BigInt(size),
    BigInt(size + 1),
    start ?? (descending ? MAX_SORT_VALUE : MIN_SORT_VALUE),
  ];
  if (stop !== undefined) range.before = parameters.push(stop) - 1;
  return {
    order,
    cacheKey: `${order}${fromEnd ? ' from end' : ''}${start === undefined ? '' : ' on'}${stop === undefined ? '' : ' up to'}`,
    range,
    parameters,
    size,
    fromEnd,
    hasBefore: after !== undefined,
    hasAfter: before !== undefined,
  };
}

/** The page size, at most {@link MAX_PAGE_SIZE}, and whether it is counted from the end. */
export function getPageSize(args: Arguments): { size: number; fromEnd: boolean } {
  const first = getCount(args, 'first');
  const last = getCount(args, 'last');
  if (first !== undefined && last !== undefined) {
    throw new ClientError('BAD_USER_INPUT', 'Give either `first` or `last`, not both.');
  }
  return { size: Math.min(first ?? last ?? DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE), fromEnd: last !== undefined };
}

function getCount(args: Arguments, name: string): number | undefined {
  const value = args[name] as number | null | undefined;
  if (value === undefined || value === null) return undefined;
  if (value >= 0) return value;
  throw new ClientError('BAD_USER_INPUT', `\`${name}\` is ${value}; expected a number from 0 to ${MAX_PAGE_SIZE}.`);
}

export function getCursor(args: Arguments, name: string, order: string): string | undefined {
  const cursor = args[name] as string | null | undefined;
  return cursor === undefined || cursor === null ? undefined : decodeCursor(cursor, order, name);
}
