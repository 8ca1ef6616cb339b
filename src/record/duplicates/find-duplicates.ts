import { type Tx } from '../../graph/database.ts';
import { together } from '../../graph/transactions/together.ts';
import { type RecordingPlan } from '../diff/plan-recording.ts';
import { type Problem } from '../input/problem.ts';
import { loadProfiles, blockingCandidates } from './blocking.ts';
import { profilesOfNewEntities, withSurroundings } from './new-entities.ts';
import { DUPLICATE_THRESHOLD, type EntityProfile, similarityOf } from './similarity.ts';

/** An existing entity that may be the same as one about to be created. */
export interface DuplicateCandidate {
  /** Its id. */
  entity: string;
  /** From 0 to 1. */
  score: number;
  /** Why, in plain English: `the same body and number`. */
  reasons: readonly string[];
}

/** What the new entities of a plan may be the same as. */
export interface FoundDuplicates {
  /** Of the new entities. */
  profiles: readonly EntityProfile[];
  /** New entities that may be the same as each other: a DUPLICATE problem for the later of two. */
  within: Problem[];
  /** Existing entities that may be the same as one of them, the most likely first; each once. */
  candidates: DuplicateCandidate[];
}

export async function findDuplicates(tx: Tx, plan: RecordingPlan): Promise<FoundDuplicates> {
  const planned = profilesOfNewEntities(plan);
  const [profiles, blockedPairs] = await together([withSurroundings(tx, planned), blockingCandidates(tx, planned)]);
  const candidates = await findCandidates(tx, profiles, blockedPairs);
  return { profiles, within: findWithin(profiles, plan), candidates };
}

async function findCandidates(
  tx: Tx,
  profiles: readonly EntityProfile[],
  blockedPairs: readonly (readonly [id: string, found: string])[],
): Promise<DuplicateCandidate[]> {
  const existing = await loadProfiles(
    tx,
    blockedPairs.map(([, found]) => found),
  );
  const byId = new Map(profiles.map((profile) => [profile.id, profile]));
  const pairs = new Map(blockedPairs.map((pair) => [pair.join(' '), pair]));
  const candidates = [...pairs.values()].flatMap(([id, found]) => {
    const [profile, other] = [byId.get(id)!, existing.get(found)];
    return other === undefined || id === found ? [] : toCandidate(profile, other);
  });
  return [...Map.groupBy(candidates, ({ entity }) => entity).values()].map(combineCandidates).sort(byScore);
}

function toCandidate(profile: EntityProfile, existing: EntityProfile): DuplicateCandidate[] {
  const { score, reasons } = similarityOf(profile, existing);
  if (score < DUPLICATE_THRESHOLD) return [];
  return [{ entity: existing.id, score, reasons: reasons.map((reason) => `${profile.key}: ${reason}`) }];
}

const combineCandidates = (candidates: DuplicateCandidate[]): DuplicateCandidate => ({
  entity: candidates[0]!.entity,
  score: Math.max(...candidates.map(({ score }) => score)),
  reasons: [...new Set(candidates.sort(byScore).flatMap(({ reasons }) => reasons))],
});

const byScore = (a: DuplicateCandidate, b: DuplicateCandidate) => b.score - a.score || (a.entity < b.entity ? -1 : 1);

/** They cannot be candidates, because neither is in the graph. */
function findWithin(profiles: readonly EntityProfile[], { changes }: RecordingPlan): Problem[] {
  const paths = new Map(changes.addedDescriptions.map(({ description: { row } }) => [row.node.id, row.path]));
  return profiles.flatMap((profile, index) =>
    profiles.slice(0, index).flatMap((earlier): Problem[] => {
      const { score, reasons } = similarityOf(profile, earlier);
      if (score < DUPLICATE_THRESHOLD) return [];
      const message =
        `${profile.key} may be the same as ${earlier.key} in this input (${reasons.join('; ')}); give only one of them, ` +
        'or set allowDuplicate if they are different';
      return [{ code: 'DUPLICATE', path: paths.get(profile.id) ?? [], message, suggestions: [earlier.key] }];
    }),
  );
}
