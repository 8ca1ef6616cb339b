import { describe, expect, test } from '@jest/globals';
import { claimConflict, fieldConflict } from '../../../src/storage/conflicts.ts';
import {
  cypherStartOfSortTime,
  endOfSequence,
  sortDue,
  sortSearchHit,
  sortSequence,
  sortTime,
  startOfSortTime,
} from '../../../src/storage/order-keys.ts';
import { propositionKey } from '../../../src/storage/proposition-key.ts';

describe('order keys that are no property of a node of a type', () => {
  test('changes come in the order of their writes, and in each in theirs; an end of a write is after all of it', () => {
    const places = [sortSequence(9, 12), sortSequence(10, 2), sortSequence(10, 11)];
    expect(places[2]).toBe('000000000010|0000011');
    expect(places.toSorted()).toEqual(places);
    expect(endOfSequence(10) > places[2]!).toBe(true);
    expect(endOfSequence(10) < sortSequence(11, 0)).toBe(true);
  });

  test('plans come by the last day on which they are due, those without one last', () => {
    expect(sortDue('2025-02-12', 'c2')).toBe('2025-02-12|c000000000002');
    expect(sortDue(undefined, 'c2')).toBe('~|c000000000002');
  });

  test('the best hit of a search comes first', () => {
    expect(sortSearchHit(0.9, 'b', false) < sortSearchHit(0.8, 'a', false)).toBe(true);
    expect(sortSearchHit(0.1, 'b', false) < sortSearchHit(1, 'a', true)).toBe(true);
  });

  test('the days of a start are read from where they are written', () => {
    const sort = sortTime(
      { startEarliest: '2025-02-01', startLatest: '2025-02-28', endEarliest: null, endLatest: null },
      'm',
    );
    expect(startOfSortTime(sort)).toEqual(['2025-02-01', '2025-02-28']);
    const [, latest] = cypherStartOfSortTime('m', 7);
    const [start, length] = /, (\d+), (\d+)\)$/.exec(latest)!.slice(1).map(Number);
    expect(sort.slice(start, start! + length!)).toBe('2025-02');
  });
});

describe('conflicts', () => {
  test('about a field are named by its node', () => {
    expect(fieldConflict({ id: 'i', key: 'meeting:m2' }, 'places')).toEqual({
      key: 'i|places',
      slot: 'meeting:m2|places',
      sortKey: 'meeting:m000000000002|places',
    });
  });

  test('between claims are named by the first of them, and by their subject', () => {
    expect(claimConflict({ id: 'i', key: 'c1' }, 'other', { key: 'org:nato' }, 'MEMBER_COUNT', ['c1', 'c2'])).toEqual({
      key: 'i|other',
      slot: 'org:nato|MEMBER_COUNT',
      sortKey: 'org:nato|MEMBER_COUNT|c000000000001|c000000000002',
    });
  });

  test('what two did together has one proposition key, no matter who is the subject', () => {
    expect(propositionKey('MET_IN_PERSON', 'b', ['a'])).toBe(propositionKey('MET_IN_PERSON', 'a', ['b']));
    expect(propositionKey('STANCE', 'b', ['a'])).toBe('STANCE|b');
  });
});
