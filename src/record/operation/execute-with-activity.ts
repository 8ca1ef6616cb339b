import { type Database, type Tx } from '../../graph/database.ts';
import { createActivity, findEarlierActivity } from './activity.ts';
import { type WriteTransaction } from '../overlay/write-transaction.ts';
import { type ExecutedOperation, executeOperation } from './execute-operation.ts';
import { type OperationRequest, type PayloadIds, type WriteOperation } from './operation.ts';

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
  const respond = async (tx: WriteTransaction, { context, result }: ExecutedOperation<PayloadIds>) =>
    read(tx, await createActivity(tx, request, context, result));
  if (idempotency === null) return executeOperation(database, request, operation, respond);
  // A later call has to find the activity even if nothing else was written.
  const lasting: WriteOperation = async (tx, context) => ({
    ...(await operation(tx, context)),
    commitsWithoutRevisions: true,
  });
  return executeOperation(database, request, lasting, respond, {
    find: (tx) => findEarlierActivity(tx, by, idempotency),
    respond: read,
  });
}
