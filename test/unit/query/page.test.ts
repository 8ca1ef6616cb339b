import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { encodeCursor, decodeCursor } from '../../../src/query/ir/cursor.ts';
import { MAX_PAGE_SIZE, createPageRequest } from '../../../src/query/fields/page.ts';

const orders = { type: 'Meeting', by: { TIME: 'sortTime', NAME: 'sortName' } };
const byName = { field: 'NAME', direction: 'DESC' };

describe('a page', () => {
  test('is the first twenty by the first order, unless asked otherwise', () => {
    const { order, size, range: bounds, parameters: values, fromEnd } = createPageRequest({}, orders);
    expect({ order, size, fromEnd }).toEqual({ order: 'Meeting.TIME.ASC', size: 20, fromEnd: false });
    expect(bounds).toEqual({ property: 'sortTime', descending: false, after: 2, isUnbounded: true });
    expect(values[2]).toBe('');
  });

  test('goes on after a cursor', () => {
    const after = encodeCursor('Meeting.NAME.DESC', 'udcg 26  meeting:udcg-26');
    const page = createPageRequest({ first: 5, after, orderBy: byName }, orders);
    expect(page.range).toEqual({ property: 'sortName', descending: true, after: 2, isUnbounded: false });
    expect(page.parameters[2]).toBe('udcg 26  meeting:udcg-26');
    expect(page.hasBefore).toBe(true);
  });

  test('from the end is read backwards, up to the cursor that stands there', () => {
    const page = createPageRequest(
      { last: 5, before: encodeCursor('Meeting.TIME.ASC', '2025'), after: encodeCursor('Meeting.TIME.ASC', '2022') },
      orders,
    );
    expect(page.fromEnd).toBe(true);
    expect(page.range).toEqual({ property: 'sortTime', descending: true, after: 2, isUnbounded: false, before: 3 });
    expect(page.parameters.slice(2)).toEqual(['2025', '2022']);
  });

  test('never has more than a hundred', () => {
    fc.assert(
      fc.property(fc.nat(), (first) => {
        expect(createPageRequest({ first }, orders).size).toBe(Math.min(first, MAX_PAGE_SIZE));
      }),
    );
  });

  test('has the same shape wherever it goes on, so that all later pages share a statement', () => {
    const later = createPageRequest({ first: 7, after: encodeCursor('Meeting.TIME.ASC', '2025') }, orders);
    expect(later.cacheKey).toBe(
      createPageRequest({ after: encodeCursor('Meeting.TIME.ASC', '2026') }, orders).cacheKey,
    );
    expect(createPageRequest({ first: 3 }, orders).cacheKey).toBe(createPageRequest({}, orders).cacheKey);
    expect(createPageRequest({ last: 7 }, orders).cacheKey).not.toBe(later.cacheKey);
  });

  test.each([
    ['a negative number', { first: -1 }, '`first` is -1; expected a number from 0 to 100.'],
    ['both ends at once', { first: 1, last: 1 }, 'either `first` or `last`, not both'],
    [
      'a cursor of another order',
      { after: encodeCursor('Meeting.NAME.ASC', 'x') },
      'a cursor for the order Meeting.NAME.ASC',
    ],
    [
      'a cursor of another list',
      { after: encodeCursor('Claim.KEY.ASC', 'c002') },
      'a cursor for the order Claim.KEY.ASC',
    ],
    ['something else', { before: 'meeting:udcg-26' }, '`before` is not a cursor of this API'],
  ])('refuses %s', (_, args, message) => {
    expect(() => createPageRequest(args, orders)).toThrow(message);
  });
});

describe('a cursor', () => {
  test('gives back what it was made of, and is safe in an address', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\n')),
        (value) => {
          const cursor = encodeCursor('Meeting.TIME.ASC', value);
          expect(encodeURIComponent(cursor)).toBe(cursor);
          expect(decodeCursor(cursor, 'Meeting.TIME.ASC', 'after')).toBe(value);
        },
      ),
    );
  });

  test('is recognised by all its letters', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => decodeCursor(text, 'Meeting.TIME.ASC', 'after')).toThrow();
      }),
    );
  });
});
