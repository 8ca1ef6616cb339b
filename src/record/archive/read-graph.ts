import { type Tx } from '../../graph/database.ts';
import { rejectUnfinishedImport } from '../integrity/unfinished-import.ts';
import { type NodeKind, endpointKinds, exportedRelationships, nodeKinds, exportedNodes } from './exported-schema.ts';
import {
  FORMAT,
  type Line,
  type LinkLine,
  type NodeLine,
  toLinkLine,
  toRevisionLine,
  toThingLine,
  toTombstoneLine,
  formatLine,
} from './line-format.ts';
import { type ArchiveDigest, DigestBuilder } from './digest.ts';
import { cypherRevision } from '../../storage/revisions.ts';
import { typeFromLabels } from '../../storage/labels.ts';

/** Nodes or revisions read in one statement; the relationships of so many nodes are in memory at once. */
const BATCH = 500;

type Properties = Record<string, unknown>;

/**
 * Everything recorded as lines of text, several in a chunk, and finally its digest. The same data gives the same bytes. The
 * transaction has to hold the write lock, so that the export shows one state of the graph.
 *
 * @throws ClientError IMPORT_UNFINISHED if the graph has only a part of a full import.
 */
export async function* readArchive(tx: Tx): AsyncGenerator<string, ArchiveDigest> {
  await rejectUnfinishedImport(tx);
  const digest = new DigestBuilder();
  for await (const batch of readLines(tx)) {
    const text = batch.map(formatLine).join('');
    for (const line of batch) digest.count(line);
    digest.hash(text);
    yield text;
  }
  yield digest.endLine();
  return digest.digest;
}

/** The digest of what {@link readArchive} returns. */
export async function readDigest(tx: Tx): Promise<ArchiveDigest> {
  const archive = readArchive(tx);
  for (;;) {
    const { done, value } = await archive.next();
    if (done) return value;
  }
}

async function* readLines(tx: Tx): AsyncGenerator<Line[]> {
  yield [{ record: 'chancery', format: FORMAT }];
  for (const kind of nodeKinds) {
    for await (const batch of readNodes(tx, kind)) yield batch.map((node) => toNodeLine(kind, node));
  }
  for (const kind of endpointKinds) {
    for await (const batch of readNodes(tx, kind)) {
      yield await readRelationships(
        tx,
        kind,
        batch.map(({ properties }) => properties.id as string),
      );
    }
  }
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

const RELATIONSHIPS = (label: string) => `UNWIND $ids AS id
MATCH (a:${label} {id: id})-[r:${exportedRelationships.join('|')}]->(b:${endpointKinds.map((kind) => exportedNodes[kind].label).join('|')})
WHERE type(r) <> 'RELATES_TO' OR r.by <> 'RULE'
RETURN id, type(r), b.id, properties(r)`;

/** The outgoing relationships of nodes, in the order of the nodes, then by type and endpoint. */
async function readRelationships(
  tx: Tx,
  kind: (typeof endpointKinds)[number],
  ids: readonly string[],
): Promise<LinkLine[]> {
  const rows = (await tx.rows(RELATIONSHIPS(exportedNodes[kind].label), { ids })) as [
    string,
    string,
    string,
    Properties,
  ][];
  const byStart = Map.groupBy(
    rows.map(([from, type, to, properties]) => toLinkLine(type, from, to, properties)),
    ({ from }) => from,
  );
  return ids.flatMap((id) => sortLines(byStart.get(id) ?? []));
}

function sortLines(lines: readonly LinkLine[]): LinkLine[] {
  const keyed = lines.map((line) => ({ line, name: `${line.type} ${line.to} ${formatLine(line)}` }));
  return keyed.sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ line }) => line);
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
