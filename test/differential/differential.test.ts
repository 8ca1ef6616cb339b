import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'graphql';
import { createEngine } from '../../src/query/engine.ts';
import { isReadByLevels, readLevels } from '../../src/query/levels/tiered.ts';
import { type ReadTuples, readTuples } from '../../src/query/reading.ts';
import { articleGraph } from '../support/article.ts';
import { schema } from '../support/query.ts';
import { freshDatabase } from '../support/recording.ts';
import { type Engines, compare } from './compare.ts';
import { Drawing } from './operations/draw.ts';
import { spell } from './operations/spell.ts';
import { WORDS, World } from './operations/world.ts';
import { type Graph, loadGraph } from './reference/graph.ts';
import { isElsewhere, missingResolvers } from './reference/reference.ts';
import { recordSynthetic } from './synthetic.ts';

/** So many operations, half of them on either graph; two each have the same text, with other values for its variables. */
const OPERATIONS = Number(process.env.DIFFERENTIAL_OPERATIONS ?? 500);
/** The suite asks the same each time, lest a change be blamed for what chance found; `npm run differential` draws anew. */
const SEED = Number(process.env.DIFFERENTIAL_SEED ?? 2025);

/** The day on which all is asked. */
const TODAY = '2024-12-24';

/** By levels always, not only what was never asked before; a single statement for the few that have none. */
const byLevels: ReadTuples = (database, statements, options) =>
  (isReadByLevels(statements) ? readLevels : readTuples)(database, statements, options);

jest.setTimeout(60_000 + OPERATIONS * 500);

test('the reference has a resolver for every field', () => {
  expect(missingResolvers(schema).filter((field) => !isElsewhere(field))).toEqual([]);
});

const graphs = {
  'the coded article': articleGraph,
  'a synthetic graph': async () => {
    const database = await freshDatabase();
    await recordSynthetic(database);
    return database;
  },
};

describe.each(Object.entries(graphs))('random operations on %s', (_, fill) => {
  let graph: Graph;
  let engines: Engines;
  beforeAll(async () => {
    const database = await fill();
    graph = await loadGraph(database, WORDS, TODAY);
    const today = () => TODAY;
    engines = {
      'the single statement': createEngine({ schema, database, today }),
      'a statement for each level': createEngine({ schema, database, today, read: byLevels }),
    };
  }, 180_000);

  test('are answered as graphql-js answers them from plain resolvers', async () => {
    const world = new World(graph);
    const operations = new Drawing(schema, world).operation().map((items) => spell(items, schema, world));
    await fc.assert(
      fc.asyncProperty(operations, async ({ query, variables: [some, others] }) => {
        const document = parse(query);
        await compare(schema, graph, engines, { query, document, variables: some });
        await compare(schema, graph, engines, { query, document, variables: others });
      }),
      { numRuns: Math.ceil(OPERATIONS / 4), seed: SEED, verbose: fc.VerbosityLevel.None },
    );
  });
});
