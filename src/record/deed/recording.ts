import { type Tx } from '../../graph/database.ts';
import { Touched } from '../derive/touched.ts';
import { duplicatesWithin, possibleDuplicates } from '../duplicates/find.ts';
import { type RecordInput } from '../input.ts';
import { knownByRef } from '../plan/known.ts';
import { type Path } from '../plan/mentions.ts';
import { type Plan, changesAnything, planOf } from '../plan/plan.ts';
import { Problems } from '../plan/problems.ts';
import { type Problem } from '../problem.ts';
import { typeNames } from '../../domain/thing-types.ts';
import { writePlan } from '../write/plan.ts';
import { type Deed, done, refused } from './deed.ts';
import { versionProblems } from './versions.ts';

/** How one source's word is recorded by an analyst. */
export interface RecordingOptions {
  expectedVersions: readonly ExpectedVersion[];
  /** Also where things like the new ones are there. */
  allowDuplicate: boolean;
}

/** The version that a thing had when the analyst looked at it. */
export interface ExpectedVersion {
  ref: string;
  version: number;
  path: Path;
}

/**
 * Records what one source says: claims, and the facts and things that follow from them. Paths of problems begin within
 * the block.
 */
export function recording(block: RecordInput, { expectedVersions, allowDuplicate }: RecordingOptions): Deed {
  return async (tx, stamp) => {
    const plan = await planOf(tx, [block], { by: stamp.by });
    const told = plan.problems.length > 0 || allowDuplicate ? plan.problems : duplicatesWithin(plan);
    const problems = [
      ...told.map((problem) => ({ ...problem, path: problem.path.slice(1) })),
      ...(await conflictsWith(tx, expectedVersions)),
    ];
    if (problems.length > 0) return refused(problems);
    const candidates = allowDuplicate ? [] : await possibleDuplicates(tx, plan);
    if (candidates.length > 0) return refused([], candidates);
    const { touched, changed } = changesAnything(plan) ? await writePlan(tx, plan, stamp) : nothing();
    return done(touched, changed, resultsOf(plan));
  };
}

const nothing = () => ({ touched: new Touched(), changed: [] });

function resultsOf({ spokenOf: { things, claims } }: Plan) {
  const meeting = things.find(({ type }) => type === 'Meeting');
  return { thing: meeting?.id ?? null, claims, nodes: things.map(({ id }) => id) };
}

async function conflictsWith(tx: Tx, expected: readonly ExpectedVersion[]): Promise<Problem[]> {
  if (expected.length === 0) return [];
  const known = await knownByRef(
    tx,
    expected.map(({ ref }) => ref),
  );
  const problems = new Problems();
  const found = expected.flatMap(({ ref, version, path }) => {
    const thing = known.get(ref);
    if (thing === undefined) problems.notFound({ ref, to: typeNames, path });
    return thing === undefined ? [] : [{ thing: thing.id, key: thing.key, version, path }];
  });
  return [...(await problems.all(tx, new Map())), ...(await versionProblems(tx, found))];
}
