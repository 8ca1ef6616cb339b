import { type Database, type Tx } from '../../graph/database.ts';
import { settle } from '../settle.ts';
import { TakenBack, answerOf } from '../taken-back.ts';
import { revise } from '../write/revisions.ts';
import { type Stamp } from '../write/stamp.ts';
import { createActivity, earlierActivity } from './activity.ts';
import { type Deed, type Doing } from './deed.ts';

/**
 * Does a deed in one transaction, and answers from the graph as the deed leaves it: `read` is called inside the transaction, with
 * the id of the `:Activity` that tells what was done, what was wrong, and what came of it. So a dry run tells
 * exactly what would be there; it, and a deed with problems, is then taken back without a trace. A deed with a key that
 * was done before is not done again: its answer is read again.
 *
 * @throws TellableError IDEMPOTENCY_KEY_REUSED where the key was used with another input.
 */
export async function perform<T>(
  database: Database,
  doing: Doing,
  deed: Deed,
  read: (tx: Tx, activity: string) => Promise<T>,
): Promise<T> {
  return answerOf(
    database.write(async (tx, version) => {
      const { once, dryRun } = doing;
      const earlier = once && (await earlierActivity(tx, doing.by, once));
      if (earlier) throw new TakenBack(await read(tx, earlier));
      const stamp: Stamp = { by: doing.by, at: new Date().toISOString(), version, reason: doing.reason };
      const outcome = await deed(tx, stamp);
      const isRefused = outcome.problems.length > 0 || outcome.candidates.length > 0;
      let changes = 0;
      if (!isRefused && outcome.touched) {
        const settled = await settle(tx, outcome.touched, () => {});
        changes = await revise(tx, [...outcome.changed, ...settled], stamp);
      }
      const answer = await read(tx, await createActivity(tx, doing, stamp, outcome));
      const isEmpty = changes === 0 && once === null && !outcome.isBeside;
      const leavesNoTrace = isRefused || dryRun || isEmpty;
      if (leavesNoTrace) throw new TakenBack(answer);
      return answer;
    }),
  );
}
