import { describe, expect, test } from '@jest/globals';
import {
  excludesAttendance,
  heldByAttendance,
  isHeldAnyway,
  reportsOfAttendance,
  relateAttendance,
} from '../../../src/domain/claims/attendance.ts';
import { type Told, claim, shown } from './claims.ts';

const planned = { modality: 'PLANNED' } as const;

describe('who attended shows that the meeting was held', () => {
  test.each<[what: string, value: string, told: Told, held: boolean]>([
    ['by a report', 'ATTENDED', {}, true],
    ['by a report of what goes on', 'ATTENDED', { modality: 'ONGOING' }, true],
    ['not by an allegation', 'ATTENDED', { attributionKind: 'MEDIA_REPORT' }, false],
    ['not by a possibility', 'ATTENDED', { modality: 'POSSIBLE' }, false],
    ['not by a plan', 'ATTENDED', planned, false],
    ['not by a denial', 'ATTENDED', { polarity: 'NEGATIVE' }, false],
    ['not by an absence', 'ABSENT', {}, false],
    ['not by an unreliable page', 'ATTENDED', { reliabilityRank: 5 }, false],
    ['not by what an analyst disputes', 'ATTENDED', { reviewState: 'DISPUTED' }, false],
    ['not by what was taken back', 'ATTENDED', { reviewState: 'RETRACTED' }, false],
  ])('%s', (_what, value, told, held) => {
    const report = claim('c1', value, told);
    expect(heldByAttendance([report])).toEqual(held ? [{ ...report, value: 'HELD' }] : []);
  });

  test('and an allegation that the meeting is not withdrawn, which a plan or an absence does not', () => {
    const reports = [
      claim('c1', 'ATTENDED', { attributionKind: 'ANONYMOUS' }),
      claim('c2', 'ATTENDED', planned),
      claim('c3', 'ABSENT'),
      claim('c4', 'ATTENDED', { reviewState: 'RETRACTED' }),
    ];
    expect(reportsOfAttendance(reports).map((each) => each.claim)).toEqual(['c1']);
  });

  test('with its own weight', () => {
    const [weak, strong] = [4, 0].map((reliabilityRank) =>
      heldByAttendance([claim('c2', 'ATTENDED', { reliabilityRank })]),
    );
    const cancelled = claim('c1', 'CANCELLED', { reliabilityRank: 2 });
    expect(shown([cancelled, ...weak!])).toBe('CANCELLED by c1, MORE_RELIABLE_DOCUMENT among c1 c2');
    expect(shown([cancelled, ...strong!])).toBe('HELD by c2, MORE_RELIABLE_DOCUMENT among c1 c2');
    expect(shown([claim('c1', 'SCHEDULED', planned), ...strong!])).toBe('HELD by c2');
  });
});

test('reports of attendance confirm plans that no one else does, and contradict that there was no meeting; they corroborate nothing', () => {
  const [one, other] = heldByAttendance([claim('a1', 'ATTENDED'), claim('a2', 'ATTENDED')]);
  const lines = (...meeting: Parameters<typeof relateAttendance>[0]) =>
    relateAttendance(meeting, [one!, other!, one!]).map(({ from, type, to }) => `${from} ${type} ${to}`);
  expect(lines(claim('c1', 'SCHEDULED', planned))).toEqual(['a1 CONFIRMS_OUTCOME c1', 'a2 CONFIRMS_OUTCOME c1']);
  expect(lines(claim('c1', 'SCHEDULED', planned), claim('c2', 'HELD'))).toEqual([]);
  expect(lines(claim('c1', 'CANCELLED')).map((line) => line.includes(' CONTRADICTS '))).toEqual([true, true]);
  expect(lines(claim('c1', 'HELD'))).toEqual([]);
  expect(lines(claim('a1', 'CANCELLED'))).toHaveLength(1);
});

test('attendance is not asked where the meeting is held on the word of its own claims', () => {
  const held = claim('c1', 'HELD');
  expect(isHeldAnyway([held])).toBe(true);
  expect(isHeldAnyway([held, claim('c2', 'CANCELLED', { reviewState: 'RETRACTED' })])).toBe(true);
  expect(isHeldAnyway([])).toBe(false);
  expect(isHeldAnyway([held, claim('c2', 'SCHEDULED', planned)])).toBe(false);
  expect(isHeldAnyway([{ ...held, polarity: 'NEGATIVE' }])).toBe(false);
  expect(isHeldAnyway([{ ...held, status: 'ALLEGED' }])).toBe(false);
});

test('only a meeting held or going on tells the story of those who attended', () => {
  expect((['HELD', 'ONGOING', 'CANCELLED', 'POSTPONED', 'UNKNOWN'] as const).filter(excludesAttendance)).toEqual([
    'CANCELLED',
    'POSTPONED',
    'UNKNOWN',
  ]);
});
