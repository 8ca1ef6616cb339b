import { expect, test } from '@jest/globals';
import { mostSentence, mostTable, meetingsOfAddress, rankedOf } from '../../../../web/explore/pictures/most/most.ts';
import { textOf } from '../../../../web/explore/pictures/table.ts';
import { nodesOf, waySentence, wayNetworkOf, wayTable } from '../../../../web/explore/pictures/way/way.ts';

const official = (name: string) => ({
  ...{ __typename: 'Official' as const, key: `official:${name.toLowerCase()}`, name, country: null },
});
const step = (a: string, b: string, weight: number) => ({ a: official(a), b: official(b), weight, because: [] });

test('a way says over whom it leads, or why there is none', () => {
  const path = { length: 3, steps: [step('Ann', 'Bea', 1), step('Bea', 'Cem', 2), step('Cem', 'Dov', 1)] };
  expect(waySentence(path, ['Ann', 'Dov'])).toContain('From Ann to Dov in 3 steps, over Bea, then Cem.');
  expect(waySentence({ length: 1, steps: [step('Ann', 'Bea', 2)] }, ['Ann', 'Bea'])).toBe(
    'Ann and Bea are recorded at 2 meetings.',
  );
  expect(waySentence({ length: 0, steps: [] }, ['Ann', 'Ann'])).toBe('Ann is both the beginning and the end.');
  expect(waySentence(null, ['Ann', 'Eve'])).toContain('No way of at most 6 steps leads from Ann to Eve');
  expect(wayTable(path).rows.map((row) => row.map(textOf))[1]).toEqual(['Bea', 'Cem', 2, '']);
});

test('only officials, countries and organizations are tied; the address has the conditions', () => {
  expect(['official:x', 'country:US', 'org:nato', 'place:kyiv'].map(nodesOf)).toEqual([
    'OFFICIAL',
    'COUNTRY',
    'ORGANIZATION',
    null,
  ]);
  expect(wayNetworkOf(new URLSearchParams('body=org:udcg&time.from=2024&around=x&minWeight=2'), 'OFFICIAL')).toEqual({
    nodes: 'OFFICIAL',
    body: 'org:udcg',
    time: { from: '2024' },
  });
});

test('who was at most meetings: equal ones share a place, and meetings have none', () => {
  const ranked = rankedOf([
    { degree: 9, entity: { __typename: 'Meeting', key: 'meeting:x', name: 'X' } },
    { degree: 5, entity: official('Ann') },
    { degree: 3, entity: official('Bea') },
    { degree: 3, entity: official('Cem') },
    { degree: 1, entity: official('Dov') },
  ]);
  const { rows } = mostTable(ranked, { nodes: 'OFFICIAL' });
  expect(rows.map((row) => row.map(textOf))).toEqual([
    ['Ann', 5, 1, ''],
    ['Bea', 3, 2, ''],
    ['Cem', 3, 2, ''],
    ['Dov', 1, 4, ''],
  ]);
  expect(mostSentence({ nodeCount: 10, meetingCount: 6 }, ranked, 'OFFICIAL')).toContain(
    'Ann: at 5 meetings, more than any other of the 4 officials recorded at 6 meetings.',
  );
  expect(mostSentence({ nodeCount: 0, meetingCount: 0 }, [], 'COUNTRY')).toBe(
    'None of the countries is recorded at such a meeting.',
  );
});

test('the meetings of one of them have the conditions of the picture', () => {
  expect(meetingsOfAddress('official:x', { nodes: 'OFFICIAL', body: 'org:udcg' })).toBe(
    '/explore/meetings?participation.actors=official:x&participation.statuses=ATTENDED&participation.standings=ESTABLISHED&body=org:udcg',
  );
});
