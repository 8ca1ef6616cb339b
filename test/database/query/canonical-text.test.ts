import { beforeAll, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { type Engine, createEngine } from '../../../src/query/engine.ts';
import { articleGraph } from '../../support/article.ts';
import { queries } from '../../support/queries.ts';
import { dataOf, schema } from '../../support/query.ts';
import { respelled, unaliased } from '../../support/spelling.ts';

// A database that plans each statement for the first time takes its time on a busy machine.
jest.setTimeout(120_000);

let engine: Engine;
beforeAll(async () => {
  engine = createEngine({ schema, database: await articleGraph() });
}, 180_000);

test.each(queries.map((query, index) => [index, query] as const))(
  'equivalent operations have the same response: %i',
  async (_, query) => {
    const expected = unaliased(await dataOf(engine, query));
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (draw) => {
        expect(unaliased(await dataOf(engine, respelled(query, draw)))).toEqual(expected);
      }),
      { numRuns: 25, endOnFailure: true },
    );
  },
);
