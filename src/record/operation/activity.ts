import { ClientError } from '../../domain/errors.ts';
import { newId } from '../../domain/identity/keys.ts';
import { type Tx } from '../../graph/database.ts';
import { type Problem } from '../input/problem.ts';
import { type WriteContext } from '../write/write-context.ts';
import { type OperationRequest, type OperationResult, type Idempotency } from './operation.ts';

const FIND_EARLIER = 'MATCH (a:Activity {onceKey: $onceKey}) RETURN a.id, a.fingerprint';

const CREATE = `CREATE (a:Activity) SET a = $properties
WITH a MATCH (t:Thing {id: $thing}) CREATE (a)-[:RESULTED_IN]->(t)`;

const linkNodes = (type: string) => `MATCH (a:Activity {id: $id})
UNWIND range(0, size($ids) - 1) AS order
MATCH (t:Thing {id: $ids[order]})
CREATE (a)-[:${type} {order: order}]->(t)`;
const ADD_CLAIMS = linkNodes('CLAIMED');
const ADD_NODES = linkNodes('SPOKE_OF');
const ADD_RESTING = linkNodes('UNDERMINES');

const addProblems = (type: 'MEETS' | 'WARNS_OF') => `MATCH (a:Activity {id: $id})
UNWIND range(0, size($problems) - 1) AS order
WITH a, order, $problems[order] AS problem
CREATE (a)-[:${type} {order: order}]->(p:Problem {code: problem.code, path: problem.path, message: problem.message})
WITH p, problem
UNWIND range(0, size(problem.suggestions) - 1) AS order
MATCH (t:Thing&Entity {key: problem.suggestions[order]}) USING INDEX SEEK t:Thing(key)
CREATE (p)-[:SUGGESTS {order: order}]->(t)`;
const ADD_PROBLEMS = addProblems('MEETS');
const ADD_WARNINGS = addProblems('WARNS_OF');

const ADD_CANDIDATES = `MATCH (a:Activity {id: $id})
UNWIND range(0, size($candidates) - 1) AS order
WITH a, order, $candidates[order] AS candidate
MATCH (t:Thing&Entity {id: candidate.entity}) USING INDEX SEEK t:Thing(id)
CREATE (a)-[:MAY_REPEAT {order: order}]->(:Candidate {score: candidate.score, reasons: candidate.reasons})-[:OF]->(t)`;

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
  tx: Tx,
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
  await tx.run(CREATE, { properties, thing: output.mainNode });
  if (output.claims.length > 0) await tx.run(ADD_CLAIMS, { id, ids: output.claims });
  if (output.mentionedNodes.length > 0) await tx.run(ADD_NODES, { id, ids: output.mentionedNodes });
  if (output.restingClaims.length > 0) await tx.run(ADD_RESTING, { id, ids: output.restingClaims });
  if (problems.length > 0) await tx.run(ADD_PROBLEMS, { id, problems: problems.map(toRow) });
  if (warnings.length > 0) await tx.run(ADD_WARNINGS, { id, problems: warnings.map(toRow) });
  if (duplicateCandidates.length > 0) await tx.run(ADD_CANDIDATES, { id, candidates: duplicateCandidates });
  return id;
}

const toRow = (problem: Problem) => ({ ...problem, path: problem.path.map(String) });
