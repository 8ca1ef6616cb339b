import { type Database } from '../../graph/database.ts';

/** The progress of an import in batches, so that an interrupted one can resume. */
export interface ImportJournal {
  /** The keys of the data sets, separated by spaces. */
  dataSets: string;
  /** Hash of the input and of how it is split into batches. */
  fingerprint: string;
  batches: number;
  /** How many batches are recorded. */
  done: number;
}

const READ = 'MATCH (j:ImportJournal {dataSets: $dataSets}) RETURN j.fingerprint, j.batches, j.done';

// Writers hold a lock, so MERGE needs no constraint.
const SAVE = `MERGE (j:ImportJournal {dataSets: $dataSets})
SET j.fingerprint = $fingerprint, j.batches = toInteger($batches), j.done = toInteger($done), j.at = $at`;

const DELETE = 'MATCH (j:ImportJournal {dataSets: $dataSets}) DELETE j';

/** The journal of an unfinished import of these data sets; null if there is none. */
export async function readJournal(database: Database, dataSets: string): Promise<ImportJournal | null> {
  const [row] = await database.read((tx) => tx.rows(READ, { dataSets }));
  if (row === undefined) return null;
  const [fingerprint, batches, done] = row as [string, number, number];
  return { dataSets, fingerprint, batches, done };
}

/** Saves how many batches are recorded. If this write is lost, the last batch is recorded again, which changes nothing. */
export async function saveJournal(database: Database, journal: ImportJournal): Promise<void> {
  await database.write((tx) => tx.rows(SAVE, { ...journal, at: new Date().toISOString() }));
}

/** Called when the import is complete. */
export async function deleteJournal(database: Database, dataSets: string): Promise<void> {
  await database.write((tx) => tx.rows(DELETE, { dataSets }));
}
