import { type Tx } from '../../graph/database.ts';
import { type Candidate } from '../deed/deed.ts';
import { type Plan } from '../plan/plan.ts';
import { type Problem } from '../problem.ts';
import { profilesOf, suspectsOf } from './known.ts';
import { newcomersOf } from './newcomers.ts';
import { DUPLICATE, type Profile, scoreOf } from './score.ts';

/** Things of the graph that may be what the plan would make anew, the most likely first; each once. */
export const possibleDuplicates = (tx: Tx, plan: Plan): Promise<Candidate[]> => candidatesFor(tx, newcomersOf(plan));

/** Things of the graph that may be the same as one of these, which the graph may have as well. */
export async function candidatesFor(tx: Tx, profiles: readonly Profile[]): Promise<Candidate[]> {
  const suspects = await suspectsOf(tx, profiles);
  const known = await profilesOf(
    tx,
    suspects.map(([, found]) => found),
  );
  const byId = new Map(profiles.map((profile) => [profile.id, profile]));
  const pairs = new Map(suspects.map((pair) => [pair.join(' '), pair]));
  const candidates = [...pairs.values()].flatMap(([id, found]) => {
    const [profile, other] = [byId.get(id)!, known.get(found)];
    return other === undefined || id === found ? [] : candidateOf(profile, other);
  });
  return [...Map.groupBy(candidates, ({ entity }) => entity).values()].map(joined).sort(byScore);
}

function candidateOf(profile: Profile, known: Profile): Candidate[] {
  const { score, reasons } = scoreOf(profile, known);
  if (score < DUPLICATE) return [];
  return [{ entity: known.id, score, reasons: reasons.map((reason) => `${profile.key}: ${reason}`) }];
}

const joined = (candidates: Candidate[]): Candidate => ({
  entity: candidates[0]!.entity,
  score: Math.max(...candidates.map(({ score }) => score)),
  reasons: [...new Set(candidates.sort(byScore).flatMap(({ reasons }) => reasons))],
});

const byScore = (a: Candidate, b: Candidate) => b.score - a.score || (a.entity < b.entity ? -1 : 1);

/**
 * What the plan itself would make twice: a DUPLICATE for the later of two. No candidate can point at it, since none of
 * both is in the graph.
 */
export function duplicatesWithin(plan: Plan): Problem[] {
  const newcomers = newcomersOf(plan);
  const paths = new Map(plan.changes.described.map(({ description: { row } }) => [row.thing.id, row.path]));
  return newcomers.flatMap((profile, index) =>
    newcomers.slice(0, index).flatMap((earlier): Problem[] => {
      const { score, reasons } = scoreOf(profile, earlier);
      if (score < DUPLICATE) return [];
      const message =
        `${profile.key} may be ${earlier.key}, which the same input makes (${reasons.join('; ')}); give only one of them, ` +
        'or allowDuplicate where they are two';
      return [{ code: 'DUPLICATE', path: paths.get(profile.id) ?? [], message, suggestions: [earlier.key] }];
    }),
  );
}
