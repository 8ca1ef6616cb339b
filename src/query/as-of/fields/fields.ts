import { type StoredValue } from '../../ir/field.ts';
import { type BoundArguments } from '../../ir/bound-arguments.ts';
import { toConnection } from './connections.ts';
import { type AsOfGraph } from '../graph/graph.ts';
import { type AsOfNode } from '../graph/node.ts';
import { getProperty, getTime } from '../graph/values.ts';

type Arguments = Readonly<Record<string, unknown>>;

/** Resolves a field from its object, its arguments and the graph. It may throw `NotLoaded`, and is then called again. */
export type AsOfField<S = AsOfNode> = (
  source: S,
  args: Arguments,
  graph: AsOfGraph,
  bound: BoundArguments | undefined,
) => unknown;
export type AsOfFields<S = AsOfNode> = Readonly<Record<string, AsOfField<S>>>;

/** Lists that a node has in the form of the API, under the name of the field. */
export const ownProperties = (...names: string[]): AsOfFields =>
  Object.fromEntries(names.map((name) => [name, (node: AsOfNode) => getProperty(node, name)]));

/** The nodes that relationships of this type lead to, in their order. */
export const relatedNodes =
  (type: string): AsOfField =>
  (node, _, graph) =>
    graph.outgoing(node, type);

/** A field that is read as it is stored: the model says where that is. */
export function storedField(name: string, stored: StoredValue): AsOfField {
  switch (stored.kind) {
    case 'property':
      return (node) => getProperty(node, stored.name ?? name);
    case 'relationship':
      return (node, _, graph) => graph.outgoingOne(node, stored.type, stored.label);
    case 'time':
      return (node) => getTime(node, stored.prefix);
  }
}

/** A page of a list. */
export const asOfConnection =
  <S = AsOfNode>(items: (source: S, args: Arguments, graph: AsOfGraph) => readonly AsOfNode[]): AsOfField<S> =>
  (source, args, graph, bound) =>
    toConnection(graph, bound!.page!, items(source, args, graph));
