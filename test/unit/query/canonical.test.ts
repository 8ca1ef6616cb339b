import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { queries } from '../../support/queries.ts';
import { statementsFor } from '../../support/query.ts';
import { respelled } from '../../support/spelling.ts';

describe('however a query is spelled', () => {
  test.each(queries.map((query, index) => [index, query] as const))(
    'the statement is the same: %i',
    async (_, query) => {
      const [expected] = await statementsFor(query);
      await fc.assert(
        fc.asyncProperty(fc.gen(), async (draw) => {
          const [sent] = await statementsFor(respelled(query, draw));
          expect(sent!.cypher).toBe(expected!.cypher);
          expect(sent!.parameters).toEqual(expected!.parameters);
        }),
        { numRuns: 25, endOnFailure: true },
      );
    },
  );
});
