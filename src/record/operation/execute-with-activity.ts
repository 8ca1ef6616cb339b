import { type Database, type Tx } from '../../graph/database.ts';
import { createActivity, findEarlierActivity } from './activity.ts';
import { executeOperation } from './execute-operation.ts';
import { type OperationRequest, type WriteOperation } from './operation.ts';
import { Rollback } from './rollback.ts';

/**
 * Executes an operation and writes the `:Activity` with its problems and results. `read`
 * builds the response inside the transaction, from the id of that activity; also that of a dry run and of a rejected
 * operation, whose activity is rolled back afterwards. An operation with an idempotency key that was used before is not
 * executed again: `read` gets the activity of the first call.
 *
 * @throws ClientError IDEMPOTENCY_KEY_REUSED if the key was used with different input.
 */
export async function executeWithActivity<T>(
  database: Database,
  request: OperationRequest,
  operation: WriteOperation,
  read: (tx: Tx, activity: string) => Promise<T>,
): Promise<T> {
  const { by, idempotency } = request;
  const idempotentOperation: WriteOperation = async (tx, context) => {
    if (idempotency === null) return operation(tx, context);
    const earlier = await findEarlierActivity(tx, by, idempotency);
    if (earlier !== null) throw new Rollback(await read(tx, earlier));
    // A later call has to find the activity even if nothing else was written.
    return { ...(await operation(tx, context)), commitsWithoutRevisions: true };
  };
  return executeOperation(database, request, idempotentOperation, async (tx, { context, result }) =>
    read(tx, await createActivity(tx, request, context, result)),
  );
}
