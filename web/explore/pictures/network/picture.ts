import type { NetworkPictureQuery } from '../../api/documents.generated.ts';
import { type Linked, titleOf } from '../../parts/linked.ts';
import { PALE } from '../series.ts';
import type { LayoutTask } from './layout.ts';

type Network = NetworkPictureQuery['network'];
type NetworkNode = Network['nodes'][number];

/** What the size of nodes says, by the name of `NetworkMeasure`. */
export const MEASURES = {
  STRENGTH: 'meetings with others (strength)',
  DEGREE: 'others met (degree)',
  BETWEENNESS: 'standing between others (betweenness)',
  CLOSENESS: 'nearness to all (closeness)',
  EIGENVECTOR: 'ties to the well tied (eigenvector)',
} as const;

export type Measure = keyof typeof MEASURES;

/** A node as it is drawn: what it is called, its measure, its group, and the look of that. */
export interface DrawnNode {
  key: string;
  entity: Linked;
  label: string;
  measure: number;
  /** In pixels. */
  size: number;
  group: Group;
  node: NetworkNode;
}

/** Nodes that look the same: those of a community or of a country. */
export interface Group {
  key: string;
  label: string;
  count: number;
  /** The number of a colour and shape; PALE where there are more groups than looks. */
  look: number;
}

export interface DrawnTie {
  a: number;
  b: number;
  weight: number;
}

/** What is drawn of a network: nodes and ties, groups the largest first, and how many ties lead to nodes that are not drawn. */
export interface Drawing {
  nodes: DrawnNode[];
  ties: DrawnTie[];
  groups: Group[];
  hiddenTies: number;
}

const [SMALLEST, LARGEST] = [2.5, 15];

/** The value of a measure of a node; 0 where it was not asked for. */
export const valueOf = (node: NetworkNode, measure: Measure): number =>
  ({
    STRENGTH: node.strength,
    DEGREE: node.degree,
    BETWEENNESS: node.betweenness,
    CLOSENESS: node.closeness,
    EIGENVECTOR: node.eigenvector,
  })[measure] ?? 0;

/** What to draw of a network. The area of a node is in proportion to its measure, between a smallest and a largest. */
export function drawingOf(network: Network, measure: Measure, colour: 'community' | 'country'): Drawing {
  const groups = groupsOf(network.nodes, colour);
  const highest = Math.max(...network.nodes.map((node) => valueOf(node, measure)), Number.MIN_VALUE);
  const nodes = network.nodes.map((node) => ({
    key: node.entity.key,
    entity: node.entity,
    label: titleOf(node.entity),
    measure: valueOf(node, measure),
    size: SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(valueOf(node, measure) / highest),
    group: groups.get(groupKeyOf(node, colour))!,
    node,
  }));
  const places = new Map(nodes.map(({ key }, index) => [key, index]));
  const ties = network.ties.flatMap(({ a, b, weight }) => {
    const [from, to] = [places.get(a.key), places.get(b.key)];
    return from === undefined || to === undefined ? [] : [{ a: from, b: to, weight }];
  });
  return { nodes, ties, groups: [...groups.values()], hiddenTies: network.tieCount - ties.length };
}

/** Where the layout begins and what pulls. */
export const layoutTaskOf = ({ nodes, ties }: Drawing): LayoutTask => ({
  communities: nodes.map(({ node }) => node.community),
  ties: ties.map(({ a, b, weight }) => [a, b, weight] as const),
});

function groupKeyOf({ entity, community }: NetworkNode, colour: 'community' | 'country'): string {
  if (colour === 'community') return String(community);
  return 'country' in entity && entity.country ? entity.country.key : 'none';
}

function groupsOf(nodes: readonly NetworkNode[], colour: 'community' | 'country'): Map<string, Group> {
  const members = [...Map.groupBy(nodes, (node) => groupKeyOf(node, colour))];
  const largestFirst = members.toSorted(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1));
  return new Map(
    largestFirst.map(([key, ofGroup], index) => [
      key,
      {
        key,
        count: ofGroup.length,
        look: ofGroup.length === 1 && colour === 'community' ? PALE : Math.min(index, PALE),
        label: colour === 'community' ? namesOf(ofGroup) : countryOf(ofGroup[0]!),
      },
    ]),
  );
}

/** The two strongest of a community stand for it: `around Lloyd Austin and Ben Wallace`. */
function namesOf(nodes: readonly NetworkNode[]): string {
  const strongest = nodes.toSorted((a, b) => b.strength - a.strength).slice(0, 2);
  return `around ${strongest.map(({ entity }) => titleOf(entity)).join(' and ')}`;
}

const countryOf = ({ entity }: NetworkNode): string =>
  'country' in entity && entity.country ? titleOf(entity.country) : 'no country';

/** The ties of a node, the strongest first, each with the node at its other end. */
export function tiesOf({ nodes, ties }: Drawing, place: number): { other: DrawnNode; weight: number }[] {
  return ties.flatMap(({ a, b, weight }) =>
    a === place ? [{ other: nodes[b]!, weight }] : b === place ? [{ other: nodes[a]!, weight }] : [],
  );
}
