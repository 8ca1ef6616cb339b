import { describe, expect, test } from '@jest/globals';
import type { DoneChangeFragment, RecentChangeFragment } from '../../../web/explore/api/documents.generated.ts';
import { besideOneAnother } from '../../../web/explore/record/beside.ts';
import { changesInWords, keysToName } from '../../../web/explore/record/changes-in-words.ts';
import { activitiesOf, meetingOf } from '../../../web/explore/review/activities.ts';
import { dueBefore, endingsOf } from '../../../web/explore/review/overdue.ts';

const meeting = { __typename: 'Meeting', key: 'meeting:m', name: 'Talks' } as const;
const official = { __typename: 'Official', key: 'official:o', name: 'John Healey' } as const;

const change = (part: Partial<DoneChangeFragment>): DoneChangeFragment => ({
  operation: 'UPDATE',
  typeName: 'Meeting',
  key: 'meeting:m',
  before: null,
  after: null,
  node: meeting,
  ...part,
});

describe('in words', () => {
  test.each<[string, Partial<DoneChangeFragment>, string[]]>([
    [
      'a new meeting',
      { operation: 'CREATE', after: { names: [{ value: 'Talks' }], status: 'HELD' } },
      ['Adds the meeting “Talks”.'],
    ],
    [
      'a new source without a title',
      { operation: 'CREATE', typeName: 'Document', key: 'doc:d', node: null, after: { url: 'https://example.org' } },
      ['Adds the source “https://example.org”.'],
    ],
    [
      'a new unnamed source',
      {
        operation: 'CREATE',
        typeName: 'AnonymousSource',
        key: 'anon:a',
        node: null,
        after: { description: 'an aide' },
      },
      ['Adds the unnamed source “an aide”.'],
    ],
    [
      'codes in another order, which says nothing',
      {
        before: {
          externalIds: [
            { scheme: 'A', value: '1' },
            { scheme: 'B', value: '2' },
          ],
        },
        after: {
          externalIds: [
            { scheme: 'B', value: '2' },
            { scheme: 'A', value: '1' },
          ],
        },
      },
      [],
    ],
    ['a new fact, which its claim tells', { operation: 'CREATE', typeName: 'Participation' }, []],
    [
      'another status and time',
      {
        before: { status: 'SCHEDULED', time: { edtf: '2025-02' } },
        after: { status: 'HELD', time: { edtf: '2025-02-12' } },
      },
      ['Talks: status from scheduled to held.', 'Talks: time from February 2025 to 12 February 2025.'],
    ],
    [
      'a further name',
      { before: { names: [{ value: 'Talks' }] }, after: { names: [{ value: 'Talks' }, { value: '會談' }] } },
      ['Talks: also has the name “會談”.'],
    ],
    [
      'another place',
      { before: { places: ['place:a'] }, after: { places: ['place:b'] } },
      ['Talks: place from Aden to place:b.'],
    ],
    ['a value where there was none', { after: { mode: 'REMOTE' } }, ['Talks: mode is now remote.']],
    ['only a conflict, which is told elsewhere', { after: { conflicts: [{}] } }, []],
    [
      'of whom and where a participation is',
      {
        typeName: 'Participation',
        key: 'part:p',
        node: { __typename: 'Participation', key: 'part:p', role: 'CHAIR', actor: official, meeting },
        before: { status: 'PLANNED' },
        after: { status: 'ATTENDED' },
      },
      ['John Healey, chair of Talks: status from planned to attended.'],
    ],
    [
      'a review',
      {
        typeName: 'Claim',
        key: 'c1',
        node: { __typename: 'Claim', key: 'c1', text: 'They met.' },
        after: { reviewed: true },
      },
      ['“They met.”: accepted by review.'],
    ],
    [
      'what is taken back',
      {
        operation: 'RETRACT',
        typeName: 'Claim',
        key: 'c1',
        node: { __typename: 'Claim', key: 'c1', text: 'They met.' },
      },
      ['Takes back: “They met.”'],
    ],
    [
      'a merger',
      {
        operation: 'MERGE',
        typeName: 'Official',
        key: 'official:x',
        node: null,
        before: { names: [{ value: 'J. Healey' }] },
        after: { mergedInto: 'place:a' },
      },
      ['J. Healey becomes part of Aden.'],
    ],
    [
      'a judgement',
      { typeName: 'Official', node: official, after: { judgements: { 'place:a': 'DIFFERENT' } } },
      ['John Healey: judged another than Aden.'],
    ],
  ])('%s', (_, part, sentences) => {
    expect(changesInWords([change(part)], (key) => (key === 'place:a' ? 'Aden' : undefined))).toEqual(sentences);
  });

  test('how new claims stand to others is counted by kind', () => {
    const claim = (key: string, relations: { type: string; claim: string }[]) =>
      change({ operation: 'CREATE', typeName: 'Claim', key, after: { relations } });
    const told = changesInWords([
      claim('c1', [
        { type: 'CONTRADICTS', claim: 'old1' },
        { type: 'CONTRADICTS', claim: 'old2' },
        { type: 'CORROBORATES', claim: 'c2' },
      ]),
      claim('c2', [{ type: 'CONFIRMS_OUTCOME', claim: 'old3' }]),
    ]);
    expect(told).toEqual([
      'What is recorded contradicts 2 other claims.',
      'What is recorded confirms what was planned in 1 other claim.',
    ]);
  });

  test('names are asked for of what only values mention', () => {
    const changes = [
      change({
        before: { places: ['place:a'], time: { edtf: '2025' } },
        after: { places: ['place:b'], relations: ['c:1'] },
      }),
      change({
        key: 'official:o',
        node: official,
        after: { partOf: 'meeting:m', judgements: { 'official:z': 'SAME' } },
      }),
    ];
    expect(keysToName(changes)).toEqual(['place:a', 'place:b', 'official:z']);
  });
});

test('two things stand value by value, and say where they agree', () => {
  expect(besideOneAnother({ Name: 'A', When: '2025' }, { Name: 'A', When: '2024', Key: 'k' })).toEqual([
    { name: 'Name', a: 'A', b: 'A', isSame: true },
    { name: 'When', a: '2025', b: '2024', isSame: false },
    { name: 'Key', a: '', b: 'k', isSame: null },
  ]);
});

describe('activities', () => {
  const recent = (part: Partial<RecentChangeFragment>): RecentChangeFragment => ({
    ...change({}),
    cursor: '1',
    at: '2026-12-01T10:00:00Z',
    by: 'ann',
    reason: null,
    nodeId: 'n1',
    ...part,
  });
  const claimOf = (nodeId: string, at: string, operation: 'CREATE' | 'RETRACT' = 'CREATE') =>
    recent({ typeName: 'Claim', key: `claim:${nodeId}`, nodeId, at, operation });

  test('are the latest first, each with the claims that it added and that still count', () => {
    const [second, first] = activitiesOf([
      claimOf('a', '10:00'),
      claimOf('b', '10:00'),
      claimOf('b', '11:00', 'RETRACT'),
    ]);
    expect(first).toMatchObject({ at: '10:00', claims: ['claim:a'] });
    expect(second).toMatchObject({ at: '11:00', claims: [] });
  });

  test('are of the meeting that they changed, or at which somebody was', () => {
    const presence = { __typename: 'Participation', key: 'part:p', role: 'CHAIR', actor: official, meeting } as const;
    expect(meetingOf([recent({ node: official }), recent({ node: presence })])?.key).toBe('meeting:m');
    expect(meetingOf([recent({ node: official })])).toBeUndefined();
  });

  test('tell what they merged, until that is undone', () => {
    const merger = recent({
      operation: 'MERGE',
      typeName: 'Official',
      key: 'official:x',
      before: { names: [{ value: 'Jon Heeley' }] },
      after: { mergedInto: 'official:y' },
    });
    const fact = recent({
      operation: 'MERGE',
      typeName: 'Participation',
      nodeId: 'n2',
      after: { mergedInto: 'part:y' },
    });
    expect(activitiesOf([merger, fact])[0]!.merged).toEqual([{ id: 'n1', name: 'Jon Heeley' }]);
    const undone = recent({ operation: 'UNMERGE', at: '2026-12-01T11:00:00Z' });
    expect(activitiesOf([merger, undone]).flatMap(({ merged }) => merged)).toEqual([]);
  });
});

describe('what may have come of a plan', () => {
  const time = { edtf: '2022', precision: 'YEAR', startEarliest: null, endLatest: null, raw: null } as const;
  const planned = { ...meeting, status: 'SCHEDULED', time } as const;

  test('of a meeting, is recorded of that meeting', () => {
    expect(endingsOf({ supports: [planned] }).map(({ address }) => address)).toEqual(
      ['HELD', 'CANCELLED', 'POSTPONED'].map((status) => `/explore/record?meeting=meeting:m&status=${status}`),
    );
  });

  test('of somebody who was to be there, with who it was', () => {
    const presence = {
      __typename: 'Participation',
      key: 'part:p',
      role: 'CHAIR',
      actor: official,
      capacity: null,
      onBehalfOf: { __typename: 'Country', key: 'country:GB', name: 'United Kingdom' },
      mode: 'REMOTE',
    } as const;
    const held = { ...presence, meeting: { ...planned, status: 'HELD' } } as const;
    expect(endingsOf({ supports: [held] })).toEqual([
      {
        words: 'Was there',
        address:
          '/explore/record?meeting=meeting:m&status=HELD&actor=official:o&role=CHAIR&as=ATTENDED&for=country:GB&mode=REMOTE',
      },
      {
        words: 'Was not there',
        address: '/explore/record?meeting=meeting:m&status=HELD&actor=official:o&role=CHAIR&as=ABSENT&for=country:GB',
      },
    ]);
    expect(endingsOf({ supports: [{ ...presence, meeting: planned }] }).map(({ words }) => words)).toContain(
      'Was cancelled',
    );
  });

  test('of anything else, has no form', () => {
    expect(endingsOf({ supports: [official] })).toEqual([]);
  });
});

test.each([
  ['week', '2025-03-01', '2025-02-21'],
  ['month', '2025-03-01', '2025-01-28'],
  ['year', '2024-03-01', '2023-02-28'],
])('overdue for more than a %s on %s is due until %s at the latest', (name, day, to) => {
  expect(dueBefore(name, day)).toEqual({ to, match: 'CERTAINLY' });
  expect(dueBefore('ever', day)).toBeNull();
});
