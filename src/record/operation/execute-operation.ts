import { type Database, type Tx } from '../../graph/database.ts';
import { readTransactionCapacity } from '../input/transaction-capacity.ts';
import { type PossibleDuplicate, updatePossibleDuplicates } from '../duplicates/review-list.ts';
import { deriveAll } from '../derive/pipeline.ts';
import { limitedTransaction } from '../overlay/limited-transaction.ts';
import { WriteTransaction } from '../overlay/write-transaction.ts';
import { writeRevisions } from '../write/revisions.ts';
import { type WriteContext } from '../write/write-context.ts';
import { type OperationResult, type WriteOperation, type WriteRequest } from './operation.ts';
import { Rollback, resultOrRollback } from './rollback.ts';

/** What the response is built from. */
export interface ExecutedOperation<Output> {
  context: WriteContext;
  result: OperationResult<Output>;
  /** The pairs of entities that are new on the list of possible duplicates, the likeliest first. */
  possibleDuplicates: readonly PossibleDuplicate[];
  /** False if the transaction is rolled back as soon as the response is built. */
  isCommitted: boolean;
}

/** How an earlier execution of the same is found, and what is answered then: it is not executed again. */
export interface EarlierExecution<Response> {
  /** The id of its activity; null if there was none. */
  find: (tx: Tx) => Promise<string | null>;
  respond: (tx: Tx, activity: string) => Promise<Response>;
}

/**
 * Executes a write of claims, facts or entities in one transaction: the operation writes, everything that depends on what it
 * changed is derived again, revisions are written, the list of possible duplicates is brought up to date, and `respond` builds the
 * response from the graph. The transaction commits
 * if there is a new revision, or if the operation asks for it. A rejected operation, a dry run and an operation without effect
 * are rolled back, and the caller still gets the response. So a dry run shows exactly what the operation would do, including
 * its errors.
 */
export async function executeOperation<Output, Response>(
  database: Database,
  { by, reason, dryRun, stopOnPossibleDuplicates = false, capacity, onProgress = () => {} }: WriteRequest,
  operation: WriteOperation<Output>,
  respond: (tx: WriteTransaction, executed: ExecutedOperation<Output>) => Response | Promise<Response>,
  earlier?: EarlierExecution<Response>,
): Promise<Response> {
  return resultOrRollback(
    database.write(async (graph, version, activity: string | null | undefined) => {
      if (typeof activity === 'string') throw new Rollback(await earlier!.respond(graph, activity));
      const tx = new WriteTransaction(
        limitedTransaction(graph, async () => capacity ?? readTransactionCapacity(database)),
      );
      const at = new Date().toISOString();
      const context: WriteContext = { by, at, recordedAt: at, version, reason };
      const result = await operation(tx, context);
      const { isRejected } = result;
      let revisions = 0;
      let possibleDuplicates: readonly PossibleDuplicate[] = [];
      if (!isRejected) {
        const { changes, compared } = await deriveAll(tx, result.dirty, onProgress);
        revisions = await writeRevisions(tx, [...result.stateChanges, ...changes], context);
        for (const { id, operation: change, state } of result.stateChanges)
          if (change !== undefined || state.judgements !== undefined) compared.add(id);
        possibleDuplicates = await updatePossibleDuplicates(tx, [...compared], result.unlikeOthers);
      }
      const isStopped = isRejected || dryRun || (stopOnPossibleDuplicates && possibleDuplicates.length > 0);
      const isCommitted = !isStopped && (revisions > 0 || result.commitsWithoutRevisions);
      const response = await respond(tx, { context, result, possibleDuplicates, isCommitted });
      if (!isCommitted) throw new Rollback(response);
      await tx.finish();
      return response;
    }, earlier?.find),
  );
}
