import { cite } from '../../citation/cite.ts';
import { type CitedReading } from '../../citation/works.ts';
import { ClientError } from '../../domain/errors.ts';
import {
  type CitationStyle,
  NetworkFormat,
  type NetworkMeasure,
  type NetworkNodes,
  PathLength,
} from '../../domain/vocabulary.generated.ts';
import { computedList, computedObject, computedValue, rowProperty } from '../fields/computed.ts';
import { targetNode } from '../fields/nodes.ts';
import { relationshipProperty } from '../fields/property.ts';
import { networkArgument, networkInput, presenceFilter, withDefaults } from '../filters/presences.ts';
import { rejectBelow } from '../filters/predicates.ts';
import { type Arguments, type BoundArguments, plainArguments } from '../ir/bound-arguments.ts';
import { type ComputeEnvironment, type NetworkAnswer, type NetworkTie, type NodeMeasure } from '../ir/computed.ts';
import { type InputValues } from '../ir/condition.ts';
import { type ComputedField, type FieldMapping, type FieldMappings, type FieldPlan } from '../ir/field.ts';
import { formatCount } from '../limits/input-limits.ts';
import { toSearchParameters } from '../networks/address.ts';
import { notesOn, usualMeasure, valuesOf } from '../networks/measures.ts';
import { nodesOfType, rejectOtherKind, typeOfKey } from '../networks/networks.ts';
import { singleTypeFields } from '../response/complete-value.ts';

/** How many nodes or ties an answer may have if it is not said how many; files take more. */
const MAX_UNASKED = 10_000;
const MAX_PATH_TIES = 20;

/** For a root field about a network: its input with defaults. */
function bindNetwork(args: Arguments): BoundArguments {
  const input = inputOf(args, args.from);
  // Says what is wrong with it before anything is read.
  presenceFilter(input, input.nodes as NetworkNodes, 0);
  // The rows of a list of the field itself, which is empty as long as none are computed.
  return plainArguments({ ...args, input }, [[]]);
}

/** The fields of the argument `input`; its defaults where it is left out, with nodes of the kind that this key names. */
export function inputOf({ input }: Arguments, key?: unknown): InputValues {
  if (input) return withDefaults(input as InputValues);
  const nodes = nodesOfType(typeOfKey(String(key)));
  return nodes ? { ...networkInput.defaults, nodes } : networkInput.defaults;
}

/** Computes the network, and the rows of those of its nodes and ties that are asked for. */
const computeNetwork: ComputedField = async ({ root: { field }, boundArguments }, environment) => {
  const { input } = boundArguments[field.argumentsIndex!]!.arguments as { input: InputValues };
  const answer = await environment.networks.read({ values: input }, environment);
  const rowsOf: Readonly<Record<string, (list: FieldPlan, args: Arguments) => Promise<Row[]> | Row[]>> = {
    nodes: (list, args) => nodeRows(answer, list, args, { boundArguments, signal: environment.signal }),
    ties: (_list, args) => tieRows(answer, answer.strongestTies(countAsked('ties', args, answer.tieCount))),
  };
  const filled = [...boundArguments];
  for (const list of singleTypeFields(field.selection!)) {
    const rows = rowsOf[list.definition.name];
    const bound = list.argumentsIndex === null ? undefined : filled[list.argumentsIndex]!;
    if (rows && bound && !bound.error)
      filled[list.argumentsIndex!] = withRows(bound, await rows(list, bound.arguments));
  }
  return {
    boundArguments: filled,
    values: {
      nodeCount: answer.nodes.length,
      tieCount: answer.tieCount,
      meetingCount: answer.meetingCount,
      notes: [...answer.notes, ...notesOn(measuresIn(field, boundArguments), answer)],
      graphVersion: answer.state.version,
      exportUrl: (args: Arguments) => exportUrl(input, args, environment),
      citation: ({ style }: Arguments) =>
        cite(toReading(answer, exportUrl(input, { format: NetworkFormat.GEXF }, environment)), style as CitationStyle),
    },
  };
};

/** A map that the statement turns into an item: `node` is the id of its node. */
type Row = Readonly<Record<string, unknown>> & { node: string; order: number };

function withRows(bound: BoundArguments, rows: readonly Row[]): BoundArguments {
  return { ...bound, parameters: [rows], arguments: { ...bound.arguments, size: rows.length } };
}

/** @throws ClientError TOO_COSTLY where it is not said how many and there are too many. */
function countAsked(name: string, args: Arguments, available: number): number {
  const first = (args.first ?? null) as number | null;
  rejectBelow('first', first, 0);
  if (first === null && available > MAX_UNASKED) {
    throw new ClientError(
      'TOO_COSTLY',
      `The network has ${formatCount(available)} ${name}; an answer has at most ${formatCount(MAX_UNASKED)} if it is not said how many. ` +
        'Ask for the first of them, for stronger ties (minWeight) or smaller meetings (maxMeetingSize), or take all of them as a file from `exportUrl`.',
      { estimate: available, limit: MAX_UNASKED },
    );
  }
  return Math.min(first ?? available, available);
}

async function nodeRows(
  answer: NetworkAnswer,
  list: FieldPlan,
  args: Arguments,
  { boundArguments, signal }: { boundArguments: readonly BoundArguments[]; signal?: AbortSignal },
): Promise<Row[]> {
  const count = countAsked('nodes', args, answer.nodes.length);
  const ranks = await valuesOf(answer, usualMeasure(args.orderBy as NetworkMeasure), signal);
  const chosen = answer.nodes.map((_, node) => node).sort((one, other) => ranks[other]! - ranks[one]!);
  const columns = await Promise.all(
    singleTypeFields(list.selection!).map(async (field) => {
      const measure = measureOf(field, boundArguments);
      return measure && ([rowProperty(field), await valuesOf(answer, measure, signal)] as const);
    }),
  );
  return chosen.slice(0, count).map((node, order) => ({
    node: answer.nodes[node]!.id,
    order,
    ...Object.fromEntries(columns.flatMap((column) => (column ? [[column[0], column[1][node]]] : []))),
  }));
}

/** The measure that a field of a node is; undefined for another field, and for arguments that are refused. */
function measureOf(
  { definition: { name }, argumentsIndex }: FieldPlan,
  boundArguments: readonly BoundArguments[],
): NodeMeasure | undefined {
  const bound = argumentsIndex === null ? undefined : boundArguments[argumentsIndex]!;
  if (bound?.error) return undefined;
  const { lengths, sample = null } = (bound?.arguments ?? {}) as { lengths: PathLength; sample?: number | null };
  switch (name) {
    case 'betweenness':
      return { measure: name, lengths, sample };
    case 'closeness':
      return { measure: name, lengths, sample: null };
    case 'degree':
    case 'strength':
    case 'eigenvector':
    case 'community':
    case 'component':
      return { measure: name };
    default:
      return undefined;
  }
}

/** The measures that are selected of the nodes of a network, wherever they are. */
const measuresIn = (network: FieldPlan, boundArguments: readonly BoundArguments[]): NodeMeasure[] =>
  singleTypeFields(network.selection!)
    .filter(({ definition }) => definition.name === 'nodes')
    .flatMap((list) => singleTypeFields(list.selection!).flatMap((each) => measureOf(each, boundArguments) ?? []));

const tieRows = (answer: NetworkAnswer, ties: readonly NetworkTie[]): Row[] =>
  ties.map(({ a, b, weight }, order) => {
    const [from, to] = [answer.nodes[a]!.id, answer.nodes[b]!.id];
    return { a: from, node: to, weight, order, meetings: answer.sharedMeetings(a, b) };
  });

/** What the file of each format ends with. */
const EXTENSIONS: Readonly<Record<NetworkFormat, string>> = {
  GEXF: 'gexf',
  GRAPHML: 'graphml',
  CSV_NODES: 'nodes.csv',
  CSV_TIES: 'ties.csv',
  CYTOSCAPE: 'cyjs',
  JSONL: 'jsonl',
};

function exportUrl(
  input: InputValues,
  { format, ...choices }: Arguments,
  { baseUrl }: Pick<ComputeEnvironment, 'baseUrl'>,
): string {
  const question = toSearchParameters({ ...input, ...choices }).toString();
  return `${baseUrl}/export/network.${EXTENSIONS[format as NetworkFormat]}${question && `?${question}`}`;
}

/** A network as what a reader cites. */
const toReading = ({ title, state }: NetworkAnswer, url: string): CitedReading => ({
  ...state,
  work: 'reading',
  title,
  url,
  mediaType: 'application/gexf+xml',
  retrievedAt: new Date().toISOString(),
});

export const networkField = computedObject(computeNetwork, { ...networkArgument, bind: bindNetwork });

export const networkFields: FieldMappings = {
  nodeCount: computedValue(),
  tieCount: computedValue(),
  meetingCount: computedValue(),
  notes: computedValue(),
  nodes: computedList(['first', 'orderBy']),
  ties: computedList(['first']),
  exportUrl: { ...computedValue(['format', 'measures', 'lengths', 'sample', 'lang']), bind: bindSample },
  graphVersion: computedValue(),
  citation: computedValue(['style']),
};

function bindSample(args: Arguments): BoundArguments {
  rejectBelow('sample', args.sample as number | null | undefined, 1);
  return plainArguments(args);
}

/** A measure that takes arguments. */
function measureWith(argumentNames: readonly string[]): FieldMapping {
  return {
    ...relationshipProperty(),
    arguments: argumentNames,
    bind: bindSample,
    project: (field, projection, context) =>
      relationshipProperty(rowProperty(field)).project(field, projection, context),
  };
}

export const networkNodeFields: FieldMappings = {
  entity: targetNode(),
  degree: relationshipProperty(),
  strength: relationshipProperty(),
  betweenness: measureWith(['lengths', 'sample']),
  closeness: measureWith(['lengths']),
  eigenvector: relationshipProperty(),
  community: relationshipProperty(),
  component: relationshipProperty(),
};

const computePath: ComputedField = async ({ root: { field }, boundArguments }, environment) => {
  const { input, from, to, lengths, maxLength } = boundArguments[field.argumentsIndex!]!.arguments as {
    input: InputValues;
    from: string;
    to: string;
    lengths: PathLength;
    maxLength: number;
  };
  if (maxLength < 1 || maxLength > MAX_PATH_TIES) {
    throw new ClientError(
      'BAD_USER_INPUT',
      `\`maxLength\` is ${maxLength}; expected a number from 1 to ${MAX_PATH_TIES}.`,
    );
  }
  const answer = await environment.networks.read({ values: input, refs: [from, to] }, environment);
  ['from', 'to'].forEach((name, index) => {
    const found = answer.found[index];
    if (found) rejectOtherKind(name, found, input);
  });
  const [start, end] = answer.found.map((found) => found?.node ?? null);
  const path =
    typeof start === 'number' && typeof end === 'number'
      ? await answer.shortestPath({ from: start, to: end, lengths, maxTies: maxLength }, environment.signal)
      : null;
  if (path === null) return { boundArguments, values: null };
  const ties = path.slice(1).map((b, index) => ({ a: path[index]!, b, weight: answer.weightOf(path[index]!, b) }));
  const distance = lengths === PathLength.STEPS ? ties.length : ties.reduce((sum, { weight }) => sum + 1 / weight, 0);
  const rows = tieRows(answer, ties);
  return {
    boundArguments: boundArguments.map((bound, index) =>
      index === field.argumentsIndex ? { ...bound, parameters: [rows] } : bound,
    ),
    values: { length: ties.length, distance },
  };
};

export const shortestPathField = computedObject(computePath, {
  ...networkArgument,
  names: ['from', 'to', ...networkArgument.names, 'lengths', 'maxLength'],
  bind: bindNetwork,
});

export const pathFields: FieldMappings = {
  length: computedValue(),
  distance: computedValue(),
  steps: computedList([]),
};
