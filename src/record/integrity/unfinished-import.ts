import { ClientError } from '../../domain/errors.ts';
import { type Tx } from '../../graph/database.ts';

const UNFINISHED =
  'A full import is running or was interrupted, so the graph has only a part of the data. If it was interrupted, run it ' +
  'again: npm run -s chancery -- import-all FILE';

/**
 * What a full import has written before it ends is not a record yet: nodes lack their relationships, and nothing is derived.
 *
 * @throws ClientError IMPORT_UNFINISHED if the graph has only a part of a full import (src/record/archive/import-lock.ts).
 */
export async function rejectUnfinishedImport(tx: Tx): Promise<void> {
  const [unfinished] = await tx.rows('MATCH (a:Arrival) RETURN 1 LIMIT 1');
  if (unfinished !== undefined) throw new ClientError('IMPORT_UNFINISHED', UNFINISHED);
}
