import { type Database } from '../../src/graph/database.ts';
import { inBatches } from '../../src/graph/transactions/batches.ts';

/** Everything that is stored of a world: nodes, in the order in which they were written, and relationships. */
export interface StoredGraph {
  nodes: { id: number; labels: string; properties: Record<string, unknown> }[];
  links: { type: string; from: number; to: number; properties: Record<string, unknown> }[];
}

const NODES = `MATCH (n) WHERE NOT n:Graph|Commits|Migration
RETURN id(n) AS id, labels(n) AS labels, properties(n) AS properties ORDER BY id`;

const LINKS = `MATCH (a)-[r]->(b) RETURN type(r) AS type, id(a) AS from, id(b) AS to, properties(r) AS properties ORDER BY id(r)`;

export async function readGraph(database: Database): Promise<StoredGraph> {
  const options = { timeoutMs: 600_000 };
  const nodes = await database.read(
    (tx) => tx.run<{ id: number; labels: string[]; properties: Record<string, unknown> }>(NODES),
    options,
  );
  const links = await database.read((tx) => tx.run<StoredGraph['links'][number]>(LINKS), options);
  return { nodes: nodes.map(({ labels, ...node }) => ({ ...node, labels: labels.join(':') })), links };
}

/** Nodes of one transaction, about as many as a batch of an import has. */
const BATCH = 10_000;

/** Writes the graph into an empty database, and calls `onBatch` after each transaction. */
export async function writeGraph(
  database: Database,
  { nodes, links }: StoredGraph,
  onBatch: () => void,
): Promise<void> {
  const written = new Map<number, number>();
  const last = new Map(nodes.map(({ id }, index) => [id, Math.floor(index / BATCH)]));
  const linksByBatch = Map.groupBy(links, ({ from, to }) => Math.max(last.get(from)!, last.get(to)!));
  const namesByKind = new Map<string, string[]>();
  const namesOf = (kind: string, rows: readonly Record<string, unknown>[]) => {
    const names = new Set([...(namesByKind.get(kind) ?? []), ...rows.flatMap((row) => Object.keys(row))]);
    namesByKind.set(kind, [...names]);
    return [...names];
  };
  const mapOf = (names: readonly string[], start: number) =>
    `{${names.map((name, index) => `${name}: row[${start + index}]`).join(', ')}}`;
  for (let start = 0; start < nodes.length; start += BATCH) {
    await database.write(async (tx) => {
      for (const [labels, alike] of Map.groupBy(nodes.slice(start, start + BATCH), (node) => node.labels)) {
        const names = namesOf(
          labels,
          alike.map(({ properties }) => properties),
        );
        const statement = `UNWIND $rows AS row CREATE (n:${labels} ${mapOf(names, 0)}) RETURN id(n)`;
        const rows = alike.map(({ properties }) => names.map((name) => properties[name] ?? null));
        const ids = await createAll(tx, statement, rows);
        alike.forEach(({ id }, index) => written.set(id, ids[index]!));
      }
      for (const [type, alike] of Map.groupBy(linksByBatch.get(start / BATCH) ?? [], (link) => link.type)) {
        const names = namesOf(
          type,
          alike.map(({ properties }) => properties),
        );
        const statement = `UNWIND $rows AS row MATCH (a) WHERE id(a) = row[0] MATCH (b) WHERE id(b) = row[1]
CREATE (a)-[:${type} ${mapOf(names, 2)}]->(b)`;
        const ends = ({ from, to }: StoredGraph['links'][number]) => [written.get(from)!, written.get(to)!];
        await inBatches(
          tx,
          statement,
          alike.map((link) => [...ends(link), ...names.map((name) => link.properties[name] ?? null)]),
        );
      }
    });
    onBatch();
  }
}

async function createAll(
  tx: Parameters<Parameters<Database['write']>[0]>[0],
  statement: string,
  rows: readonly unknown[][],
): Promise<number[]> {
  const ids: number[] = [];
  await inBatches({ ...tx, rows: async (...call) => keep(await tx.rows(...call)) }, statement, rows);
  return ids;

  function keep(created: unknown[][]): unknown[][] {
    ids.push(...created.map(([id]) => id as number));
    return created;
  }
}
