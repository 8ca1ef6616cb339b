import { ClientError } from '../../domain/errors.ts';
import { type Database } from '../../graph/database.ts';
import { readArchive } from './read-graph.ts';
import { Rollback, resultOrRollback } from '../operation/rollback.ts';
import { type ArchiveDigest } from './digest.ts';

const INTERRUPTED =
  'The connection to the database was lost during the export. The output so far is incomplete: its last line is not the ' +
  'one with "record":"end". Run the export again.';

/**
 * Exports everything recorded as lines of JSON (docs/export.md). It shows one state of the graph, because it holds the write
 * lock: writers wait until it is done; readers do not.
 *
 * @param emit Takes a chunk of whole lines; the next one comes after its promise resolves.
 * @throws ClientError EXPORT_BROKEN_OFF if the connection is lost after the first chunk.
 */
export async function exportRecord(
  database: Database,
  emit: (text: string) => Promise<void>,
  onProgress: (line: string) => void = () => {},
): Promise<ArchiveDigest> {
  let hasEmitted = false;
  return resultOrRollback<ArchiveDigest>(
    database.write(async (tx) => {
      // A failed write is retried, but what was emitted cannot be taken back.
      if (hasEmitted) throw new ClientError('EXPORT_BROKEN_OFF', INTERRUPTED);
      const archive = readArchive(tx, onProgress);
      for (;;) {
        const { done, value } = await archive.next();
        // The transaction only kept writers away.
        if (done) throw new Rollback(value);
        hasEmitted = true;
        await emit(value);
      }
    }),
  );
}
