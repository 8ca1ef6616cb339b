import { isLive, type Assertion } from './assertion.ts';
import { ReviewState } from './vocabulary.generated.ts';

/**
 * The live assertions that no other live one supersedes by word of a source or an analyst, directly or through others.
 * A claim that an analyst disputes displaces nothing; claims that supersede each other in a circle say nothing by it.
 */
export function notSuperseded(assertions: readonly Assertion[]): Assertion[] {
  const live = assertions.filter(isLive);
  const trusted = live.filter(({ reviewState }) => reviewState === ReviewState.ACCEPTED);
  const known = new Map(trusted.map((assertion) => [assertion.claim, assertion]));
  const reached = new Map(live.map(({ claim }) => [claim, reachOf(claim, known)]));
  return live.filter(
    ({ claim }) => !live.some((other) => reached.get(other.claim)?.has(claim) && !reached.get(claim)?.has(other.claim)),
  );
}

function reachOf(claim: string, known: ReadonlyMap<string, Assertion>): ReadonlySet<string> {
  const reached = new Set<string>();
  const ahead = [...(known.get(claim)?.supersedes ?? [])];
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    ahead.push(...(known.get(next)?.supersedes ?? []));
  }
  return reached;
}
