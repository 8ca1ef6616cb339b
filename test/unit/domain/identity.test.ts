import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { isId, isKey, closestMatches, newId, padNumbers, naturalOrder } from '../../../src/domain/identity/keys.ts';

const keys = fc.stringMatching(/^[a-z]{1,4}(:[a-zA-Z0-9._/-]{1,8})?$/).filter(isKey);

describe('keys', () => {
  test.each(['meeting:udcg-26', 'official:john-healey', 'country:GB', 'c001', 'doc:un.org/S/RES_2758', 'X'])(
    '%s is a key',
    (text) => expect(isKey(text)).toBe(true),
  );

  test.each(['', 'a b', 'country:', ':GB', 'a:b:c', '-a', 'official:澤倫斯基', 'a\n', "x'", 'k'.repeat(201)])(
    '%j is none',
    (text) => expect(isKey(text)).toBe(false),
  );

  test('an id is never taken for a key', () => {
    const id = newId();
    expect([isId(id), isKey(id), isKey(id.toUpperCase())]).toEqual([true, false, false]);
    expect(newId()).not.toBe(id);
  });
});

describe('new ids', () => {
  const VERSION_7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

  test('begin with the time at which they are made', () => {
    const before = Date.now();
    const id = newId();
    expect(id).toMatch(VERSION_7);
    const time = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
    // Later than now only where more were made than a millisecond has room for.
    expect(time - before).toBeLessThan(60_000);
    expect(time).toBeGreaterThanOrEqual(before);
  });

  test('ascend, however many are made at once and whatever the clock does', () => {
    const now = Date.now();
    const clock = jest.spyOn(Date, 'now').mockReturnValue(now);
    const ids = Array.from({ length: 10_000 }, newId);
    clock.mockReturnValue(now - 60_000);
    ids.push(newId());
    clock.mockRestore();
    expect(ids.filter((id) => !VERSION_7.test(id))).toEqual([]);
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('the order of keys', () => {
  test('numbers count by their value', () => {
    const keys = ['c10', 'c2', 'meeting:udcg-9', 'meeting:udcg-26', 'c1', 'c02'];
    const sorted = keys.toSorted((a, b) => (naturalOrder(a) < naturalOrder(b) ? -1 : 1));
    expect(sorted).toEqual(['c1', 'c2', 'c02', 'c10', 'meeting:udcg-9', 'meeting:udcg-26']);
    expect(padNumbers('9th meeting') < padNumbers('10th meeting')).toBe(true);
  });

  test('two keys never sort as one', () => {
    fc.assert(
      fc.property(keys, keys, (a, b) => {
        expect(naturalOrder(a) === naturalOrder(b)).toBe(a === b);
      }),
      { numRuns: 2_000 },
    );
    expect(naturalOrder('c02')).not.toBe(naturalOrder('c2'));
    expect(naturalOrder('c007x7')).not.toBe(naturalOrder('c7x007'));
  });
});

describe('what was probably meant', () => {
  const known = [
    'official:john-healey',
    'official:david-lammy',
    'country:GB',
    'country:GE',
    'org:nato',
    'CHAIR',
    'HOST',
    'PHONE_CALL',
    'VIDEO_CALL',
    'NEWS_ARTICLE',
  ];

  test.each([
    ['official:john-healy', ['official:john-healey']],
    ['john-healey', ['official:john-healey']],
    ['person:david-lammy', ['official:david-lammy']],
    ['org:NATO', ['org:nato']],
    ['CHIAR', ['CHAIR']],
    ['NEWS', ['NEWS_ARTICLE']],
    ['call', ['PHONE_CALL', 'VIDEO_CALL']],
    ['healey', ['official:john-healey']],
    ['country:GB', ['country:GB']],
    ['country:UK', []],
    ['place:hailey', []],
    ['something-else-entirely', []],
    ['', []],
  ])('%s: %j', (word, meant) => {
    expect(closestMatches(word, known)).toEqual(meant);
  });

  test('at most as many as asked for, whatever their order', () => {
    const many = Array.from({ length: 9 }, (_, index) => `c00${index}`);
    expect(closestMatches('c00x', many, 2)).toEqual(['c000', 'c001']);
    expect(closestMatches('c00x', many.toReversed(), 2)).toEqual(['c000', 'c001']);
  });

  test('every known word is its own nearest', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(keys, { minLength: 1, maxLength: 8, selector: (key) => key.toLowerCase() }),
        (words) => {
          for (const word of words) expect(closestMatches(word, words)[0]).toBe(word);
        },
      ),
    );
  });
});
