import { ClientError } from '../../domain/errors.ts';
import { type Database } from '../../graph/database.ts';
import { readArchive } from './read-graph.ts';
import { type ArchiveDigest } from './digest.ts';

const INTERRUPTED =
  'The connection to the database was lost in the middle of the export. What came until then is no whole export: it has ' +
  'no last line with "record":"end". Run it again.';

/**
 * Gives out all of the record as lines of JSON (docs/export.md), showing one state of the graph: it holds the lock of
 * writers, so whoever writes waits until it is done; readers do not.
 *
 * @param emit Takes a chunk of whole lines; the next one comes when it is done.
 * @throws TellableError EXPORT_BROKEN_OFF where the connection is lost after the first chunk.
 */
export async function exportRecord(database: Database, emit: (text: string) => Promise<void>): Promise<ArchiveDigest> {
  let hasEmitted = false;
  try {
    return await database.write(async (tx) => {
      // A writer is tried again, but what was given out cannot be taken back.
      if (hasEmitted) throw new ClientError('EXPORT_BROKEN_OFF', INTERRUPTED);
      const archive = readArchive(tx);
      for (;;) {
        const { done, value } = await archive.next();
        if (done) throw new Exported(value);
        hasEmitted = true;
        await emit(value);
      }
    });
  } catch (error) {
    if (error instanceof Exported) return error.digest;
    throw error;
  }
}

/** Thrown to take back the transaction, which was only to keep writers away. */
class Exported extends Error {
  readonly digest: ArchiveDigest;

  constructor(digest: ArchiveDigest) {
    super('exported');
    this.digest = digest;
  }
}
