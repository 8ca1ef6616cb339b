import { ClientError } from '../domain/errors.ts';
import { components, strengths } from './groups.ts';
import { type StopCheck } from './stop.ts';
import { type Network } from './types.ts';

/** The most that a value changes in the last step, the largest being 1. */
const PRECISION = 1e-12;
const MOST_STEPS = 20_000;
/** Eigenvalues of two components that differ by less than this share are the same. */
const SAME_EIGENVALUE = 1e-9;

/** Nodes of one component, with the eigenvector of its largest eigenvalue, scaled to a sum of squares of 1. */
interface Leading {
  members: Int32Array;
  eigenvalue: number;
  vector: Float64Array;
}

/**
 * Eigenvector centrality: x with A x = λ x for the largest eigenvalue λ of the matrix A of weights, which are strengths:
 * a node has much that is strongly tied to nodes that have much (P. Bonacich, Factoring and weighting approaches to status
 * scores and clique identification, Journal of Mathematical Sociology 2, 1972). The largest is 1.
 *
 * Of several components only that with the largest λ has values, all others 0, which is where repeated multiplication leads
 * from equal values. Components with the same largest λ keep the parts that they have in equal values.
 *
 * @throws {ClientError} TOO_COSTLY if values do not settle, as along chains of thousands of nodes.
 */
export function eigenvector(network: Network, checkStop: StopCheck): Float64Array {
  const values = new Float64Array(network.nodes.length);
  for (const { members, vector } of leadingComponents(network, checkStop)) {
    const part = vector.reduce((sum, value) => sum + value, 0);
    members.forEach((node, i) => (values[node] = part * vector[i]!));
  }
  const largest = values.reduce((most, value) => Math.max(most, value), 0);
  return largest === 0 ? values : values.map((value) => value / largest);
}

function leadingComponents(network: Network, checkStop: StopCheck): Leading[] {
  const strength = strengths(network);
  let leading: Leading[] = [];
  let largest = 0;
  // No eigenvalue is above the largest strength of its component.
  const bounded = membersByComponent(network)
    .map((members) => ({ members, bound: members.reduce((most, node) => Math.max(most, strength[node]!), 0) }))
    .filter(({ bound }) => bound > 0)
    .sort((a, b) => b.bound - a.bound);
  for (const { members, bound } of bounded) {
    if (bound < largest * (1 - SAME_EIGENVALUE)) break;
    const next = leadingEigenvector(network, members, checkStop);
    if (next.eigenvalue > largest * (1 + SAME_EIGENVALUE)) leading = [];
    else if (next.eigenvalue < largest * (1 - SAME_EIGENVALUE)) continue;
    leading.push(next);
    largest = Math.max(largest, next.eigenvalue);
  }
  return leading;
}

function membersByComponent(network: Network): Int32Array[] {
  const members: number[][] = [];
  components(network).forEach((number, node) => (members[number - 1] ??= []).push(node));
  return members.map((nodes) => Int32Array.from(nodes));
}

/**
 * By power iteration on A + λ/2: in a network of two kinds -λ is an eigenvalue as well, and without something added the
 * values would swing between the kinds for ever.
 */
function leadingEigenvector(
  { offsets, neighbours, weights, nodes }: Network,
  members: Int32Array,
  checkStop: StopCheck,
): Leading {
  const current = new Float64Array(nodes.length);
  const next = new Float64Array(nodes.length);
  for (const node of members) current[node] = 1;
  for (let step = 0; step < MOST_STEPS; step++) {
    checkStop();
    let [product, square] = [0, 0];
    for (const node of members) {
      let sum = 0;
      for (let e = offsets[node]!, end = offsets[node + 1]!; e < end; e++)
        sum += weights[e]! * current[neighbours[e]!]!;
      next[node] = sum;
      product += sum * current[node]!;
      square += current[node]! ** 2;
    }
    const eigenvalue = product / square;
    let largest = 0;
    for (const node of members) largest = Math.max(largest, (next[node]! += (eigenvalue / 2) * current[node]!));
    let change = 0;
    for (const node of members) {
      const value = next[node]! / largest;
      change = Math.max(change, Math.abs(value - current[node]!));
      current[node] = value;
    }
    if (change < PRECISION) return { members, eigenvalue, vector: unit(members.length, (i) => current[members[i]!]!) };
  }
  throw new ClientError(
    'TOO_COSTLY',
    `The eigenvector centrality of this network does not settle in ${MOST_STEPS.toLocaleString('en')} steps: it is a long chain more than ` +
      'a net. Leave out `eigenvector`, or ask for a part of the network.',
  );
}

function unit(length: number, valueAt: (index: number) => number): Float64Array {
  const vector = Float64Array.from({ length }, (_, i) => valueAt(i));
  const norm = Math.sqrt(vector.reduce((sum, value) => sum + value ** 2, 0));
  return vector.map((value) => value / norm);
}
