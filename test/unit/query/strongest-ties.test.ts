import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { strongestTies } from '../../../src/query/networks/strongest-ties.ts';
import { networkFrom } from '../network/networks.ts';

const ties = fc.uniqueArray(
  fc.record({ a: fc.nat(7), b: fc.nat(7), weight: fc.integer({ min: 1, max: 4 }) }).filter(({ a, b }) => a < b),
  { selector: ({ a, b }) => 8 * a + b },
);

test('the strongest ties are the first of all in the order of weight, then of their nodes', () => {
  fc.assert(
    fc.property(ties, fc.nat(30), (all, count) => {
      const expected = all
        .toSorted((one, other) => other.weight - one.weight || one.a - other.a || one.b - other.b)
        .slice(0, count);
      expect(
        strongestTies(
          networkFrom(
            8,
            all.map(({ a, b, weight }) => [a, b, weight]),
          ),
          count,
        ),
      ).toEqual(expected);
    }),
  );
});
