import { type Database, type Tx } from '../../graph/database.ts';
import { deriveAll } from '../derive/pipeline.ts';
import { Rollback, resultOrRollback } from './rollback.ts';
import { writeRevisions } from '../write/revisions.ts';
import { type WriteContext } from '../write/write-context.ts';
import { createActivity, findEarlierActivity } from './activity.ts';
import { type WriteOperation, type OperationRequest } from './operation.ts';

/**
 * Does a deed in one transaction, and answers from the graph as the deed leaves it: `read` is called inside the transaction, with
 * the id of the `:Activity` that tells what was done, what was wrong, and what came of it. So a dry run tells
 * exactly what would be there; it, and a deed with problems, is then taken back without a trace. A deed with a key that
 * was done before is not done again: its answer is read again.
 *
 * @throws TellableError IDEMPOTENCY_KEY_REUSED where the key was used with another input.
 */
export async function executeWithActivity<T>(
  database: Database,
  request: OperationRequest,
  operation: WriteOperation,
  read: (tx: Tx, activity: string) => Promise<T>,
): Promise<T> {
  return resultOrRollback(
    database.write(async (tx, version) => {
      const { idempotency, dryRun } = request;
      const earlier = idempotency && (await findEarlierActivity(tx, request.by, idempotency));
      if (earlier) throw new Rollback(await read(tx, earlier));
      const context: WriteContext = { by: request.by, at: new Date().toISOString(), version, reason: request.reason };
      const result = await operation(tx, context);
      const isRejected = result.problems.length > 0 || result.duplicateCandidates.length > 0;
      let revisions = 0;
      if (!isRejected && result.dirty) {
        const settled = await deriveAll(tx, result.dirty, () => {});
        revisions = await writeRevisions(tx, [...result.changes, ...settled], context);
      }
      const response = await read(tx, await createActivity(tx, request, context, result));
      const isEmpty = revisions === 0 && idempotency === null && !result.commitsWithoutRevisions;
      const leavesNoTrace = isRejected || dryRun || isEmpty;
      if (leavesNoTrace) throw new Rollback(response);
      return response;
    }),
  );
}
