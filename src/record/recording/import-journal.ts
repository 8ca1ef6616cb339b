import { type Database } from '../../graph/database.ts';

/** How far an import in batches has come, so that one that is interrupted can go on. */
export interface ImportJournal {
  /** The keys of the data sets, with spaces between. */
  dataSets: string;
  /** Of the input and of how it is split. */
  fingerprint: string;
  batches: number;
  /** How many batches are recorded. */
  done: number;
}

const READ = 'MATCH (j:ImportJournal {dataSets: $dataSets}) RETURN j.fingerprint, j.batches, j.done';

// Whoever writes is alone, so MERGE needs no constraint.
const SAVE = `MERGE (j:ImportJournal {dataSets: $dataSets})
SET j.fingerprint = $fingerprint, j.batches = toInteger($batches), j.done = toInteger($done), j.at = $at`;

const DELETE = 'MATCH (j:ImportJournal {dataSets: $dataSets}) DELETE j';

/** What is left of an import of these data sets that did not come to its end; null where there is none. */
export async function readJournal(database: Database, dataSets: string): Promise<ImportJournal | null> {
  const [row] = await database.read((tx) => tx.rows(READ, { dataSets }));
  if (row === undefined) return null;
  const [fingerprint, batches, done] = row as [string, number, number];
  return { dataSets, fingerprint, batches, done };
}

/** Notes that so many batches are recorded. Where this itself is lost, a batch is compared once more, and changes nothing. */
export async function saveJournal(database: Database, journal: ImportJournal): Promise<void> {
  await database.write((tx) => tx.rows(SAVE, { ...journal, at: new Date().toISOString() }));
}

/** The import has come to its end. */
export async function deleteJournal(database: Database, dataSets: string): Promise<void> {
  await database.write((tx) => tx.rows(DELETE, { dataSets }));
}
