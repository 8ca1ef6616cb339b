import { GraphQLError } from 'graphql';
import { type Graph, type Thing, text } from './graph.ts';

/** How a connection is ordered: the property for each field of its order, the default first. */
export interface Orders {
  type: string;
  by: Readonly<Record<string, string>>;
  direction?: 'ASC' | 'DESC';
}

/** The arguments that every connection has. */
export interface PageArguments {
  first?: number | null;
  last?: number | null;
  after?: string | null;
  before?: string | null;
  orderBy?: { field: string; direction: 'ASC' | 'DESC' } | null;
}

/** A page, with all of the list. */
export interface Page {
  all: readonly Thing[];
}

/** A field that is a connection, and how it is ordered. */
export interface ConnectionField<S> {
  (source: S, args: never, graph: Graph): unknown;
  orders: Orders;
}

/** A connection over all the things that `items` gives, in any order. */
export function connection<S, A>(
  orders: Orders,
  items: (source: S, args: A, graph: Graph) => readonly Thing[],
): ConnectionField<S> {
  const field = (source: S, args: A & PageArguments, graph: Graph) => {
    refuseReversed(args);
    return pageOf(orders, args, items(source, args, graph));
  };
  return Object.assign(field, { orders });
}

function pageOf(orders: Orders, args: PageArguments, items: readonly Thing[]): Page {
  const name = args.orderBy?.field ?? Object.keys(orders.by)[0]!;
  const direction = args.orderBy?.direction ?? orders.direction ?? 'ASC';
  const order = `${orders.type}.${name}.${direction}`;
  const sortOf = (thing: Thing) => text(thing, orders.by[name]!);
  const size = sizeOf(args);
  const sign = direction === 'ASC' ? 1 : -1;
  const compare = (a: string, b: string) => (a === b ? 0 : a < b ? -sign : sign);

  const after = positionIn(args, 'after', order);
  const before = positionIn(args, 'before', order);
  const within = [...items]
    .sort((a, b) => compare(sortOf(a), sortOf(b)))
    .filter((thing) => after === null || compare(sortOf(thing), after) > 0)
    .filter((thing) => before === null || compare(sortOf(thing), before) < 0);
  const fromEnd = args.last !== null && args.last !== undefined;
  const page = fromEnd ? within.slice(Math.max(0, within.length - size)) : within.slice(0, size);
  const isCut = within.length > size;
  const edges = page.map((node) => ({ cursor: cursorAt(order, sortOf(node)), node }));
  const more = {
    hasNextPage: before !== null || (isCut && !fromEnd),
    hasPreviousPage: after !== null || (isCut && fromEnd),
  };
  return { ...shown(edges, more, items.length), all: items };
}

/** A page as the API shows it. */
export function shown(
  edges: readonly { cursor: string; node: Thing }[],
  more: { hasNextPage: boolean; hasPreviousPage: boolean },
  totalCount: number,
): object {
  return {
    nodes: edges.map(({ node }) => node),
    edges,
    pageInfo: { ...more, startCursor: edges[0]?.cursor ?? null, endCursor: edges.at(-1)?.cursor ?? null },
    totalCount,
  };
}

/** How many are asked for. */
export function sizeOf({ first, last }: PageArguments): number {
  for (const [name, value] of Object.entries({ first, last })) {
    if (typeof value === 'number' && value < 0) refuse(`\`${name}\` is ${value}; expected a number from 0 to 100.`);
  }
  if (typeof first === 'number' && typeof last === 'number') {
    refuse('Give either `first` or `last`, not both.');
  }
  return Math.min(first ?? last ?? 20, 100);
}

export function cursorAt(order: string, sort: string): string {
  return Buffer.from(`${order}\n${sort}`).toString('base64url');
}

/** Where the cursor of that argument stands; null where none is given. */
export function positionIn(args: PageArguments, name: 'after' | 'before', order: string): string | null {
  const cursor = args[name];
  if (cursor === null || cursor === undefined) return null;
  const parts = Buffer.from(cursor, 'base64url').toString().split('\n');
  const [named, sort] = parts;
  if (parts.length !== 2 || cursorAt(named!, sort!) !== cursor) {
    refuse(
      `\`${name}\` is not a cursor of this API. Pass an unchanged \`endCursor\`, \`startCursor\` or \`cursor\` of an earlier page.`,
    );
  }
  if (named !== order) {
    refuse(
      `\`${name}\` is a cursor for the order ${named}, and this list is ordered by ${order}. Cursors are valid only within ` +
        'one list and order: start again without it.',
    );
  }
  return sort!;
}

/** Windows that end before they begin are refused wherever they stand in a filter, whether or not there is anything in it. */
function refuseReversed(value: unknown): void {
  if (typeof value !== 'object' || value === null || value instanceof Date) return;
  const { from, to } = value as { from?: string | null; to?: string | null };
  if (from && to && from > to) {
    refuse(
      `The time window starts (from: ${from}) after it ends (to: ${to}), so nothing matches. Swap the two, or leave one out for an open window.`,
    );
  }
  Object.values(value).forEach(refuseReversed);
}

export function refuse(message: string): never {
  throw new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}
