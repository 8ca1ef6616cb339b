import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { matchRows } from '../../../src/record/diff/match-rows.ts';

const row = (localKey: string, fingerprint: string) => ({ localKey, fingerprint });

describe('pairing the rows of a data set with those of its last import', () => {
  test('what says the same is unchanged, whatever came before it', () => {
    const {
      unchanged,
      changed,
      added,
      removed: gone,
    } = matchRows([row('a', '2'), row('a', '1')], [row('a', '1'), row('a', '2')]);

    expect(unchanged).toHaveLength(2);
    expect([changed, added, gone]).toEqual([[], [], []]);
  });

  test('what stands in the place of another row changes it; what has no place is new; what lost its row is gone', () => {
    const paired = matchRows([row('a', 'new'), row('b', '1')], [row('a', 'old'), row('c', '1')]);

    expect(paired.changed).toEqual([{ row: row('a', 'new'), stored: row('a', 'old') }]);
    expect(paired.added).toEqual([row('b', '1')]);
    expect(paired.removed).toEqual([row('c', '1')]);
  });

  const rows = fc.array(
    fc.record({ localKey: fc.constantFrom('a', 'b', 'c'), fingerprint: fc.constantFrom('1', '2', '3') }),
  );

  test('every row and every stored row ends in one place, and no two rows in the place of one', () => {
    fc.assert(
      fc.property(rows, rows, (now, before) => {
        const { unchanged, changed, added, removed: gone } = matchRows(now, before);
        expect(unchanged.length + changed.length + added.length).toBe(now.length);
        expect(unchanged.length + changed.length + gone.length).toBe(before.length);
        for (const { row, stored } of unchanged) expect(row).toEqual(stored);
        for (const { row, stored } of changed) expect(row.localKey).toBe(stored.localKey);
      }),
    );
  });

  test('rows in any order against themselves are all unchanged', () => {
    fc.assert(
      fc.property(
        rows.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(matchRows(shuffled, all).unchanged).toHaveLength(all.length);
        },
      ),
    );
  });
});
