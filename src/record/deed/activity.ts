import { TellableError } from '../../domain/errors.ts';
import { newId } from '../../domain/identity.ts';
import { type Tx } from '../../graph/database.ts';
import { type Stamp } from '../write/stamp.ts';
import { type Doing, type Done, type Once } from './deed.ts';

const EARLIER = 'MATCH (a:Activity {onceKey: $onceKey}) RETURN a.id, a.fingerprint';

const CREATE = `CREATE (a:Activity) SET a = $properties
WITH a MATCH (t:Thing {id: $thing}) CREATE (a)-[:RESULTED_IN]->(t)`;

const linking = (type: string) => `MATCH (a:Activity {id: $id})
UNWIND range(0, size($ids) - 1) AS order
MATCH (t:Thing {id: $ids[order]})
CREATE (a)-[:${type} {order: order}]->(t)`;
const ADD_CLAIMS = linking('CLAIMED');
const ADD_NODES = linking('SPOKE_OF');

const ADD_PROBLEMS = `MATCH (a:Activity {id: $id})
UNWIND range(0, size($problems) - 1) AS order
WITH a, order, $problems[order] AS problem
CREATE (a)-[:MEETS {order: order}]->(p:Problem {code: problem.code, path: problem.path, message: problem.message})
WITH p, problem
UNWIND range(0, size(problem.suggestions) - 1) AS order
MATCH (t:Thing&Entity {key: problem.suggestions[order]}) USING INDEX SEEK t:Thing(key)
CREATE (p)-[:SUGGESTS {order: order}]->(t)`;

const ADD_CANDIDATES = `MATCH (a:Activity {id: $id})
UNWIND range(0, size($candidates) - 1) AS order
WITH a, order, $candidates[order] AS candidate
MATCH (t:Thing&Entity {id: candidate.entity}) USING INDEX SEEK t:Thing(id)
CREATE (a)-[:MAY_REPEAT {order: order}]->(:Candidate {score: candidate.score, reasons: candidate.reasons})-[:OF]->(t)`;

/** One key of two callers is two keys. */
const onceKeyOf = (by: string, { key }: Once) => `${by}|${key}`;

/**
 * The id of what was done with this key before; null where nothing was.
 *
 * @throws TellableError IDEMPOTENCY_KEY_REUSED where it was done with another input.
 */
export async function earlierActivity(tx: Tx, by: string, once: Once): Promise<string | null> {
  const [row] = (await tx.rows(EARLIER, { onceKey: onceKeyOf(by, once) })) as [id: string, fingerprint: string][];
  if (row === undefined) return null;
  const [id, fingerprint] = row;
  if (fingerprint !== once.fingerprint) {
    const message =
      `The idempotency key "${once.key}" was used before with another input. Repeat the same input to get the first ` +
      'answer again, or give another key to do something else.';
    throw new TellableError('IDEMPOTENCY_KEY_REUSED', message, { idempotencyKey: once.key });
  }
  return id;
}

/**
 * Writes down what was done, by whom and why (an activity in the sense of PROV), or what kept it from being done.
 *
 * @returns Its id.
 */
export async function createActivity(tx: Tx, doing: Doing, stamp: Stamp, outcome: Done): Promise<string> {
  const { results, problems, candidates } = outcome;
  const id = newId();
  const properties = {
    id,
    operation: doing.operation,
    by: stamp.by,
    at: stamp.at,
    reason: stamp.reason,
    sequence: stamp.version,
    onceKey: doing.once && onceKeyOf(stamp.by, doing.once),
    fingerprint: doing.once?.fingerprint ?? null,
  };
  await tx.run(CREATE, { properties, thing: results.thing });
  if (results.claims.length > 0) await tx.run(ADD_CLAIMS, { id, ids: results.claims });
  if (results.nodes.length > 0) await tx.run(ADD_NODES, { id, ids: results.nodes });
  if (problems.length > 0) {
    const told = problems.map((problem) => ({ ...problem, path: problem.path.map(String) }));
    await tx.run(ADD_PROBLEMS, { id, problems: told });
  }
  if (candidates.length > 0) await tx.run(ADD_CANDIDATES, { id, candidates });
  return id;
}
