import { type TypeName } from '../../domain/node-types.ts';
import { type Database } from '../../graph/database.ts';
import { tellProgress } from '../operation/progress.ts';

/** By the index of all things, whatever their type: those of a type alone would be sorted anew for each page. */
const PAGE = (type: TypeName, size: number) => `MATCH (t:Thing) USING INDEX t:Thing(id)
WHERE t.id > $after AND t:${type}
RETURN t.id ORDER BY t.id LIMIT ${size}`;

/** A page of a type with few nodes passes by all things. */
const TIMEOUT_MS = 10 * 60_000;

/**
 * The ids of all nodes of these types, type by type, in their order. A page is read when the one before it is done, so there is
 * never more than one in memory.
 *
 * @param work What is done with them, which is told together with how far it has come: `Comparing claims`.
 */
export async function* nodePages(
  database: Database,
  types: readonly TypeName[],
  { size, work, onProgress }: { size: number; work: string; onProgress: (line: string) => void },
): AsyncGenerator<string[]> {
  const total = await countNodes(database, types);
  onProgress(`${work}: ${total.toLocaleString('en')}`);
  const done = tellProgress(onProgress, { work, total, unit: 'nodes' });
  for (const type of types) {
    for (let after = ''; ;) {
      const rows = await database.read((tx) => tx.rows(PAGE(type, size), { after }), { timeoutMs: TIMEOUT_MS });
      const ids = rows.map(([id]) => id as string);
      if (ids.length > 0) yield ids;
      done(ids.length);
      if (ids.length < size) break;
      after = ids.at(-1)!;
    }
  }
}

async function countNodes(database: Database, types: readonly TypeName[]): Promise<number> {
  const counts = await database.read((tx) =>
    tx.rows(types.map((type) => `MATCH (t:${type}) RETURN count(t) AS count`).join('\nUNION ALL\n')),
  );
  return counts.reduce((sum, [count]) => sum + (count as number), 0);
}
