import { newId } from '../../domain/identity/keys.ts';
import { type Tx } from '../../graph/database.ts';
import { type WriteOperation, succeeded, rejected } from '../operation/operation.ts';
import { DirtySet } from '../write/dirty-set.ts';
import { type Problem } from '../input/problem.ts';
import { withArticle } from '../../domain/node-types.ts';
import { type StateChange } from '../write/revisions.ts';
import { type WriteContext } from '../write/write-context.ts';
import { type FoundEntity, findEntity, mergeableTypes } from './find-entity.ts';

export type IdentityVerdict = 'SAME' | 'DIFFERENT' | 'UNSURE';

export interface JudgeIdentityInput {
  a: string;
  b: string;
  verdict: IdentityVerdict;
}

/**
 * Stores an analyst's judgement on whether two entities are the same, without merging them. The order of the two does not matter.
 * A later judgement replaces an earlier one, which stays in the graph as `:FormerJudgement`.
 */
export function judgeIdentityOperation({ a, b, verdict }: JudgeIdentityInput): WriteOperation {
  return async (tx, context) => {
    const first = await findEntity(tx, a, 'a', mergeableTypes);
    const second = await findEntity(tx, b, 'b', mergeableTypes);
    if (first.found === null || second.found === null) return rejected([...first.problems, ...second.problems]);
    const problem = checkComparable(first.found, second.found);
    if (problem) return rejected([problem]);
    const changes = await saveJudgement(tx, first.found, second.found, verdict, context);
    return succeeded(new DirtySet(), changes, {
      mainNode: first.found.id,
      mentionedNodes: [first.found.id, second.found.id],
    });
  };
}

function checkComparable(a: FoundEntity, b: FoundEntity): Problem | null {
  const problem = (message: string): Problem => ({ code: 'INVALID', path: ['b'], message, suggestions: [] });
  if (a.id === b.id) return problem(`a and b are both ${a.key}; give two different entities`);
  if (a.type === b.type) return null;
  const types = `${a.key} is ${withArticle(a.type)}, ${b.key} is ${withArticle(b.type)}`;
  return problem(`${types}; only entities of the same type can be the same`);
}

const EARLIER = `MATCH (:Thing {id: $a})<-[:BETWEEN]-(j:Judgement)-[:BETWEEN]->(:Thing {id: $b})
RETURN DISTINCT j.id AS id, j.verdict AS verdict, j.reason AS reason`;

const REPLACE = `MATCH (:Thing {id: $a})<-[:BETWEEN]-(j:Judgement)-[:BETWEEN]->(:Thing {id: $b})
WITH DISTINCT j REMOVE j:Judgement SET j:FormerJudgement`;

const CREATE = `MATCH (a:Thing {id: $a}) MATCH (b:Thing {id: $b})
CREATE (a)<-[:BETWEEN]-(j:Judgement)-[:BETWEEN]->(b) SET j = $properties`;

const JUDGED = `UNWIND $ids AS id
MATCH (t:Thing {id: id})
RETURN id, [(t)<-[:BETWEEN]-(j:Judgement)-[:BETWEEN]->(o:Thing) WHERE o <> t | [o.key, j.verdict]]`;

async function saveJudgement(
  tx: Tx,
  a: FoundEntity,
  b: FoundEntity,
  verdict: IdentityVerdict,
  context: WriteContext,
): Promise<StateChange[]> {
  const ids = { a: a.id, b: b.id };
  const earlier = await tx.run<{ verdict: string; reason: string | null }>(EARLIER, ids);
  if (earlier.length === 1 && earlier[0]!.verdict === verdict && earlier[0]!.reason === context.reason) return [];
  await tx.rows(REPLACE, ids);
  const { by, at, reason, version } = context;
  const properties = { id: newId(), verdict, by, at, reason, sequence: BigInt(version) };
  await tx.rows(CREATE, { ...ids, properties });
  const rows = (await tx.rows(JUDGED, { ids: [a.id, b.id] })) as [id: string, judged: [string, string][]][];
  return rows.map(([id, judged]) => ({
    id,
    isNew: false,
    isPartial: true,
    state: { judgements: Object.fromEntries(judged) },
  }));
}
