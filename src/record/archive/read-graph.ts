import { type Tx } from '../../graph/database.ts';
import { rejectUnfinishedImport } from '../integrity/unfinished-import.ts';
import { type NodeKind, endpointKinds, exportedRelationships, nodeKinds, exportedNodes } from './exported-schema.ts';
import {
  FORMAT,
  type Line,
  type NodeLine,
  toRevisionLine,
  toThingLine,
  toTombstoneLine,
  formatLine,
} from './line-format.ts';
import { type ArchiveDigest, DigestBuilder } from './digest.ts';
import { TOLD, readLinks } from './read-links.ts';
import { tellProgress } from '../operation/progress.ts';
import { cypherRevision } from '../../storage/revisions.ts';
import { typeFromLabels } from '../../storage/labels.ts';

/** Nodes or revisions read in one statement. */
const BATCH = 500;

type Properties = Record<string, unknown>;

/**
 * Everything recorded as lines of text, several in a chunk, and finally its digest. The same data gives the same bytes. The
 * transaction has to hold the write lock, so that the export shows one state of the graph.
 *
 * @throws ClientError IMPORT_UNFINISHED if the graph has only a part of a full import.
 */
export async function* readArchive(tx: Tx, onProgress: (line: string) => void): AsyncGenerator<string, ArchiveDigest> {
  await rejectUnfinishedImport(tx);
  const digest = new DigestBuilder();
  const done = tellProgress(onProgress, { work: 'Reading the graph', total: await countLines(tx), unit: 'lines' });
  for await (const batch of readAhead(readLines(tx))) {
    const text = batch.map(formatLine).join('');
    for (const line of batch) digest.count(line);
    digest.hash(text);
    yield text;
    done(batch.length);
  }
  yield digest.endLine();
  return digest.digest;
}

/** The digest of what {@link readArchive} returns. */
export async function readDigest(tx: Tx): Promise<ArchiveDigest> {
  const archive = readArchive(tx, () => {});
  for (;;) {
    const { done, value } = await archive.next();
    if (done) return value;
  }
}

/** Neo4j keeps all of these numbers but one. */
const COUNTS = [
  ...[...nodeKinds.map((kind) => exportedNodes[kind].label), 'Revision'].map((label) => `MATCH (r:${label})`),
  ...exportedRelationships.map((type) => `MATCH ()-[r:${type}]->()${type === 'RELATES_TO' ? ` WHERE ${TOLD}` : ''}`),
].map((match) => `${match} RETURN count(r) AS number`);

/** How many lines there are between the first and the last. */
async function countLines(tx: Tx): Promise<number> {
  const numbers = await tx.rows(COUNTS.join('\nUNION ALL\n'));
  return numbers.reduce((sum, [number]) => sum + (number as number), 0);
}

/** The same batches, each read while the one before it is worked on. */
async function* readAhead<T>(batches: AsyncGenerator<T, void>): AsyncGenerator<T> {
  for (let next = batches.next(); ;) {
    const { done, value } = await next;
    if (done) return;
    next = batches.next();
    next.catch(() => {}); // thrown where it is awaited, unless the work on this batch failed
    yield value;
  }
}

async function* readLines(tx: Tx): AsyncGenerator<Line[], void> {
  yield [{ record: 'chancery', format: FORMAT }];
  for (const kind of nodeKinds) {
    for await (const batch of readNodes(tx, kind)) yield batch.map((node) => toNodeLine(kind, node));
  }
  for (const kind of endpointKinds) yield* readLinks(tx, kind);
  yield* readRevisions(tx);
}

interface StoredNode {
  labels: string[];
  properties: Properties;
}

const NODES = ({ label, order }: (typeof exportedNodes)[NodeKind]) => `MATCH (n:${label}) WHERE n.${order} > $after
RETURN labels(n) AS labels, properties(n) AS properties ORDER BY n.${order} LIMIT ${BATCH}`;

async function* readNodes(tx: Tx, kind: NodeKind): AsyncGenerator<StoredNode[]> {
  const { order } = exportedNodes[kind];
  for (let after = ''; ;) {
    const batch = await tx.run<StoredNode>(NODES(exportedNodes[kind]), { after });
    if (batch.length > 0) yield batch;
    if (batch.length < BATCH) return;
    after = batch.at(-1)!.properties[order] as string;
  }
}

function toNodeLine(kind: NodeKind, { labels, properties }: StoredNode): NodeLine {
  switch (kind) {
    case 'thing':
      return toThingLine(typeFromLabels(labels)!, properties);
    case 'tombstone':
      return toTombstoneLine(properties);
    case 'judgement':
    case 'formerJudgement': {
      const { id, ...holds } = properties;
      return { record: kind, id: id as string, holds };
    }
    case 'dataSet': {
      const { key, ...holds } = properties;
      return { record: kind, key: key as string, holds };
    }
  }
}

const REVISIONS = `MATCH (r:Revision) WHERE r.sortSequence > $after
WITH r ORDER BY r.sortSequence LIMIT ${BATCH}
RETURN ${cypherRevision('r')} AS revision ORDER BY r.sortSequence`;

async function* readRevisions(tx: Tx): AsyncGenerator<Line[]> {
  for (let after = ''; ;) {
    const batch = await tx.run<{ revision: Properties }>(REVISIONS, { after });
    if (batch.length === 0) return;
    yield batch.map(({ revision }) => toRevisionLine(revision));
    after = batch.at(-1)!.revision.sortSequence as string;
  }
}
