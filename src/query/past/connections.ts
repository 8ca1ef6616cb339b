import { type Page } from '../fields/page.ts';
import { cursorOf } from '../fields/cursor.ts';
import { type Past } from './past.ts';
import { type PastThing } from './thing.ts';
import { sortOf } from './values.ts';

/** The page that is asked for of a list, in the form of a connection. */
export function pageOf(past: Past, page: Page, items: readonly PastThing[]): Record<string, unknown> {
  const { bounds, values, size, fromEnd, order } = page;
  const orderOf = (thing: PastThing) => sortOf(past, thing, bounds.property);
  const ascending = past.sorted(items, orderOf);
  const inOrder = bounds.descending ? ascending.toReversed() : ascending;
  const begin = values[bounds.after] as string;
  const stop = bounds.before === undefined ? undefined : (values[bounds.before] as string);
  const isAfter = (value: string, other: string) => (bounds.descending ? value < other : value > other);
  const within = inOrder.filter(
    (thing) => isAfter(orderOf(thing), begin) && (stop === undefined || isAfter(stop, orderOf(thing))),
  );
  const read = within.slice(0, size);
  const isMore = within.length > size;
  const nodes = fromEnd ? read.toReversed() : read;
  const edges = nodes.map((node) => ({ node, cursor: cursorOf(order, orderOf(node)) }));
  return {
    nodes,
    edges,
    pageInfo: {
      hasNextPage: fromEnd ? page.hasAfter : isMore || page.hasAfter,
      hasPreviousPage: fromEnd ? isMore || page.hasBefore : page.hasBefore,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: items.length,
    all: items,
  };
}
