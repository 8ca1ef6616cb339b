import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { HashTable } from '../../../../src/dataset/table/hash-table.ts';

test('holds what a Map holds, however many, and if their places are the same', () => {
  const hash = fc.oneof(
    fc.integer({ min: 1, max: 2 ** 48 }),
    fc.integer({ min: 1, max: 5 }).map((number) => number * 2 ** 20),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(hash, fc.nat()), { maxLength: 3_000, size: 'max' }), (entries) => {
      const [table, map] = [new HashTable(), new Map(entries)];
      for (const [name, value] of entries) table.set(name, value);
      for (const [name, value] of map) expect(table.get(name)).toBe(value);
      expect(table.get(2 ** 50)).toBeUndefined();
    }),
    { numRuns: 20 },
  );
});
