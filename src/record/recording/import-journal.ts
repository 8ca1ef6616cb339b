import { type Database, type Tx } from '../../graph/database.ts';
import { type ImportJournal } from '../input/options.ts';

const READ = 'MATCH (j:ImportJournal {dataSets: $dataSets}) RETURN j.fingerprint, j.done, j.begun';

// Writers hold a lock, so MERGE needs no constraint.
const SAVE = `MERGE (j:ImportJournal {dataSets: $dataSets})
SET j.fingerprint = $fingerprint, j.done = toInteger($done), j.begun = $begun, j.at = $at`;

const DELETE = 'MATCH (j:ImportJournal {dataSets: $dataSets}) DELETE j';

/** The journal of an unfinished import of these data sets; null if there is none. */
export async function readJournal(database: Database, dataSets: string): Promise<ImportJournal | null> {
  const [row] = await database.read((tx) => tx.rows(READ, { dataSets }));
  if (row === undefined) return null;
  const [fingerprint, done, begun] = row as [string, number, string];
  return { dataSets, fingerprint, done, begun };
}

/** Says, in the transaction of a batch, that it is recorded. */
export async function saveJournal(tx: Tx, journal: ImportJournal, at: string): Promise<void> {
  await tx.rows(SAVE, { ...journal, at });
}

/** Called when the import is complete. */
export async function deleteJournal(database: Database, dataSets: string): Promise<void> {
  await database.write((tx) => tx.rows(DELETE, { dataSets }));
}
