import { ClientError } from '../../domain/errors.ts';
import { newId } from '../../domain/identity/keys.ts';
import { type Tx } from '../../graph/database.ts';
import { type Problem } from '../input/problem.ts';
import { type WriteTransaction } from '../overlay/write-transaction.ts';
import { type WriteContext } from '../write/write-context.ts';
import { type OperationRequest, type OperationResult, type Idempotency } from './operation.ts';

const FIND_EARLIER = 'MATCH (a:Activity {onceKey: $onceKey}) RETURN a.id, a.fingerprint';

const CREATE = `UNWIND $rows AS row
CREATE (a:Activity) SET a = row.properties
WITH a, row MATCH (t:Thing {id: row.thing}) CREATE (a)-[:RESULTED_IN]->(t)`;

const linkNodes = (type: string) => `UNWIND $rows AS row
MATCH (a:Activity {id: $id}) MATCH (t:Thing {id: row.id})
CREATE (a)-[:${type} {order: row.order}]->(t)`;
const ADD_CLAIMS = linkNodes('CLAIMED');
const ADD_NODES = linkNodes('SPOKE_OF');
const ADD_RESTING = linkNodes('UNDERMINES');

const addProblems = (type: 'MEETS' | 'WARNS_OF') => `UNWIND $rows AS row
MATCH (a:Activity {id: $id})
CREATE (a)-[:${type} {order: row.order}]->(p:Problem {code: row.code, path: row.path, message: row.message})
WITH p, row
UNWIND range(0, size(row.suggestions) - 1) AS order
MATCH (t:Thing&Entity {key: row.suggestions[order]}) USING INDEX SEEK t:Thing(key)
CREATE (p)-[:SUGGESTS {order: order}]->(t)`;
const ADD_PROBLEMS = addProblems('MEETS');
const ADD_WARNINGS = addProblems('WARNS_OF');

const ADD_CANDIDATES = `UNWIND $rows AS row
MATCH (a:Activity {id: $id}) MATCH (t:Thing&Entity {id: row.entity}) USING INDEX SEEK t:Thing(id)
CREATE (a)-[:MAY_REPEAT {order: row.order}]->(:Candidate {score: row.score, reasons: row.reasons})-[:OF]->(t)`;

/** The same key of two callers counts as two keys. */
const storedKey = (by: string, { key }: Idempotency) => `${by}|${key}`;

/**
 * The id of the activity of an earlier call with this key; null if there was none.
 *
 * @throws ClientError IDEMPOTENCY_KEY_REUSED if that call had different input.
 */
export async function findEarlierActivity(tx: Tx, by: string, idempotency: Idempotency): Promise<string | null> {
  const [row] = (await tx.rows(FIND_EARLIER, { onceKey: storedKey(by, idempotency) })) as [
    id: string,
    fingerprint: string,
  ][];
  if (row === undefined) return null;
  const [id, fingerprint] = row;
  if (fingerprint !== idempotency.fingerprint) {
    const message =
      `The idempotency key "${idempotency.key}" was already used with different input. Send the same input to get the first ` +
      'response again, or use a new key for a new operation.';
    throw new ClientError('IDEMPOTENCY_KEY_REUSED', message, { idempotencyKey: idempotency.key });
  }
  return id;
}

/**
 * Writes the `:Activity` (in the sense of PROV) of an operation: what was done, by whom and why, or why it was rejected.
 *
 * @returns Its id.
 */
export async function createActivity(
  tx: WriteTransaction,
  request: OperationRequest,
  context: WriteContext,
  result: OperationResult,
): Promise<string> {
  const { output, problems, warnings, duplicateCandidates } = result;
  const id = newId();
  const properties = {
    id,
    operation: request.operation,
    by: context.by,
    at: context.at,
    reason: context.reason,
    sequence: context.version,
    onceKey: request.idempotency && storedKey(context.by, request.idempotency),
    fingerprint: request.idempotency?.fingerprint ?? null,
  };
  await tx.send();
  const tell = (statement: string, rows: readonly object[]) =>
    tx.tell(
      statement,
      rows.map((row, order) => ({ ...row, order })),
      { id },
    );
  tell(CREATE, [{ properties, thing: output.mainNode }]);
  tell(ADD_CLAIMS, output.claims.map(byId));
  tell(ADD_NODES, output.mentionedNodes.map(byId));
  tell(ADD_RESTING, output.restingClaims.map(byId));
  tell(ADD_PROBLEMS, problems.map(withTextPath));
  tell(ADD_WARNINGS, warnings.map(withTextPath));
  tell(ADD_CANDIDATES, duplicateCandidates);
  return id;
}

const byId = (id: string) => ({ id });
const withTextPath = (problem: Problem) => ({ ...problem, path: problem.path.map(String) });
