import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { levelsByMeeting, levelsByYear } from '../../../../web/explore/pictures/levels/levels.ts';
import { bandOf, bandsIn, highestBand } from '../../../../web/explore/pictures/levels/bands.ts';
import {
  barsOf,
  kindsOf,
  sentenceOf,
  tableOf,
  yearsOf,
} from '../../../../web/explore/pictures/meetings-per-year/per-year.ts';
import { type Table, csvOf, textOf } from '../../../../web/explore/pictures/table.ts';
import { Level, MeetingKind } from '../../../../src/domain/vocabulary.generated.ts';

const year = fc.option(fc.integer({ min: 2000, max: 2030 }).map(String));
const yearAndKind = fc.uniqueArray(
  fc.record({
    values: fc.tuple(year, fc.constantFrom(...Object.values(MeetingKind))),
    count: fc.integer({ min: 1, max: 500 }),
  }),
  { selector: ({ values }) => values.join(' '), maxLength: 40 },
);

const numbersOf = ({ rows }: Table) => rows.flatMap((row) => row.slice(1).map(textOf)) as number[];
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

test('the table of meetings per year has each meeting once, and once more in its sums', () => {
  fc.assert(
    fc.property(yearAndKind, (counts) => {
      const all = sum(counts.map(({ count }) => count));
      expect(sum(numbersOf(tableOf(counts, {})))).toBe(2 * all);
      expect(sum(barsOf(counts, {}).map(({ count }) => count))).toBe(
        sum(counts.filter(({ values }) => values[0] !== null).map(({ count }) => count)),
      );
    }),
  );
});

const COUNTS = [
  { values: ['2022', 'VISIT'], count: 3 },
  { values: ['2024', 'PHONE_CALL'], count: 5 },
  { values: [null, 'VISIT'], count: 1 },
];

test('years without a meeting stand between those with; a kind has one look, whatever else is shown', () => {
  expect(yearsOf(COUNTS)).toEqual(['2022', '2023', '2024']);
  expect(kindsOf(COUNTS).map(({ key }) => key)).toEqual(['PHONE_CALL', 'VISIT']);
  expect(kindsOf(COUNTS)[1]!.look).toBe(kindsOf(COUNTS.slice(0, 1))[0]!.look);
});

test('a bar and its cell lead to the meetings that they count', () => {
  const href = '/explore/meetings?beginsIn=2024&kinds=PHONE_CALL';
  expect(barsOf(COUNTS, {})[1]).toEqual({
    ...{ x: '2024', series: 'PHONE_CALL', count: 5, title: '2024, phone call: 5 meetings' },
    href,
  });
  expect(tableOf(COUNTS, {}).rows[2]![1]).toEqual({ text: 5, href });
});

test('a sentence says what is seen', () => {
  expect(sentenceOf(COUNTS)).toBe(
    '9 meetings from 2022 to 2024, most in 2024 (5); the most frequent kind is phone call (5); the year of 1 is not known.',
  );
  expect(sentenceOf([])).toBe('No meeting meets these conditions.');
  expect(sentenceOf(COUNTS.slice(2))).toBe(
    '1 meeting; the most frequent kind is visit (1); the year of 1 is not known.',
  );
});

test('each level is in a band; the highest of several is known as soon as one is', () => {
  for (const level of Object.values(Level)) expect(bandsIn([{ series: bandOf(level) }])).toHaveLength(1);
  expect(highestBand(['UNKNOWN', 'AMBASSADOR', 'MINISTER'])).toBe('ministers');
  expect(highestBand(['UNKNOWN'])).toBe('unknown');
  expect(highestBand([])).toBe('unknown');
});

const meeting = (key: string, ordinal: number | null, ...delegations: [level: string, status: string][][]) => ({
  ...{ __typename: 'Meeting' as const, key, name: key, ordinal, time: { edtf: '2024-02-14' } },
  attendance: null,
  delegations: delegations.map((participations) => ({
    participations: participations.map(([level, status]) => ({ level, status })),
  })),
});

test('a country counts once in a meeting, with the highest whom it sent; who only was to come does not count', () => {
  const { columns, parts, table } = levelsByMeeting([
    meeting('meeting:b', null, [['MINISTER', 'PLANNED']]),
    meeting(
      'meeting:a',
      7,
      [
        ['AMBASSADOR', 'ATTENDED'],
        ['MINISTER', 'ATTENDED'],
      ],
      [
        ['UNKNOWN', 'ATTENDED'],
        ['MINISTER', 'ABSENT'],
      ],
    ),
  ]);
  expect(columns).toEqual(['no. 7', '2024-02-14']);
  expect(parts.map(({ x, series, count }) => [x, series, count])).toEqual([
    ['no. 7', 'ministers', 1],
    ['no. 7', 'unknown', 1],
  ]);
  expect(table.rows.map((row) => row.map(textOf))).toEqual([
    ['meeting:a', 2, 'not told', 1, 1],
    ['meeting:b', 0, 'not told', 0, 0],
  ]);
});

test('how many came stands beside how many are recorded, as exactly as sources say', () => {
  const told = {
    ...meeting('meeting:a', 7, [['MINISTER', 'ATTENDED']]),
    attendance: { value: 50, comparator: 'OVER' },
  };
  const levels = levelsByMeeting([told]);
  expect(levels.table.columns.slice(0, 3)).toEqual(['Meeting', 'Recorded', 'Came, as sources say']);
  expect(levels.table.rows[0]!.map(textOf)).toEqual(['meeting:a', 1, 'over 50', 1]);
  expect(levels.told).toEqual([{ x: 'no. 7', count: 50, title: 'meeting:a: over 50 came, as sources say' }]);
  expect(levels.parts[0]!.title).toContain('Ministers, 1 recorded; over 50 came in all');
  expect(levels.sentence).toContain('not all that came');
});

test('a year stands where it begins', () => {
  const on = (key: string, edtf: string | null) => ({ ...meeting(key, null), time: { edtf } });
  const { years } = levelsByMeeting([on('c', null), on('b', '2024-05'), on('a', '2024-02'), on('z', '2023-12')]);
  expect(years).toEqual(['2023', '2024', undefined, undefined]);
});

test('meetings with one name for their bars have bars of their own', () => {
  expect(levelsByMeeting([meeting('meeting:a', null), meeting('meeting:b', null)]).columns).toEqual([
    '2024-02-14',
    '2024-02-14 (2)',
  ]);
});

test('levels of one band are added up', () => {
  const { parts } = levelsByYear(
    [
      { values: ['2024', 'HEAD_OF_STATE'], count: 2 },
      { values: ['2024', 'HEAD_OF_GOVERNMENT'], count: 3 },
      { values: [null, 'MINISTER'], count: 4 },
    ],
    {},
  );
  expect(parts.map(({ x, series, count }) => [x, series, count])).toEqual([['2024', 'heads', 5]]);
});

test('a table as CSV is read back as it was', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string({ minLength: 1 }), fc.integer()), { minLength: 1 }), (rows) => {
      const csv = csvOf({ columns: ['What', 'How many'], rows });
      const read = parse(csv, { record_delimiter: '\r\n', relax_column_count: false });
      expect(read).toEqual([['What', 'How many'], ...rows.map((row) => row.map(String))]);
    }),
  );
});
