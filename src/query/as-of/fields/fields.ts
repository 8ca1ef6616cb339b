import { type BoundArguments } from '../../ir/bound-arguments.ts';
import { toConnection } from './connections.ts';
import { type AsOfGraph } from '../graph/graph.ts';
import { type AsOfNode } from '../graph/node.ts';
import { getProperty, getTime } from '../graph/values.ts';

type Arguments = Readonly<Record<string, unknown>>;

/** What a field is, from its object, its arguments, and what was known. It may throw `Missing`, and is then asked again. */
export type AsOfField<S = AsOfNode> = (
  source: S,
  args: Arguments,
  graph: AsOfGraph,
  bound: BoundArguments | undefined,
) => unknown;
export type AsOfFields<S = AsOfNode> = Readonly<Record<string, AsOfField<S>>>;

/** Fields that are properties of the same name. */
export const ownProperties = (...names: string[]): AsOfFields =>
  Object.fromEntries(names.map((name) => [name, (node: AsOfNode) => getProperty(node, name)]));

/** The thing at the end of the only link of a type. */
export const relatedNode =
  (type: string, label?: string): AsOfField =>
  (node, _, graph) =>
    graph.outgoingOne(node, type, label);

/** The things at the end of links of a type, in their order. */
export const relatedNodes =
  (type: string): AsOfField =>
  (node, _, graph) =>
    graph.outgoing(node, type);

export const timeField =
  (prefix: string): AsOfField =>
  (node) =>
    getTime(node, prefix);

/** Times of which each is stored as JSON. */
export const timesField =
  (name: string): AsOfField =>
  (node) =>
    (getProperty(node, name) as string[]).map((json) => JSON.parse(json) as unknown);

/** A page of a list. */
export const asOfConnection =
  <S = AsOfNode>(items: (source: S, args: Arguments, graph: AsOfGraph) => readonly AsOfNode[]): AsOfField<S> =>
  (source, args, graph, bound) =>
    toConnection(graph, bound!.page!, items(source, args, graph));
