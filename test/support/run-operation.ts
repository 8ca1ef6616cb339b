import { type Database } from '../../src/graph/database.ts';
import { type WriteOperation, type OperationRequest } from '../../src/record/operation/operation.ts';
import { executeWithActivity } from '../../src/record/operation/execute-with-activity.ts';
import { type Problem } from '../../src/record/input/problem.ts';

/** What a mutation came to, as its payload would tell it. */
export interface Outcome {
  problems: Pick<Problem, 'code' | 'message'>[];
  /** The key of the thing that the mutation is about. */
  thing: string | null;
}

const OUTCOME = `MATCH (a:Activity {id: $activity})
RETURN COLLECT { MATCH (a)-[m:MEETS]->(p:Problem) RETURN p {.code, .message} ORDER BY m.order } AS problems,
  [(a)-[:RESULTED_IN]->(t) | t.key][0] AS thing`;

/** Executes an operation as a mutation does, and returns the outcome. */
export function runOperation(
  database: Database,
  operation: WriteOperation,
  request: Partial<OperationRequest> = {},
): Promise<Outcome> {
  const full: OperationRequest = {
    operation: 'test',
    by: 'anna',
    reason: 'A test.',
    dryRun: false,
    idempotency: null,
    ...request,
  };
  return executeWithActivity(database, full, operation, async (tx, activity) => {
    const [outcome] = await tx.run<Outcome>(OUTCOME, { activity });
    return outcome!;
  });
}
