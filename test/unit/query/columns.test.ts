import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { columnOf, countGroups, placesOf } from '../../../src/query/counts/columns.ts';

/** Nodes with numbers as a database gives them, and for each dimension under which values each of them counts. */
const world = fc.uniqueArray(fc.nat(10_000), { maxLength: 30 }).chain((numbers) =>
  fc.record({
    numbers: fc.constant(numbers),
    dimensions: fc.array(
      fc.array(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', null), { minLength: 1 }), {
        minLength: numbers.length,
        maxLength: numbers.length,
      }),
      { maxLength: 3 },
    ),
    listed: fc.subarray(numbers),
  }),
);

test('groups have as many nodes as have their values, each node once in a group', () => {
  fc.assert(
    fc.property(world, ({ numbers, dimensions, listed }) => {
      const rows = placesOf(numbers.map((number) => [number]));
      const columns = dimensions.map((valuesOf) =>
        columnOf(
          rows,
          [...new Set(valuesOf.flat())].map((value) => [
            value,
            value && `id of ${value}`,
            numbers.filter((_, index) => valuesOf[index]!.includes(value)),
          ]),
        ),
      );
      const expected = new Map<string, number>();
      for (const number of listed) {
        const index = numbers.indexOf(number);
        const groups = dimensions.reduce<(string | null)[][]>(
          (all, valuesOf) => all.flatMap((group) => valuesOf[index]!.map((value) => [...group, value])),
          [[]],
        );
        for (const group of groups) {
          const key = JSON.stringify(group);
          expected.set(key, (expected.get(key) ?? 0) + 1);
        }
      }
      if (dimensions.length === 0) expected.set('[]', listed.length);
      const places = Int32Array.from(listed, (number) => rows.places.get(number)!);
      const groups = countGroups(places, columns);
      expect(new Map(groups.map(({ values, count }) => [JSON.stringify(values), count]))).toEqual(expected);
      for (const { values, entities } of groups) {
        expect(entities).toEqual(values.map((value) => value && `id of ${value}`));
      }
    }),
  );
});
