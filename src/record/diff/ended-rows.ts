import { timeInWords } from '../../domain/time/time-in-words.ts';
import { type Tx } from '../../graph/database.ts';
import { type ClaimDraft } from '../draft/claim-draft.ts';
import { type Problem } from '../input/problem.ts';
import { cypherRevisions } from '../../storage/revisions.ts';
import { type FingerprintedClaim } from './fingerprint.ts';
import { type StoredClaimRow, readStoredClaims } from './stored-rows.ts';

/** A drafted claim, and the stored one that says the same. */
export interface SameClaim {
  row: FingerprintedClaim;
  stored: StoredClaimRow;
}

/**
 * Of drafted claims that are stored as they are, those of which the stored one was corrected or retracted: nothing is recorded of them. A
 * claim that was corrected back to what it said stands in for the first one.
 */
export async function splitEnded(
  tx: Tx,
  same: readonly SameClaim[],
): Promise<{ standing: SameClaim[]; ended: SameClaim[] }> {
  const split: { standing: SameClaim[]; ended: SameClaim[] } = { standing: [], ended: [] };
  const keys = same.filter(({ stored }) => stored.ended !== null).map(({ row }) => row.keys.inMutation);
  // Corrections are made by mutations.
  const found = keys.length === 0 ? [] : await readStoredClaims(tx, '', keys);
  const live = new Map(
    found
      .filter(({ ended }) => ended === null)
      .map((claim) => [`${claim.localKey} ${claim.fingerprint}`, claim] as const),
  );
  for (const { row, stored } of same) {
    const standing = stored.ended === null ? stored : live.get(`${row.keys.inMutation} ${row.fingerprint}`);
    if (standing === undefined) split.ended.push({ row, stored });
    else split.standing.push({ row, stored: standing });
  }
  return split;
}

const ENDINGS = `UNWIND $ids AS id
MATCH (c:Thing&Claim {id: id}) USING INDEX SEEK c:Thing(id)
OPTIONAL MATCH (newer:Claim)-[:CORRECTS]->(c)
WITH c, coalesce(newer.recordedAt, c.retractedAt) AS at
RETURN c.id AS id, at, c.retractionReason AS retractionReason,
  COLLECT { MATCH ${cypherRevisions('c', 'r')} WHERE r.at = at RETURN r {.by, .reason} LIMIT 1 }[0] AS revision,
  COLLECT { MATCH (c)<-[:CORRECTS*1..]-(last:Claim) WHERE last.live RETURN last.key LIMIT 1 }[0] AS standing`;

/** When, by whom and why a claim was corrected or retracted. */
interface Ending {
  id: string;
  at: string | null;
  retractionReason: string | null;
  revision: { by: string; reason: string | null } | null;
  /** The key of the claim that it was corrected to, if that still counts. */
  standing: string | null;
}

/** A warning for each drafted claim of which nothing is recorded, since an analyst has ended the claim that says the same. */
export async function warnOfEnded(tx: Tx, ended: readonly SameClaim[]): Promise<Problem[]> {
  if (ended.length === 0) return [];
  const found = await tx.run<Ending>(ENDINGS, { ids: [...new Set(ended.map(({ stored }) => stored.id))] });
  const endings = new Map(found.map((ending) => [ending.id, ending]));
  return ended.map(({ row: { draft }, stored }) => ({
    code: 'ENDED_BEFORE',
    path: draft.path,
    message: `${endingInWords(stored, endings.get(stored.id)!)}; to record it all the same, ${remedy(draft, endings.get(stored.id)!)}`,
    suggestions: [],
  }));
}

function endingInWords({ key, ended }: StoredClaimRow, { at, revision, retractionReason, standing }: Ending): string {
  const reason = retractionReason ?? revision?.reason ?? null;
  const words = [
    `this is what ${key} said, which was ${ended === 'CORRECTED' ? 'corrected' : 'retracted'}`,
    revision && `by ${revision.by}`,
    at && timeInWords(`${at.slice(0, 'YYYY-MM-DDThh:mm'.length)}Z`),
    reason !== null && `("${reason}")`,
  ].filter((part) => typeof part === 'string');
  return `${words.join(' ')}, so no claim is made of it${standing === null ? '' : `, and ${standing} stands instead`}`;
}

/** What makes the same words a claim that was not ended. */
function remedy({ isGenerated, scope, evidence }: ClaimDraft, { standing }: Ending): string {
  const correct = standing === null ? '' : `correct ${standing}, or `;
  if (!isGenerated) return `${correct}give it a key of its own`;
  const paragraph = evidence[0]!.paragraph;
  const given = `give ${paragraph === null ? 'the paragraph' : `another paragraph than ${paragraph}`} in which the document says so`;
  return scope === '' ? `${correct}${given}` : `${correct}record it with a mutation, and ${given}`;
}
