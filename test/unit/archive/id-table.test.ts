import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { IdTable } from '../../../src/record/archive/id-table.ts';

/** Few enough in their differing digits that some are drawn twice; alike, in the order of time, and random. */
const id = fc.oneof(
  fc.nat(3_000).map((number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`),
  fc.nat(3_000).map((number) => `${number.toString(16).padStart(8, '0')}-0000-7000-8000-000000000000`),
  fc.uuid(),
);

test('it says of every id what a map says, also when it has grown', () => {
  const added = fc.array(fc.tuple(id, fc.nat(3)), { minLength: 2_000, maxLength: 4_000 });
  fc.assert(
    fc.property(added, fc.array(id), (pairs, others) => {
      const [table, map] = [new IdTable(), new Map<string, number>()];
      const isNew = pairs.map(([text, number]) => table.add(text, number));
      const expected = pairs.map(([text, number]) => !map.has(text) && map.set(text, number).get(text) === number);
      expect(isNew).toEqual(expected);
      const asked = [...map.keys(), ...others];
      expect(asked.map((text) => table.get(text))).toEqual(asked.map((text) => map.get(text)));
    }),
    { numRuns: 10 },
  );
});
