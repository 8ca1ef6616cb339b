import { type Tx } from '../../graph/database.ts';
import { typeOf } from '../../domain/thing-types.ts';
import { refuseUnfinished } from './arrival.ts';
import { type NodeKind, joinedKinds, links, nodeKinds, nodes } from './kept.ts';
import {
  FORMAT,
  type Line,
  type LinkLine,
  type NodeLine,
  lineOfLink,
  lineOfRevision,
  lineOfThing,
  lineOfTombstone,
  textOfLine,
} from './lines.ts';
import { type Digest, Tally } from './tally.ts';

/** Nodes, or revisions, read in one go; of so many, all relationships are in memory too. */
const BATCH = 500;

type Properties = Record<string, unknown>;

/**
 * All of the record as lines of text, several to a chunk, and its digest in the end. The same record gives the same
 * bytes. To show one state of the graph, nobody may write meanwhile: the transaction holds the lock of writers.
 *
 * @throws TellableError where the graph holds only a part of what an import is to bring.
 */
export async function* archiveOf(tx: Tx): AsyncGenerator<string, Digest> {
  await refuseUnfinished(tx);
  const tally = new Tally();
  for await (const batch of linesOf(tx)) {
    const text = batch.map(textOfLine).join('');
    for (const line of batch) tally.count(line);
    tally.hash(text);
    yield text;
  }
  yield tally.end();
  return tally.digest;
}

/** The digest of what {@link archiveOf} gives. */
export async function digestOf(tx: Tx): Promise<Digest> {
  const archive = archiveOf(tx);
  for (;;) {
    const { done, value } = await archive.next();
    if (done) return value;
  }
}

async function* linesOf(tx: Tx): AsyncGenerator<Line[]> {
  yield [{ record: 'chancery', format: FORMAT }];
  for (const kind of nodeKinds) {
    for await (const batch of nodesOf(tx, kind)) yield batch.map((node) => lineOfNode(kind, node));
  }
  for (const kind of joinedKinds) {
    for await (const batch of nodesOf(tx, kind)) {
      yield await linksFrom(
        tx,
        kind,
        batch.map(({ properties }) => properties.id as string),
      );
    }
  }
  yield* revisions(tx);
}

interface Node {
  labels: string[];
  properties: Properties;
}

const NODES = ({ label, order }: (typeof nodes)[NodeKind]) => `MATCH (n:${label}) WHERE n.${order} > $after
RETURN labels(n) AS labels, properties(n) AS properties ORDER BY n.${order} LIMIT ${BATCH}`;

async function* nodesOf(tx: Tx, kind: NodeKind): AsyncGenerator<Node[]> {
  const { order } = nodes[kind];
  for (let after = ''; ;) {
    const batch = await tx.run<Node>(NODES(nodes[kind]), { after });
    if (batch.length > 0) yield batch;
    if (batch.length < BATCH) return;
    after = batch.at(-1)!.properties[order] as string;
  }
}

function lineOfNode(kind: NodeKind, { labels, properties }: Node): NodeLine {
  switch (kind) {
    case 'thing':
      return lineOfThing(typeOf(labels)!, properties);
    case 'tombstone':
      return lineOfTombstone(properties);
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

const LINKS = (label: string) => `UNWIND $ids AS id
MATCH (a:${label} {id: id})-[r:${links.join('|')}]->(b:${joinedKinds.map((kind) => nodes[kind].label).join('|')})
WHERE type(r) <> 'RELATES_TO' OR r.by <> 'RULE'
RETURN id, type(r), b.id, properties(r)`;

/** Of each node, in their order, by type and end. */
async function linksFrom(tx: Tx, kind: (typeof joinedKinds)[number], ids: readonly string[]): Promise<LinkLine[]> {
  const rows = (await tx.rows(LINKS(nodes[kind].label), { ids })) as [string, string, string, Properties][];
  const byStart = Map.groupBy(
    rows.map(([from, type, to, properties]) => lineOfLink(type, from, to, properties)),
    ({ from }) => from,
  );
  return ids.flatMap((id) => inOrder(byStart.get(id) ?? []));
}

function inOrder(lines: readonly LinkLine[]): LinkLine[] {
  const named = lines.map((line) => ({ line, name: `${line.type} ${line.to} ${textOfLine(line)}` }));
  return named.sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ line }) => line);
}

const REVISIONS = `MATCH (r:Revision) WHERE r.sortSequence > $after
WITH r ORDER BY r.sortSequence LIMIT ${BATCH}
MATCH (r)-[:REVISES]->(t)
RETURN t.id AS thing, properties(r) AS properties ORDER BY r.sortSequence`;

async function* revisions(tx: Tx): AsyncGenerator<Line[]> {
  for (let after = ''; ;) {
    const batch = await tx.run<{ thing: string; properties: Properties }>(REVISIONS, { after });
    if (batch.length === 0) return;
    yield batch.map(({ thing, properties }) => lineOfRevision(thing, properties));
    after = batch.at(-1)!.properties.sortSequence as string;
  }
}
