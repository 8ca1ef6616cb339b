import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { columnOf, countGroups, placesOf, withNodes, withValues } from '../../../src/query/counts/columns.ts';

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

/** The column of nodes with these values, by their numbers. */
const rowsOf = (valuesOf: ReadonlyMap<number, readonly (string | null)[]>) =>
  [...new Set([...valuesOf.values()].flat())].map(
    (value) =>
      [
        value,
        value && `id of ${value}`,
        [...valuesOf.keys()].filter((each) => valuesOf.get(each)!.includes(value)),
      ] as const,
  );

test('a column with other values for some nodes, and with new nodes, counts as one that is made anew', () => {
  const values = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', null), { minLength: 1 });
  const nodes = fc
    .dictionary(fc.nat(40).map(String), values)
    .map((all) => new Map(Object.entries(all).map(([number, each]) => [Number(number), each])));
  fc.assert(
    fc.property(nodes, nodes, (before, changed) => {
      const now = new Map([...before, ...changed]);
      const table = placesOf([...before.keys()].map((number) => [number]));
      const extended = withNodes(table, [...changed.keys()]);
      const column = withValues(extended, columnOf(table, rowsOf(before)), [...changed.keys()], rowsOf(changed));
      const anew = placesOf([...now.keys()].map((number) => [number]));
      const counted = (places: typeof anew, of: typeof column) =>
        countGroups(
          Int32Array.from(now.keys(), (number) => places.places.get(number)!),
          [of],
        )
          .map((group) => JSON.stringify(group))
          .sort();
      expect(counted(extended, column)).toEqual(counted(anew, columnOf(anew, rowsOf(now))));
    }),
  );
});
