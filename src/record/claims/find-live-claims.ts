import { type Tx } from '../../graph/database.ts';
import { ReviewState } from '../../domain/vocabulary.generated.ts';
import { NodeRegistry } from '../resolve/node-registry.ts';
import { findByRef } from '../resolve/lookups.ts';
import { type InputPath } from '../input/problem.ts';
import { type Problems } from '../resolve/problems.ts';

/** A claim, and its review state. */
export interface LiveClaim {
  id: string;
  key: string;
  reviewState: ReviewState;
  /** True if an analyst has reviewed and accepted it. */
  reviewed: boolean;
  retractedAt: string | null;
  retractionReason: string | null;
  /** The key of the claim that replaced it. */
  correctedBy: string | null;
}

const CLAIMS = `UNWIND $ids AS id
MATCH (c:Thing&Claim {id: id}) USING INDEX SEEK c:Thing(id)
RETURN id, c.key AS key, c.reviewState AS reviewState, coalesce(c.reviewed, false) AS reviewed,
  c.retractedAt AS retractedAt, c.retractionReason AS retractionReason,
  [(newer:Claim)-[:CORRECTS]->(c) | newer.key][0] AS correctedBy`;

/**
 * Finds claims by key or id. Adds a problem for each that does not exist, is not a claim, or was corrected or retracted.
 *
 * @param refs By the name of the argument that gives them.
 * @returns By the same names; null for each with a problem.
 */
export async function findLiveClaims<Name extends string>(
  tx: Tx,
  refs: Readonly<Record<Name, string>>,
  problems: Problems,
): Promise<Record<Name, LiveClaim | null>> {
  const entries = Object.entries<string>(refs) as [Name, string][];
  const places = entries.map(([name, ref]) => ({ ref, path: [name] }));
  const claims = await findLiveClaimsAt(tx, places, problems);
  return Object.fromEntries(entries.map(([name], index) => [name, claims[index]!])) as Record<Name, LiveClaim | null>;
}

/** The same for references anywhere in the arguments. */
export async function findLiveClaimsAt(
  tx: Tx,
  places: readonly { ref: string; path: InputPath }[],
  problems: Problems,
): Promise<(LiveClaim | null)[]> {
  const refs = places.map(({ ref }) => ref);
  const registry = new NodeRegistry(await findByRef(tx, refs), problems);
  const nodes = places.map(({ ref, path }) => registry.resolve({ ref, to: ['Claim'], path }));
  const ids = nodes.flatMap((node) => node?.id ?? []);
  const found = new Map((ids.length === 0 ? [] : await tx.run<LiveClaim>(CLAIMS, { ids })).map((row) => [row.id, row]));
  return places.map(({ path }, index) => {
    const claim = found.get(nodes[index]?.id ?? '') ?? null;
    return claim && checkIsLive(claim, path, problems) ? claim : null;
  });
}

/** Corrected and retracted claims cannot be changed any more; the message gives the key of the correction. */
function checkIsLive({ key, reviewState, ...details }: LiveClaim, path: InputPath, problems: Problems): boolean {
  if (reviewState === ReviewState.CORRECTED) {
    const { correctedBy } = details;
    const message = `${key} was corrected; its correction is ${correctedBy}`;
    problems.add('NOT_ALLOWED', path, message, correctedBy === null ? [] : [correctedBy]);
  }
  if (reviewState === ReviewState.RETRACTED) {
    const { retractedAt, retractionReason } = details;
    const why = retractionReason === null ? '' : `: "${retractionReason}"`;
    const message = `${key} was retracted at ${retractedAt}${why}; record a new claim instead`;
    problems.add('NOT_ALLOWED', path, message);
  }
  return reviewState === ReviewState.ACCEPTED || reviewState === ReviewState.DISPUTED;
}
