import { type Tx } from '../../graph/database.ts';
import { labelsOf } from '../../storage/labels.ts';
import { cypherTakeIn } from '../../storage/revisions.ts';
import { inBatches } from '../../graph/transactions/batches.ts';
import { type EndpointKind, exportedNodes } from './exported-schema.ts';
import {
  type LinkLine,
  type NodeLine,
  type RevisionLine,
  fromLinkLine,
  fromRevisionLine,
  fromThingLine,
  fromTombstoneLine,
} from './line-format.ts';

const CREATE = `UNWIND $rows AS row
CREATE (n) SET n:$(row.labels) SET n = row.properties`;

/** With an index hint, because in an empty graph the planner takes a scan for free. */
const matchNode = (variable: string, kind: EndpointKind, id: string) =>
  `MATCH (${variable}:${exportedNodes[kind].label} {id: row.${id}})` +
  (kind === 'judgement' || kind === 'formerJudgement'
    ? ''
    : ` USING INDEX SEEK ${variable}:${exportedNodes[kind].label}(id)`);

const CREATE_RELATIONSHIPS = (from: EndpointKind, to: EndpointKind) => `UNWIND $rows AS row
${matchNode('a', from, 'from')}
${matchNode('b', to, 'to')}
CREATE (a)-[r:$(row.type)]->(b) SET r = row.properties`;

/** The first of a thing that has not changed since is the thing itself. */
const CREATE_REVISIONS = (of: EndpointKind) => `UNWIND $rows AS row
${matchNode('t', of, 'of')}
WITH t, row.properties AS revision,
  t:Thing AND [t.version, t.key] = [1, row.properties.key] AND row.properties.version = 1 AND row.properties.typeName IN labels(t) AS isOwn
CALL (t, revision, isOwn) {
  WITH * WHERE isOwn ${cypherTakeIn('t', 'revision')}
}
CALL (t, revision, isOwn) {
  WITH * WHERE NOT isOwn CREATE (r:Revision)-[:REVISES]->(t) SET r = revision
}`;

/** Creates nodes with their exported properties; derived ones are added later. */
export const writeNodeLines = (tx: Tx, lines: readonly NodeLine[]): Promise<void> =>
  inBatches(
    tx,
    CREATE,
    lines.map((line) => ({ labels: lineLabels(line), properties: propertiesOf(line) })),
  );

function lineLabels({ record, type }: NodeLine): readonly string[] {
  return record === 'thing' ? labelsOf(type!) : [exportedNodes[record].label];
}

function propertiesOf(line: NodeLine): Record<string, unknown> {
  if (line.record === 'thing') return fromThingLine(line);
  if (line.record === 'tombstone') return fromTombstoneLine(line);
  return { ...line.holds, id: line.id, key: line.key };
}

/** @param kindOf Returns the kind of the node with an id. */
export async function writeLinkLines(
  tx: Tx,
  lines: readonly LinkLine[],
  kindOf: (id: string) => EndpointKind,
): Promise<void> {
  for (const group of Map.groupBy(lines, ({ from, to }) => `${kindOf(from)} ${kindOf(to)}`).values()) {
    const [{ from, to }] = group as [LinkLine];
    const rows = group.map((line) => ({
      type: line.type,
      from: line.from,
      to: line.to,
      properties: fromLinkLine(line),
    }));
    await inBatches(tx, CREATE_RELATIONSHIPS(kindOf(from), kindOf(to)), rows);
  }
}

export async function writeRevisionLines(
  tx: Tx,
  lines: readonly RevisionLine[],
  kindOf: (id: string) => EndpointKind,
): Promise<void> {
  for (const [kind, group] of Map.groupBy(lines, ({ of }) => kindOf(of))) {
    await inBatches(
      tx,
      CREATE_REVISIONS(kind),
      group.map((line) => ({ of: line.of, properties: fromRevisionLine(line) })),
    );
  }
}
