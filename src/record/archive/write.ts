import { type Tx } from '../../graph/database.ts';
import { furtherLabels } from '../../domain/thing-types.ts';
import { inBatches } from '../write/batches.ts';
import { type JoinedKind, nodes } from './kept.ts';
import {
  type LinkLine,
  type NodeLine,
  type RevisionLine,
  propertiesOfLink,
  propertiesOfRevision,
  propertiesOfThing,
  propertiesOfTombstone,
} from './lines.ts';

const CREATE = `UNWIND $rows AS row
CREATE (n) SET n:$(row.labels) SET n = row.properties`;

/** Where the graph is empty yet, the planner takes scanning for free. */
const find = (variable: string, kind: JoinedKind, id: string) =>
  `MATCH (${variable}:${nodes[kind].label} {id: row.${id}})` +
  (kind === 'judgement' || kind === 'formerJudgement' ? '' : ` USING INDEX SEEK ${variable}:${nodes[kind].label}(id)`);

const LINK = (from: JoinedKind, to: JoinedKind) => `UNWIND $rows AS row
${find('a', from, 'from')}
${find('b', to, 'to')}
CREATE (a)-[r:$(row.type)]->(b) SET r = row.properties`;

const REVISE = (of: JoinedKind) => `UNWIND $rows AS row
${find('t', of, 'of')}
CREATE (r:Revision)-[:REVISES]->(t) SET r = row.properties`;

/** Writes nodes as they were; of things, what is not worked out. */
export const writeNodes = (tx: Tx, lines: readonly NodeLine[]): Promise<void> =>
  inBatches(
    tx,
    CREATE,
    lines.map((line) => ({ labels: labelsOf(line), properties: propertiesOf(line) })),
  );

function labelsOf({ record, type }: NodeLine): string[] {
  return record === 'thing' ? ['Thing', ...furtherLabels[type!], type!] : [nodes[record].label];
}

function propertiesOf(line: NodeLine): Record<string, unknown> {
  if (line.record === 'thing') return propertiesOfThing(line);
  if (line.record === 'tombstone') return propertiesOfTombstone(line);
  return { ...line.holds, id: line.id, key: line.key };
}

/** @param kindOf The kind of a node, by its id. */
export async function writeLinks(
  tx: Tx,
  lines: readonly LinkLine[],
  kindOf: (id: string) => JoinedKind,
): Promise<void> {
  for (const group of Map.groupBy(lines, ({ from, to }) => `${kindOf(from)} ${kindOf(to)}`).values()) {
    const [{ from, to }] = group as [LinkLine];
    const rows = group.map((line) => ({
      type: line.type,
      from: line.from,
      to: line.to,
      properties: propertiesOfLink(line),
    }));
    await inBatches(tx, LINK(kindOf(from), kindOf(to)), rows);
  }
}

export async function writeRevisions(
  tx: Tx,
  lines: readonly RevisionLine[],
  kindOf: (id: string) => JoinedKind,
): Promise<void> {
  for (const [kind, group] of Map.groupBy(lines, ({ of }) => kindOf(of))) {
    await inBatches(
      tx,
      REVISE(kind),
      group.map((line) => ({ of: line.of, properties: propertiesOfRevision(line) })),
    );
  }
}
