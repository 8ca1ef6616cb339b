import { addressOf } from '../../address.ts';
import type { NetworkPictureQuery } from '../../api/documents.generated.ts';
import { titleOf } from '../../parts/linked.ts';
import { counted } from '../../words.ts';
import type { Table } from '../table.ts';
import { NODES, type NetworkSettings } from './network-settings.ts';
import { type Drawing, type DrawnNode, MEASURES, type Measure } from './picture.ts';

/** So many ties, the strongest, are in the table. */
export const TABLED_TIES = 300;

/** What is seen of a network, in a few sentences: how much of what, around whom, and what a tie is. */
export function sentenceOf(
  network: Pick<NetworkPictureQuery['network'], 'nodeCount' | 'tieCount' | 'meetingCount'>,
  { nodes }: Drawing,
  { nodes: kind, around, radius = 1 }: NetworkSettings,
  measure: Measure,
): string {
  const [several, one] = NODES[kind];
  const middle = nodes.find(({ key }) => key === around);
  const [first] = nodes;
  return [
    `${counted(network.nodeCount, one, several)} and ${counted(network.tieCount, 'tie')}, from ${counted(network.meetingCount, 'meeting')}.`,
    'A tie joins two who are recorded at the same meeting: it does not say that they spoke with each other.',
    middle &&
      `Shown are ${middle.label}, all within ${counted(radius, 'tie')}, and the ties among these too, in which ${middle.label} may have had no part.`,
    `Highest by ${MEASURES[measure]}: ${first!.label}, ${first!.measure.toLocaleString('en', { maximumFractionDigits: 2 })}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** What the weight of ties counts. */
export const weightOf = ({ weight = 'COUNT' }: Pick<NetworkSettings, 'weight'>): string =>
  ({ COUNT: 'Meetings of both', NEWMAN: 'Meetings of both, small ones more', JACCARD: 'Share of their meetings' })[
    weight
  ];

/** Who is of the same community as somebody, the strongest first: `Germany, Norway and 11 others`. Null for who is alone in one. */
export function circleOf({ nodes }: Drawing, place: number): string | null {
  const { key, node } = nodes[place]!;
  const others = nodes
    .filter((other) => other.key !== key && other.node.community === node.community)
    .toSorted((a, b) => b.node.strength - a.node.strength);
  return others.length === 0 ? null : severalOf(others);
}

function severalOf(others: readonly DrawnNode[]): string {
  const names = others.slice(0, 2).map(({ label }) => label);
  const more = others.length - names.length;
  return [...names, ...(more > 0 ? [counted(more, 'other')] : [])].join(', ').replace(/, ([^,]*)$/, ' and $1');
}

/** A row for each node. */
export function nodeTable(drawing: Drawing, measure: Measure): Table {
  const isOther = measure !== 'STRENGTH' && measure !== 'DEGREE';
  return {
    columns: [
      'Name',
      'Others met',
      'Meetings with each, added up',
      ...(isOther ? [MEASURES[measure]] : []),
      'Number of the circle',
    ],
    rows: drawing.nodes.map(({ entity, node, measure: value }) => [
      { text: titleOf(entity), href: addressOf(entity)! },
      node.degree,
      node.strength,
      ...(isOther ? [value] : []),
      node.community,
    ]),
  };
}

/** A row for each tie, the strongest first. */
export const tieTable = ({ nodes, ties }: Drawing, settings: NetworkSettings): Table => ({
  columns: ['One', 'The other', weightOf(settings)],
  rows: ties.slice(0, TABLED_TIES).map(({ a, b, weight }) => [nodes[a]!.label, nodes[b]!.label, weight]),
});
