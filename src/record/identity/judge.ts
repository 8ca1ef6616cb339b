import { newId } from '../../domain/identity.ts';
import { type Tx } from '../../graph/database.ts';
import { type Deed, done, refused } from '../deed/deed.ts';
import { Touched } from '../derive/touched.ts';
import { type Problem } from '../problem.ts';
import { withArticle } from '../../domain/thing-types.ts';
import { type Changed } from '../write/revisions.ts';
import { type Stamp } from '../write/stamp.ts';
import { type Found, findOne, mergeableTypes } from './find.ts';

export type Verdict = 'SAME' | 'DIFFERENT' | 'UNSURE';

export interface JudgeInput {
  a: string;
  b: string;
  verdict: Verdict;
}

/**
 * Keeps an analyst's word on whether two things are the same. It merges nothing. Which of the two is named first makes no
 * difference; a later judgement takes the place of an earlier one, which stays as `:FormerJudgement`.
 */
export function judgeIdentity({ a, b, verdict }: JudgeInput): Deed {
  return async (tx, stamp) => {
    const first = await findOne(tx, a, 'a', mergeableTypes);
    const second = await findOne(tx, b, 'b', mergeableTypes);
    if (first.found === null || second.found === null) return refused([...first.problems, ...second.problems]);
    const problem = problemWith(first.found, second.found);
    if (problem) return refused([problem]);
    const changed = await write(tx, first.found, second.found, verdict, stamp);
    return done(new Touched(), changed, { thing: first.found.id, nodes: [first.found.id, second.found.id] });
  };
}

function problemWith(a: Found, b: Found): Problem | null {
  const problem = (message: string): Problem => ({ code: 'INVALID', path: ['b'], message, suggestions: [] });
  if (a.id === b.id) return problem(`both are ${a.key}; give two different ones`);
  if (a.type === b.type) return null;
  const types = `${a.key} is ${withArticle(a.type)}, ${b.key} is ${withArticle(b.type)}`;
  return problem(`${types}; only of two things of one type it is a question whether they are the same`);
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

async function write(tx: Tx, a: Found, b: Found, verdict: Verdict, stamp: Stamp): Promise<Changed[]> {
  const ids = { a: a.id, b: b.id };
  const earlier = await tx.run<{ verdict: string; reason: string | null }>(EARLIER, ids);
  if (earlier.length === 1 && earlier[0]!.verdict === verdict && earlier[0]!.reason === stamp.reason) return [];
  await tx.rows(REPLACE, ids);
  const { by, at, reason, version } = stamp;
  const properties = { id: newId(), verdict, by, at, reason, sequence: BigInt(version) };
  await tx.rows(CREATE, { ...ids, properties });
  const rows = (await tx.rows(JUDGED, { ids: [a.id, b.id] })) as [id: string, judged: [string, string][]][];
  return rows.map(([id, judged]) => ({
    id,
    isNew: false,
    isPart: true,
    state: { judgements: Object.fromEntries(judged) },
  }));
}
