import { arePlanAndOutcome, type ComparableValue } from './assertion.ts';
import { type ClaimComparator } from './claim-comparator.ts';
import { AttributionAct, ReviewState } from '../vocabulary.generated.ts';

/** Who passed on what a claim says, and the documents in which it stands, each with its publisher. Nodes by their ids. */
export interface ClaimProvenance {
  /** The chain of attribution, originator first. */
  chain: readonly { agent: string; how: AttributionAct }[];
  documents: readonly { id: string; publisher: string | null }[];
}

/**
 * The origins of a claim: the first agent of its chain; without a chain the publisher of each of its documents, else the document
 * itself. A chain that says only that a publisher reported it is what is assumed without one, and names no other origin.
 */
export function originsOf({ chain, documents }: ClaimProvenance): string[] {
  const [first, ...others] = chain;
  const isAssumed =
    others.length === 0 &&
    first?.how === AttributionAct.REPORTED &&
    documents.some(({ publisher }) => publisher === first.agent);
  if (first !== undefined && !isAssumed) return [first.agent];
  return [...new Set(documents.map(({ id, publisher }) => publisher ?? id))];
}

/** Whether the sources of `other` stand behind the value of `value` too: it gives the same value or a finer one. */
export function standsBehind(other: ComparableValue, value: ComparableValue, { entails }: ClaimComparator): boolean {
  return (
    isCounted(other) && other.isNegated === value.isNegated && !arePlanAndOutcome(other, value) && entails(other, value)
  );
}

/** Whether the origins of an assertion count: not those that an analyst disputes. */
const isCounted = ({ assertion }: ComparableValue): boolean => assertion.reviewState !== ReviewState.DISPUTED;

/** The number of independent sources of a value, among all that is said in its slot. */
export function countOrigins(
  value: ComparableValue,
  all: readonly ComparableValue[],
  comparator: ClaimComparator,
): number {
  const behind = all.filter((other) => standsBehind(other, value, comparator));
  return new Set(behind.flatMap(({ assertion }) => assertion.origins)).size;
}

/** What one claim has to do with another one, in one slot. */
export interface OtherInSlot {
  claim: string;
  standsBehind: boolean;
  contradicts: boolean;
}

/** The claims whose origins count for a claim too: they stand behind it in at least one slot and contradict it in none. */
export function claimsBehind(others: readonly OtherInSlot[]): Set<string> {
  const contradicting = new Set(others.filter(({ contradicts }) => contradicts).map(({ claim }) => claim));
  const behind = others.filter(({ claim, standsBehind }) => standsBehind && !contradicting.has(claim));
  return new Set(behind.map(({ claim }) => claim));
}
