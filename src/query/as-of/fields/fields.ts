import { type BoundArguments } from '../../ir/bound-arguments.ts';
import { toConnection } from './connections.ts';
import { type AsOfGraph } from '../graph/graph.ts';
import { type AsOfNode } from '../graph/node.ts';
import { getProperty } from '../graph/values.ts';

type Arguments = Readonly<Record<string, unknown>>;

/** Resolves a field from its object, its arguments and the graph. It may throw `NotLoaded`, and is then called again. */
export type AsOfField<S = AsOfNode> = (
  source: S,
  args: Arguments,
  graph: AsOfGraph,
  bound: BoundArguments | undefined,
) => unknown;
export type AsOfFields<S = AsOfNode> = Readonly<Record<string, AsOfField<S>>>;

/** Fields that are stored as properties of the same name. */
export const ownProperties = (...names: string[]): AsOfFields =>
  Object.fromEntries(names.map((name) => [name, (node: AsOfNode) => getProperty(node, name)]));

/** A page of a list. */
export const asOfConnection =
  <S = AsOfNode>(items: (source: S, args: Arguments, graph: AsOfGraph) => readonly AsOfNode[]): AsOfField<S> =>
  (source, args, graph, bound) =>
    toConnection(graph, bound!.page!, items(source, args, graph));
