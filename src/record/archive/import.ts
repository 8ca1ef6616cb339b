import { TellableError } from '../../domain/errors.ts';
import { newId } from '../../domain/identity.ts';
import { type Database, type Tx } from '../../graph/database.ts';
import { verify } from '../verify.ts';
import { arriving, beginArrival, endArrival } from './arrival.ts';
import { type Checked, checkArchive } from './check.ts';
import { exportRecord } from './export.ts';
import { type JoinedKind } from './kept.ts';
import { type LinkLine, type Line, type NodeLine, type RevisionLine } from './lines.ts';
import { type Open, linesIn } from './read-lines.ts';
import { type Digest } from './tally.ts';
import { workOut } from './work-out.ts';
import { writeLinks, writeNodes, writeRevisions } from './write.ts';

/** Lines written in one transaction. */
const BATCH = 5_000;

/**
 * Brings a whole record, history included, into a graph that holds nothing: what {@link exportRecord} gave. The file is
 * checked first, and written in many transactions; one that is broken off leaves a mark, and is begun again by the next.
 *
 * @param open Opens the file at its beginning; it is read twice.
 * @returns The digest of the file, which is then that of the graph too.
 * @throws TellableError ARCHIVE_REFUSED where anything is wrong with the file: then nothing is written; NOT_EMPTY where the
 * graph holds things; ARCHIVE_NOT_SOUND where all is written, and is not what the file says or not sound.
 */
export async function importRecord(
  database: Database,
  open: Open,
  say: (line: string) => void = () => {},
): Promise<Digest> {
  say('Checking the file');
  const checked = await checkArchive(open);
  if (checked.problems.length > 0) {
    const message = `Nothing was imported: the file is not as an export leaves it.\n${checked.problems.join('\n')}`;
    throw new TellableError('ARCHIVE_REFUSED', message);
  }
  const run = newId();
  await beginArrival(database, { run, latest: checked.latest }, say);
  await writeAll(database, open, run, checked, say);
  await workOut(database, (work) => arriving(database, run, async (tx) => (await work(tx), 0)), say);
  await endArrival(database, run);
  await compare(database, checked, say);
  return { sha256: checked.sha256, counts: checked.counts };
}

async function writeAll(
  database: Database,
  open: Open,
  run: string,
  { kinds }: Checked,
  say: (line: string) => void,
): Promise<void> {
  const kindOf = (id: string) => kinds.get(id)!;
  let batch: Line[] = [];
  let written = 0;
  const flush = async () => {
    const lines = batch;
    batch = [];
    if (lines.length === 0) return;
    await arriving(database, run, (tx) => writeLines(tx, lines, kindOf));
    written += lines.length;
    say(`Written: ${written.toLocaleString('en')} lines`);
  };
  for await (const { text } of linesIn(open)) {
    const line = JSON.parse(text!) as Line;
    // Relationships need both of their ends, so what comes before them is written first.
    if (batch.length === BATCH || (batch.length > 0 && groupOf(batch[0]!) !== groupOf(line))) await flush();
    if (line.record !== 'chancery' && line.record !== 'end') batch.push(line);
  }
  await flush();
}

const groupOf = ({ record }: Line) => (record === 'link' || record === 'revision' ? record : 'node');

/** Writes lines of one group, and gives the number of revisions among them. */
async function writeLines(tx: Tx, lines: readonly Line[], kindOf: (id: string) => JoinedKind): Promise<number> {
  switch (groupOf(lines[0]!)) {
    case 'link':
      await writeLinks(tx, lines as LinkLine[], kindOf);
      return 0;
    case 'revision':
      await writeRevisions(tx, lines as RevisionLine[], kindOf);
      return lines.length;
    default:
      await writeNodes(tx, lines as NodeLine[]);
      return 0;
  }
}

const OTHERWISE =
  'All of the file was written, but the graph does not export it as it was: somebody has written into it since, or the ' +
  'file changed while it was read. Empty the database, or take another one, and import the file again.';

async function compare(database: Database, { sha256 }: Digest, say: (line: string) => void): Promise<void> {
  say('Comparing the graph with the file');
  const digest = await exportRecord(database, () => Promise.resolve());
  if (digest.sha256 !== sha256) throw new TellableError('ARCHIVE_NOT_SOUND', OTHERWISE);
  const findings = await verify(database, say);
  if (findings.length === 0) return;
  const told = findings.slice(0, 10).map(({ key, message }) => `${key} ${message}`);
  const message = `All of the file was written, but ${findings.length} things in it are not as they should be; "verify" lists them all.`;
  throw new TellableError('ARCHIVE_NOT_SOUND', [message, ...told].join('\n'));
}
