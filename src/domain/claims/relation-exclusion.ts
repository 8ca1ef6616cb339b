import { ClaimRelationType } from '../vocabulary.generated.ts';

/** Types that have the same meaning in both directions. */
const symmetric: ReadonlySet<ClaimRelationType> = new Set([
  ClaimRelationType.CORROBORATES,
  ClaimRelationType.CONTRADICTS,
  ClaimRelationType.COMPETES_WITH,
  ClaimRelationType.DIFFERENT_MEASURE_FROM,
]);

/** Types under which both claims can be true. */
const compatible: ReadonlySet<ClaimRelationType> = new Set([
  ClaimRelationType.CORROBORATES,
  ClaimRelationType.REFINES,
  ClaimRelationType.CONFIRMS_OUTCOME,
  ClaimRelationType.QUALIFIES,
  ClaimRelationType.DIFFERENT_MEASURE_FROM,
]);

/** A relation between two given claims. */
export interface DirectedRelation {
  type: ClaimRelationType;
  /** True if it goes from the first claim to the second. */
  forward: boolean;
}

/** Whether two relations between the same two claims are equivalent. */
export const isSameRelation = (a: DirectedRelation, b: DirectedRelation): boolean =>
  a.type === b.type && (a.forward === b.forward || symmetric.has(a.type));

/**
 * Whether two relations between the same two claims exclude each other. Two claims have one relation; only a claim that
 * QUALIFIES another may have a second, compatible one.
 */
export function areExclusive(a: DirectedRelation, b: DirectedRelation): boolean {
  if (a.type === b.type) return !isSameRelation(a, b);
  const qualifies = [a, b].some(({ type }) => type === ClaimRelationType.QUALIFIES);
  return !(qualifies && compatible.has(a.type) && compatible.has(b.type));
}
