import { ClaimRelationType } from './vocabulary.generated.ts';

/** Types that say the same read from either side. */
const mutual: ReadonlySet<ClaimRelationType> = new Set([
  ClaimRelationType.CORROBORATES,
  ClaimRelationType.CONTRADICTS,
  ClaimRelationType.COMPETES_WITH,
  ClaimRelationType.DIFFERENT_MEASURE_FROM,
]);

/** Types by which two claims can both be so. */
const holding: ReadonlySet<ClaimRelationType> = new Set([
  ClaimRelationType.CORROBORATES,
  ClaimRelationType.REFINES,
  ClaimRelationType.CONFIRMS_OUTCOME,
  ClaimRelationType.QUALIFIES,
  ClaimRelationType.DIFFERENT_MEASURE_FROM,
]);

/** How one of two claims stands to the other. */
export interface Stand {
  type: ClaimRelationType;
  /** True from the first of the two to the second. */
  forward: boolean;
}

/** Whether two relations between the same two claims say the same. */
export const isSameStand = (a: Stand, b: Stand): boolean =>
  a.type === b.type && (a.forward === b.forward || mutual.has(a.type));

/**
 * Whether two relations between the same two claims cannot both be so. There is one way in which two claims stand to each
 * other; only what QUALIFIES a claim may hold together with it in another way as well.
 */
export function excludes(a: Stand, b: Stand): boolean {
  if (a.type === b.type) return !isSameStand(a, b);
  const qualifies = [a, b].some(({ type }) => type === ClaimRelationType.QUALIFIES);
  return !(qualifies && holding.has(a.type) && holding.has(b.type));
}
