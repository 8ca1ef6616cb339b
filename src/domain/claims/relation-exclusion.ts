import { ClaimRelationType } from '../vocabulary.generated.ts';

/** Types that say the same read from either side. */
const symmetric: ReadonlySet<ClaimRelationType> = new Set([
  ClaimRelationType.CORROBORATES,
  ClaimRelationType.CONTRADICTS,
  ClaimRelationType.COMPETES_WITH,
  ClaimRelationType.DIFFERENT_MEASURE_FROM,
]);

/** Types by which two claims can both be so. */
const compatible: ReadonlySet<ClaimRelationType> = new Set([
  ClaimRelationType.CORROBORATES,
  ClaimRelationType.REFINES,
  ClaimRelationType.CONFIRMS_OUTCOME,
  ClaimRelationType.QUALIFIES,
  ClaimRelationType.DIFFERENT_MEASURE_FROM,
]);

/** How one of two claims stands to the other. */
export interface DirectedRelation {
  type: ClaimRelationType;
  /** True from the first of the two to the second. */
  forward: boolean;
}

/** Whether two relations between the same two claims say the same. */
export const isSameRelation = (a: DirectedRelation, b: DirectedRelation): boolean =>
  a.type === b.type && (a.forward === b.forward || symmetric.has(a.type));

/**
 * Whether two relations between the same two claims cannot both be so. There is one way in which two claims stand to each
 * other; only what QUALIFIES a claim may hold together with it in another way as well.
 */
export function areExclusive(a: DirectedRelation, b: DirectedRelation): boolean {
  if (a.type === b.type) return !isSameRelation(a, b);
  const qualifies = [a, b].some(({ type }) => type === ClaimRelationType.QUALIFIES);
  return !(qualifies && compatible.has(a.type) && compatible.has(b.type));
}
