import { ClientError } from '../../domain/errors.ts';
import { newId } from '../../domain/identity/keys.ts';
import { type Database, type Tx } from '../../graph/database.ts';
import { verify } from '../integrity/verify.ts';
import { importTransaction, acquireImportLock, releaseImportLock } from './import-lock.ts';
import { type ArchiveCheck, checkArchive } from './check-archive.ts';
import { exportRecord } from './export.ts';
import { type EndpointKind } from './exported-schema.ts';
import { type LinkLine, type Line, type NodeLine, type RevisionLine } from './line-format.ts';
import { type OpenFile, splitLines } from './split-lines.ts';
import { type ArchiveDigest } from './digest.ts';
import { tellProgress } from '../operation/progress.ts';
import { deriveAfterImport } from './derive-after-import.ts';
import { writeLinkLines, writeNodeLines, writeRevisionLines } from './write-lines.ts';

/** Lines written in one transaction. */
const BATCH = 5_000;

/**
 * Imports what {@link exportRecord} has exported, history included, into an empty graph. The file is checked first, then written
 * in many transactions. An interrupted import leaves a mark, and the next one starts over.
 *
 * @param open Opens the file at its beginning; it is read twice.
 * @returns The digest of the file, which is then also that of the graph.
 * @throws ClientError ARCHIVE_REFUSED if anything is wrong with the file, and nothing is written; NOT_EMPTY if the graph is not
 * empty; ARCHIVE_NOT_SOUND if the graph differs from the file after the import or violates an invariant.
 */
export async function importRecord(
  database: Database,
  open: OpenFile,
  onProgress: (line: string) => void = () => {},
): Promise<ArchiveDigest> {
  onProgress('Checking the file');
  const check = await checkArchive(open, onProgress);
  if (check.problems.length > 0) {
    const message = `Nothing was imported: the file is not a valid export.\n${check.problems.join('\n')}`;
    throw new ClientError('ARCHIVE_REFUSED', message);
  }
  const run = newId();
  await acquireImportLock(database, { run, latest: check.latest }, onProgress);
  await writeFile(database, open, run, check, onProgress);
  await deriveAfterImport(
    database,
    (work) => importTransaction(database, run, async (tx) => (await work(tx), 0)),
    onProgress,
  );
  await releaseImportLock(database, run);
  await verifyImport(database, check, onProgress);
  return { sha256: check.sha256, counts: check.counts };
}

async function writeFile(
  database: Database,
  open: OpenFile,
  run: string,
  { kinds, lines }: ArchiveCheck,
  onProgress: (line: string) => void,
): Promise<void> {
  const kindOf = (id: string) => kinds.get(id)!;
  let batch: Line[] = [];
  const done = tellProgress(onProgress, { work: 'Writing', total: lines, unit: 'lines' });
  const flush = async () => {
    const written = batch;
    batch = [];
    if (written.length === 0) return;
    await importTransaction(database, run, (tx) => writeLines(tx, written, kindOf));
    done(written.length);
  };
  for await (const { text } of splitLines(open)) {
    const line = JSON.parse(text!) as Line;
    // Relationships need both of their endpoints, so what comes before them is written first.
    if (batch.length === BATCH || (batch.length > 0 && groupOf(batch[0]!) !== groupOf(line))) await flush();
    if (line.record !== 'chancery' && line.record !== 'end') batch.push(line);
  }
  await flush();
}

const groupOf = ({ record }: Line) => (record === 'link' || record === 'revision' ? record : 'node');

/** Writes lines of one group, and returns the number of revisions among them. */
async function writeLines(tx: Tx, lines: readonly Line[], kindOf: (id: string) => EndpointKind): Promise<number> {
  switch (groupOf(lines[0]!)) {
    case 'link':
      await writeLinkLines(tx, lines as LinkLine[], kindOf);
      return 0;
    case 'revision':
      await writeRevisionLines(tx, lines as RevisionLine[], kindOf);
      return lines.length;
    default:
      await writeNodeLines(tx, lines as NodeLine[]);
      return 0;
  }
}

const GRAPH_DIFFERS =
  'The file was imported, but the graph now exports something else: another client has written to it, or the file changed ' +
  'while it was read. Empty the database, or use another one, and import the file again.';

async function verifyImport(
  database: Database,
  { sha256 }: ArchiveDigest,
  onProgress: (line: string) => void,
): Promise<void> {
  onProgress('Comparing the graph with the file');
  const digest = await exportRecord(database, () => Promise.resolve(), onProgress);
  if (digest.sha256 !== sha256) throw new ClientError('ARCHIVE_NOT_SOUND', GRAPH_DIFFERS);
  const violations = await verify(database, onProgress);
  if (violations.length === 0) return;
  const listed = violations.slice(0, 10).map(({ key, message }) => `${key} ${message}`);
  const message = `The file was imported, but the graph has ${violations.length} violations; "verify" lists them all.`;
  throw new ClientError('ARCHIVE_NOT_SOUND', [message, ...listed].join('\n'));
}
