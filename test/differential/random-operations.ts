import { beforeAll, describe, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { type DocumentNode, parse } from 'graphql';
import { type Database } from '../../src/graph/database.ts';
import { createEngine } from '../../src/query/engine.ts';
import { canReadBatched, readRootsBatched } from '../../src/query/tiers/tiered-reader.ts';
import { type RootReader, readRoots } from '../../src/query/read/read-roots.ts';
import { schema } from '../support/query.ts';
import { type Engines, compare } from './compare.ts';
import { OperationArbitrary } from './operations/operation-arbitrary.ts';
import { printOperation } from './operations/print.ts';
import { SEARCH_TEXTS, ArgumentValues } from './operations/argument-values.ts';
import { type Graph, loadGraph } from './reference/graph.ts';

/**
 * At least so many operations, half of them on either graph of this folder's two tests. An operation is a document with values for its variables, unlike
 * any other of that document; a document without variables is one.
 */
const OPERATIONS = Number(process.env.DIFFERENTIAL_OPERATIONS ?? 2_000);
/** Documents are drawn in lots, each by a seed of its own: the next one's is one more. */
const LOT = 20;
/** A lot takes half a minute; what takes longer is the search for the smallest operation, which is told as far as it came. */
const LONGEST_LOT_MS = 300_000;
/** It is told how far it is after so many lots. */
const TOLD = 5;
/** The suite generates the same operations each time, so that a failure is due to a change; `npm run differential` uses a new seed. */
const SEED = Number(process.env.DIFFERENTIAL_SEED ?? 2025);

/** The day on which all is asked. */
const TODAY = '2024-12-24';

/** By levels always, not only what was never asked before; a single statement for the few that have none. */
const byLevels: RootReader = (database, statements, options) =>
  (canReadBatched(statements) ? readRootsBatched : readRoots)(database, statements, options);

jest.setTimeout(60_000 + OPERATIONS * 500);

/** Compares random operations on a graph that `fill` makes. */
export function compareRandomOperations(name: string, fill: () => Promise<Database>): void {
  describe(`random operations on ${name}`, () => comparisons(name, fill));
}

function comparisons(name: string, fill: () => Promise<Database>): void {
  let graph: Graph;
  let engines: Engines;
  beforeAll(async () => {
    const database = await fill();
    graph = await loadGraph(database, SEARCH_TEXTS, TODAY);
    const today = () => TODAY;
    engines = {
      'the single statement': createEngine({ schema, database, today }),
      'a statement for each level': createEngine({ schema, database, today, read: byLevels }),
    };
  }, 180_000);

  test('are answered as graphql-js answers them from plain resolvers', async () => {
    const world = new ArgumentValues(graph);
    const operations = new OperationArbitrary(schema, world)
      .operation()
      .map((items) => printOperation(items, schema, world));
    const done = { documents: 0, operations: 0, refused: 0 };
    const ask = async (query: string, document: DocumentNode, variables: Record<string, unknown>) => {
      const isCompared = await compare(schema, graph, engines, { query, document, variables });
      done[isCompared ? 'operations' : 'refused']++;
    };
    const property = fc.asyncProperty(operations, async ({ query, variables: [first, ...others] }) => {
      const document = parse(query);
      await ask(query, document, first!);
      // By then Neo4j knows most of what these become.
      await Promise.all(others.map((variables) => ask(query, document, variables)));
      done.documents++;
    });
    for (let lot = 0; done.operations < OPERATIONS / 2; lot++) {
      await fc.assert(property, {
        numRuns: LOT,
        seed: SEED + lot,
        verbose: fc.VerbosityLevel.None,
        interruptAfterTimeLimit: LONGEST_LOT_MS,
      });
      if ((lot + 1) % TOLD === 0) tell(name, done, lot);
    }
    tell(name, done);
  });
}

/** How many there really were, on standard error, which Jest does not hold back. */
function tell(name: string, { documents, operations, refused }: Record<string, number>, lot?: number): void {
  process.stderr.write(
    `${name}: ${operations} operations of ${documents} documents answered alike, ${refused} more refused as too costly; ` +
      `${lot === undefined ? 'done' : `seed ${SEED + lot}`}.\n`,
  );
}
