import { type Tx } from '../transactions/transaction.ts';
import { type Migration } from './migration.ts';

/** Revisions read, and changed, in one transaction. */
const PAGE = 2_000;

const READ = `MATCH (r:Revision) WHERE r.sortSequence > $after
WITH r ORDER BY r.sortSequence LIMIT ${PAGE}
RETURN r.sortSequence AS place, r.version AS version, r.changes AS changes, r.state AS state ORDER BY place`;

/** The id that API and exports have shown stays with the thing. */
const CHANGE = `UNWIND $rows AS row
MATCH (r:Revision {sortSequence: row.place})
SET r.changes = CASE WHEN row.follows THEN null ELSE r.changes END
WITH r
MATCH (r)-[:REVISES]->(t:Thing)
WHERE t.version = 1 AND t.key = r.key AND r.typeName IN labels(t) AND COUNT { (t)<-[:REVISES]-() } = 1
WITH t, r, r {.typeName, .at, .by, .operation, .reason, .changes, .state, .sequence, .sortSequence, revisionId: r.id} AS own
DETACH DELETE r
SET t:Revision, t += own`;

interface Row {
  place: string;
  version: number;
  changes: string | null;
  state: string;
}

/** Whether the changes of a first revision say that each field has got its value. */
function follows({ changes, state }: Row): boolean {
  if (changes === null) return false;
  const fields = Object.entries(JSON.parse(state) as object);
  return (
    changes === JSON.stringify(Object.fromEntries(fields.map(([field, after]) => [field, { after: after as unknown }])))
  );
}

async function changePage(tx: Tx, after: string): Promise<string | null> {
  const page = await tx.run<Row>(READ, { after });
  const rows = page.filter(({ version }) => version === 1).map((row) => ({ place: row.place, follows: follows(row) }));
  await tx.rows(CHANGE, { rows });
  return page.length < PAGE ? null : page.at(-1)!.place;
}

/**
 * A first revision has no changes, which follow from its state, and of a thing that has not changed since it is no node of its own but the
 * thing itself.
 */
export const firstRevisions: Migration = { number: 22, name: 'first revisions', schema: [], changePage };
