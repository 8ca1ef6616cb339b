import { type z } from 'zod';
import { type Database } from '../../src/graph/database.ts';
import { RecordInput } from '../../src/record/input/record-input.ts';
import { type RecordOptions } from '../../src/record/input/options.ts';
import { type RecordReport, record } from '../../src/record/recording/record.ts';
import { cypherRevisions } from '../../src/storage/revisions.ts';
import { emptyGraph, testDatabase } from './database.ts';

/** A block as an author writes it, before its defaults are filled in. */
export type Block = z.input<typeof RecordInput>;
export type MeetingRow = NonNullable<Block['meetings']>[number];
export type ClaimRow = NonNullable<Block['claims']>[number];

const blocksOf = (blocks: readonly Block[]): RecordInput[] => blocks.map((block) => RecordInput.parse(block));

/** Records blocks as an analyst does by a mutation. */
export function recordBlocks(
  database: Database,
  blocks: Block[],
  options: Partial<RecordOptions> = {},
): Promise<RecordReport> {
  return record(database, blocksOf(blocks), { by: 'test', ...options });
}

/** Records blocks as the import of a data set does. */
export function importBlocks(
  database: Database,
  key: string,
  blocks: Block[],
  options: Partial<RecordOptions> = {},
): Promise<RecordReport> {
  const dataSet = { key, title: `Data set ${key}` };
  return recordBlocks(database, blocks, { dataSets: blocks.map(() => dataSet), ...options });
}

/** The worker's database, emptied. */
export async function freshDatabase(): Promise<Database> {
  const database = await testDatabase();
  await emptyGraph(database);
  return database;
}

/** The last recorded state of a thing, in words of the API; null where there is no such thing. */
export async function stateOf(database: Database, key: string): Promise<Record<string, unknown> | null> {
  const rows = await database.read((tx) =>
    tx.rows(`MATCH ${cypherRevisions('t:Thing {key: $key}', 'r')} WHERE r.version = t.version RETURN r.state`, { key }),
  );
  return rows[0] === undefined ? null : (JSON.parse(rows[0][0] as string) as Record<string, unknown>);
}

/** The rows of a statement, for tests that look into the graph itself. */
export const queryGraph = (database: Database, cypher: string, parameters: Record<string, unknown> = {}) =>
  database.read((tx) => tx.rows(cypher, parameters));

/** Everything in the graph but its version, as sorted lines: equal texts are equal graphs. */
export async function snapshotGraph(database: Database): Promise<string> {
  const nodes = await queryGraph(
    database,
    'MATCH (n) WHERE NOT n:Graph|Commits|Migration RETURN labels(n), properties(n)',
  );
  const links = await queryGraph(
    database,
    `MATCH (a)-[r]->(b)
     RETURN coalesce(a.id, a.key, a.name), type(r), properties(r), coalesce(b.id, b.key, b.name)`,
  );
  return [...nodes, ...links].map(sorted).sort().join('\n');
}

/**
 * What sources come to, apart from when and in which order they were recorded: no ids, instants, versions; without `sentences`
 * no texts of claims either, which may be made of the names known by then.
 */
export async function snapshotFacts(database: Database, { sentences = true } = {}): Promise<string> {
  const states = await queryGraph(
    database,
    `MATCH ${cypherRevisions('t:Thing', 'r')} WHERE r.version = t.version RETURN t.key, r.state`,
  );
  const edges = await queryGraph(
    database,
    `MATCH (a:Thing)-[r:ATTENDS|CHAIRS|CONVENES|HOSTS|SPEAKS_AT|HOLDS|MEMBER_OF|SERVES|CONCERNS|RELATES_TO|CONFIRMED_BY|CONTRADICTED_BY|IDENTIFIED_BY]->(b)
     RETURN a.key, type(r), r {.roles, .status, .standing, .inferred, .startEarliest, .possibleFrom, .possibleUntil, .type, .by},
       coalesce(b.key, b.name)`,
  );
  const conflicts = await queryGraph(
    database,
    `MATCH (x:Conflict) RETURN x.slot, x.rule, [(x)-[:FOLLOWS]->(c) | c.key],
       COLLECT { MATCH (x)-[a:AMONG]->(c) RETURN c.key ORDER BY a.order }`,
  );
  const claims = await queryGraph(
    database,
    `MATCH (c:Claim) RETURN c.key, c.status, c.independentSources, c.reviewState, c.planOutcome, c.dueFrom, c.dueUntil,
       ${sentences ? 'c.text' : 'null'}`,
  );
  return [...states, ...edges, ...conflicts, ...claims].map(sorted).sort().join('\n');
}

function withSortedNames(state: string): string {
  const parsed = JSON.parse(state) as { names?: unknown };
  if (!Array.isArray(parsed.names)) return state;
  return JSON.stringify({ ...parsed, names: parsed.names.map((name) => JSON.stringify(name)).sort() });
}

/** Names stand in the order in which they were recorded, of which the facts here are independent. */
const sorted = (row: unknown): string =>
  JSON.stringify(row, (_, part: unknown) =>
    typeof part === 'string' && part.startsWith('{"')
      ? withSortedNames(part)
      : typeof part === 'object' && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
        : part,
  );
