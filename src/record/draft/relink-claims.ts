import { type RelinkCandidate } from '../resolve/claims-of-facts.ts';
import { type ResolvedInput } from '../resolve/resolve.ts';
import { type Support } from './claim-draft.ts';
import { impliedValues } from './implied-values.ts';
import { type SupportInference, factSlots } from './implied-supports.ts';

/** A stored claim whose inferred supports change because of new facts: what it now supports. */
export interface RelinkedClaim {
  id: string;
  supports: Support[];
}

/** The stored claims that may support new facts of the input. */
export function relinkCandidates({ claimsOfFacts, factIdentities }: ResolvedInput): RelinkCandidate[] {
  const slots = new Set([...factIdentities.values()].map(({ slot }) => slot));
  return claimsOfFacts.filter((claim) => factSlots(claim).some((slot) => slots.has(slot)));
}

/** The stored claims whose inferred supports are changed by new facts. */
export function relinkClaims(candidates: readonly RelinkCandidate[], inference: SupportInference): RelinkedClaim[] {
  return candidates.flatMap((claim) => {
    const { nodes } = inference.infer(claim, null);
    const isUnchanged = nodes.length === claim.supports.length && nodes.every(({ id }) => claim.supports.includes(id));
    if (isUnchanged) return [];
    const content = { ...claim, value: null, count: null };
    return [{ id: claim.id, supports: nodes.map((node) => ({ node, values: impliedValues(content, node) })) }];
  });
}
