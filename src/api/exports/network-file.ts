import { bestName } from '../../domain/names/names.ts';
import { type NetworkMeasure, NetworkMode, type PathLength } from '../../domain/vocabulary.generated.ts';
import { type NetworkFile } from '../../export/network.ts';
import { type About, type Cell, type TableColumn } from '../../export/table.ts';
import { type NetworkAnswer, type NodeMeasure } from '../../query/ir/computed.ts';
import { notesOn, usualMeasure, valuesOf } from '../../query/networks/measures.ts';
import { toNames } from '../../storage/names.ts';

/** What of a network is written beside its ties. */
export interface NetworkChoices {
  measures?: readonly NetworkMeasure[] | null;
  lengths?: PathLength | null;
  sample?: number | null;
  lang?: readonly string[] | null;
  /** Whether each tie has the names of its ends: in a table, which has no nodes beside it. */
  hasLabelledTies?: boolean;
}

/** A column of nodes, with its values. */
interface NodeColumn extends TableColumn {
  valueOf: (node: number) => Cell;
}

/** A network as a file, its measures computed. */
export async function toNetworkFile(
  answer: NetworkAnswer,
  { measures, lengths, sample, lang, hasLabelledTies = false }: NetworkChoices,
  about: About,
  signal: AbortSignal,
): Promise<NetworkFile> {
  const { nodes, mode } = answer;
  const isTwoMode = mode === NetworkMode.TWO_MODE;
  const asked = (measures ?? []).map((measure) =>
    usualMeasure(measure, { lengths: lengths ?? undefined, sample: sample ?? null }),
  );
  const computed = await Promise.all(
    distinct([...ALWAYS, ...asked]).map(async (measure): Promise<NodeColumn> => {
      const values = await valuesOf(answer, measure, signal);
      const type = values instanceof Int32Array ? 'integer' : 'number';
      return { ...describeMeasure(measure), type, valueOf: (node) => values[node]! };
    }),
  );
  const columns = [...FIXED_COLUMNS(answer), ...(isTwoMode ? timeColumns(answer) : []), ...computed];
  const labels = nodes.map(({ key, names }) => bestName(toNames(names), [...(lang ?? [])]) ?? key);
  return {
    about: { ...about, notes: [...about.notes, ...answer.notes, ...notesOn(asked, answer)] },
    nodeColumns: columns,
    nodes: nodes.map(({ key, time }, node) => ({
      key,
      label: labels[node]!,
      ...(time && { span: { first: time.from, last: time.until } }),
      values: columns.map(({ valueOf }) => valueOf(node)),
    })),
    tieColumns: hasLabelledTies ? LABELS_OF_ENDS : [],
    ties: tiesOf(answer, hasLabelledTies ? labels : null),
    dated: isTwoMode,
  };
}

const LABELS_OF_ENDS: readonly TableColumn[] = [
  { name: 'sourceLabel', type: 'text', description: 'The name of one end.' },
  { name: 'targetLabel', type: 'text', description: 'The name of the other end.' },
];

function* tiesOf(answer: NetworkAnswer, labels: readonly string[] | null) {
  for (const { a, b, weight } of answer.ties()) {
    yield { a: answer.nodes[a]!.key, b: answer.nodes[b]!.key, weight, values: labels ? [labels[a]!, labels[b]!] : [] };
  }
}

/** The measures that every file has: they take little time. */
const ALWAYS: readonly NodeMeasure[] = [
  { measure: 'degree' },
  { measure: 'strength' },
  { measure: 'component' },
  { measure: 'community' },
];

const distinct = (measures: readonly NodeMeasure[]): NodeMeasure[] => [
  ...new Map(measures.map((measure) => [measure.measure, measure])).values(),
];

const DESCRIPTIONS: Readonly<Record<NodeMeasure['measure'], string>> = {
  degree: 'The number of its ties.',
  strength: 'The sum of the weights of its ties.',
  betweenness:
    'The sum, over all pairs of others, of the share of their shortest paths on which it lies. Not normalized.',
  closeness: 'How near it is to all that it can reach, after Wasserman and Faust.',
  eigenvector: 'The leading eigenvector of the weights; the highest value is 1.',
  community: 'The number of its community, 1 the largest.',
  component: 'The number of its component, 1 the largest.',
};

function describeMeasure(measure: NodeMeasure): Pick<TableColumn, 'name' | 'description'> {
  const lengths =
    'lengths' in measure ? ` Ties are as long as ${measure.lengths === 'STEPS' ? 'one step' : '1/weight'}.` : '';
  return { name: measure.measure, description: `${DESCRIPTIONS[measure.measure]}${lengths}` };
}

const FIXED_COLUMNS = ({ nodes }: NetworkAnswer): NodeColumn[] => [
  {
    name: 'kind',
    type: 'text',
    description: 'What it is: Official, Country, Organization or Meeting.',
    valueOf: (node) => nodes[node]!.type,
  },
  {
    name: 'country',
    type: 'text',
    description: 'The key of the country that an official serves or an organization belongs to.',
    valueOf: (node) => nodes[node]!.country,
  },
];

const timeColumns = ({ nodes }: NetworkAnswer): NodeColumn[] => [
  {
    name: 'time.edtf',
    type: 'text',
    description: 'When the meeting was, as recorded (EDTF).',
    valueOf: (node) => nodes[node]!.time?.edtf ?? null,
  },
  {
    name: 'time.startEarliest',
    type: 'text',
    description: 'The first day on which it can have begun.',
    valueOf: (node) => nodes[node]!.time?.from ?? null,
  },
  {
    name: 'time.endLatest',
    type: 'text',
    description: 'The last day on which it can have ended.',
    valueOf: (node) => nodes[node]!.time?.until ?? null,
  },
];
