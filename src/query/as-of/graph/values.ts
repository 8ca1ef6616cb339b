import { reliabilityRank } from '../../../domain/claims/claim.ts';
import { sortKey } from '../../../domain/identity/keys.ts';
import {
  type Time,
  type Window,
  flatPropertyName,
  sortTime,
  unflattenTime,
  windowOf,
} from '../../../domain/time/time.ts';
import { type Reliability } from '../../../domain/vocabulary.generated.ts';
import { ABSENT_STATUSES } from '../../filters/predicates.ts';
import { type AsOfGraph } from './graph.ts';
import { type AsOfNode } from './node.ts';

export function getProperty(node: AsOfNode, name: string): unknown {
  return node.properties[name] ?? null;
}

export function getString(node: AsOfNode, name: string): string {
  return node.properties[name] as string;
}

/** The sort key of a node; that of a participation is made from its meeting or actor. */
export function getSortValue(graph: AsOfGraph, node: AsOfNode, name: string): string {
  if (node.type === 'Participation' && name === 'sortTime') {
    return sortTime(getTimeOf(graph.outgoingOne(node, 'IN_EVENT')!), node.key);
  }
  if (node.type === 'Participation' && name === 'sortName') {
    const actor = graph.outgoingOne(node, 'OF_ACTOR')!;
    return `${(actor.properties.sortName as string | undefined) ?? ''}|${sortKey(node.key)}`;
  }
  return getString(node, name);
}

/** The window of a time: a participation has that of its meeting, a claim the publication date of its best document. */
export function getWindow(graph: AsOfGraph, node: AsOfNode, prefix: 'time' | 'published'): Window {
  if (node.type === 'Participation') return windowOf(getTimeOf(graph.outgoingOne(node, 'IN_EVENT')!));
  if (node.type === 'Claim' && prefix === 'published') {
    const [best] = documentsByReliability(graph, node);
    return windowOf(unflattenTime('published', best?.properties ?? {}));
  }
  return windowOf(unflattenTime(prefix, node.properties));
}

const getTimeOf = (node: AsOfNode): Time => unflattenTime('time', node.properties);

/** The reliability of the best document of a claim; 0 is the best. */
export function reliabilityRankOf(graph: AsOfGraph, claim: AsOfNode): number {
  const [best] = documentsByReliability(graph, claim);
  return best === undefined ? 5 : documentRank(best);
}

const documentRank = (document: AsOfNode) =>
  reliabilityRank(getProperty(document, 'reliability') as Reliability | null);

/** The documents of a claim, the most reliable first, then by key. */
function documentsByReliability(graph: AsOfGraph, claim: AsOfNode): AsOfNode[] {
  return graph.sorted(graph.outgoing(claim, 'EVIDENCE'), documentRank, ({ key }) => key);
}

const TIME_SUBFIELDS = [
  'edtf',
  'precision',
  'startEarliest',
  'startLatest',
  'endEarliest',
  'endLatest',
  'raw',
  'basis',
];

/** A `Time` of the API, from the flat properties with this prefix. */
export function getTime(node: AsOfNode, prefix: string): Record<string, unknown> {
  return Object.fromEntries(
    TIME_SUBFIELDS.map((subfield) => [subfield, getProperty(node, flatPropertyName(prefix, subfield))]),
  );
}

export const isNotWithdrawn = (fact: AsOfNode): boolean => getProperty(fact, 'standing') !== 'WITHDRAWN';

export const isNotAbsent = (fact: AsOfNode): boolean => !ABSENT_STATUSES.includes(getString(fact, 'status'));
