import { type Database } from '../../src/graph/database.ts';
import { type Deed, type Doing } from '../../src/record/deed/deed.ts';
import { perform } from '../../src/record/deed/perform.ts';
import { type Problem } from '../../src/record/problem.ts';

/** What a mutation came to, as its payload would tell it. */
export interface Outcome {
  problems: Pick<Problem, 'code' | 'message'>[];
  /** The key of the thing that the mutation is about. */
  thing: string | null;
}

const OUTCOME = `MATCH (a:Activity {id: $activity})
RETURN COLLECT { MATCH (a)-[m:MEETS]->(p:Problem) RETURN p {.code, .message} ORDER BY m.order } AS problems,
  [(a)-[:RESULTED_IN]->(t) | t.key][0] AS thing`;

/** Does a deed as a mutation does it, and tells what it came to. */
export function doDeed(database: Database, deed: Deed, doing: Partial<Doing> = {}): Promise<Outcome> {
  const full: Doing = { operation: 'test', by: 'anna', reason: 'A test.', dryRun: false, once: null, ...doing };
  return perform(database, full, deed, async (tx, activity) => {
    const [outcome] = await tx.run<Outcome>(OUTCOME, { activity });
    return outcome!;
  });
}
