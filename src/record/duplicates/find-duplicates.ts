import { type Tx } from '../../graph/database.ts';
import { type DuplicateCandidate } from '../operation/operation.ts';
import { type RecordingPlan } from '../diff/plan-recording.ts';
import { type Problem } from '../input/problem.ts';
import { loadProfiles, blockingCandidates } from './blocking.ts';
import { profilesOfNewEntities } from './new-entities.ts';
import { DUPLICATE_THRESHOLD, type EntityProfile, similarityOf } from './similarity.ts';

/** Things of the graph that may be what the plan would make anew, the most likely first; each once. */
export const findDuplicates = (tx: Tx, plan: RecordingPlan): Promise<DuplicateCandidate[]> =>
  findCandidates(tx, profilesOfNewEntities(plan));

/** Things of the graph that may be the same as one of these, which the graph may have as well. */
export async function findCandidates(tx: Tx, profiles: readonly EntityProfile[]): Promise<DuplicateCandidate[]> {
  const blockedPairs = await blockingCandidates(tx, profiles);
  const known = await loadProfiles(
    tx,
    blockedPairs.map(([, found]) => found),
  );
  const byId = new Map(profiles.map((profile) => [profile.id, profile]));
  const pairs = new Map(blockedPairs.map((pair) => [pair.join(' '), pair]));
  const candidates = [...pairs.values()].flatMap(([id, found]) => {
    const [profile, other] = [byId.get(id)!, known.get(found)];
    return other === undefined || id === found ? [] : toCandidate(profile, other);
  });
  return [...Map.groupBy(candidates, ({ entity }) => entity).values()].map(combineCandidates).sort(byScore);
}

function toCandidate(profile: EntityProfile, known: EntityProfile): DuplicateCandidate[] {
  const { score, reasons } = similarityOf(profile, known);
  if (score < DUPLICATE_THRESHOLD) return [];
  return [{ entity: known.id, score, reasons: reasons.map((reason) => `${profile.key}: ${reason}`) }];
}

const combineCandidates = (candidates: DuplicateCandidate[]): DuplicateCandidate => ({
  entity: candidates[0]!.entity,
  score: Math.max(...candidates.map(({ score }) => score)),
  reasons: [...new Set(candidates.sort(byScore).flatMap(({ reasons }) => reasons))],
});

const byScore = (a: DuplicateCandidate, b: DuplicateCandidate) => b.score - a.score || (a.entity < b.entity ? -1 : 1);

/**
 * What the plan itself would make twice: a DUPLICATE for the later of two. No candidate can point at it, since none of
 * both is in the graph.
 */
export function findDuplicatesWithin(plan: RecordingPlan): Problem[] {
  const profiles = profilesOfNewEntities(plan);
  const paths = new Map(plan.changes.addedDescriptions.map(({ description: { row } }) => [row.node.id, row.path]));
  return profiles.flatMap((profile, index) =>
    profiles.slice(0, index).flatMap((earlier): Problem[] => {
      const { score, reasons } = similarityOf(profile, earlier);
      if (score < DUPLICATE_THRESHOLD) return [];
      const message =
        `${profile.key} may be ${earlier.key}, which the same input makes (${reasons.join('; ')}); give only one of them, ` +
        'or allowDuplicate where they are two';
      return [{ code: 'DUPLICATE', path: paths.get(profile.id) ?? [], message, suggestions: [earlier.key] }];
    }),
  );
}
