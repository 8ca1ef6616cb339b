import { isLive, type Assertion } from './assertion.ts';
import { ReviewState } from '../vocabulary.generated.ts';

/**
 * The live assertions that no other live one supersedes, directly or transitively, according to a source or an analyst.
 * Disputed claims do not supersede anything, and claims that supersede each other in a cycle all stay.
 */
export function withoutSuperseded(assertions: readonly Assertion[]): Assertion[] {
  const live = assertions.filter(isLive);
  const trusted = live.filter(({ reviewState }) => reviewState === ReviewState.ACCEPTED);
  const byClaim = new Map(trusted.map((assertion) => [assertion.claim, assertion]));
  const superseded = new Map(live.map(({ claim }) => [claim, supersededClaims(claim, byClaim)]));
  return live.filter(
    ({ claim }) =>
      !live.some((other) => superseded.get(other.claim)?.has(claim) && !superseded.get(claim)?.has(other.claim)),
  );
}

function supersededClaims(claim: string, byClaim: ReadonlyMap<string, Assertion>): ReadonlySet<string> {
  const superseded = new Set<string>();
  const pending = [...(byClaim.get(claim)?.supersedes ?? [])];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (superseded.has(next)) continue;
    superseded.add(next);
    pending.push(...(byClaim.get(next)?.supersedes ?? []));
  }
  return superseded;
}
