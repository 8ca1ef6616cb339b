import { type PageRequest } from '../../ir/bound-arguments.ts';
import { encodeCursor } from '../../ir/cursor.ts';
import { type AsOfGraph } from '../graph/graph.ts';
import { type AsOfNode } from '../graph/node.ts';
import { getSortValue } from '../graph/values.ts';

/** The requested page of a list, as a connection of the API. */
export function toConnection(graph: AsOfGraph, page: PageRequest, items: readonly AsOfNode[]): Record<string, unknown> {
  const { range, parameters, size, fromEnd, order } = page;
  const sortValue = (node: AsOfNode) => getSortValue(graph, node, range.property);
  const ascending = graph.sorted(items, sortValue);
  const inOrder = range.descending ? ascending.toReversed() : ascending;
  const start = parameters[range.after] as string;
  const end = range.before === undefined ? undefined : (parameters[range.before] as string);
  const isAfter = (value: string, other: string) => (range.descending ? value < other : value > other);
  const inRange = inOrder.filter(
    (node) => isAfter(sortValue(node), start) && (end === undefined || isAfter(end, sortValue(node))),
  );
  const taken = inRange.slice(0, size);
  const isMore = inRange.length > size;
  const nodes = fromEnd ? taken.toReversed() : taken;
  const edges = nodes.map((node) => ({ node, cursor: encodeCursor(order, sortValue(node)) }));
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
