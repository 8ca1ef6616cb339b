import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from '@jest/globals';
import { type PathLength, type TieWeight } from '../../../src/domain/vocabulary.generated.ts';
import { degrees, strengths } from '../../../src/network/groups.ts';
import { createNetworkPool } from '../../../src/network/pool.ts';
import { MOST_TIES } from '../../../src/network/project.ts';
import { type Measure } from '../../../src/network/types.ts';
import { MAX_PATH_COST } from '../../../src/query/networks/read-network.ts';
import { presencesFrom, tiesIn } from './networks.ts';

/** The worked example of docs/networks.md, computed, and the limits that the page names. */
const PAGE = readFileSync('docs/networks.md', 'utf8');
const NAMES = ['Ann', 'Bea', 'Cem', 'Dov', 'Eve'];
const MEETINGS = [[0, 1, 2], [0, 1], [0, 1], [1, 2], [1, 2], [2, 3], [4]]; // prettier-ignore

const pool = createNetworkPool({ threads: 1 });
afterAll(() => pool.close());

const project = (weight: TieWeight) =>
  pool.project(presencesFrom(MEETINGS, NAMES.length), {
    ...{ mode: 'ONE_MODE', weight, maxMeetingSize: null, minWeight: null, around: null },
  });

/** The cells of the table that has this heading, after the first, by the first. */
function table(heading: string): Record<string, string[]> {
  const lines = PAGE.split('\n');
  const start = lines.findIndex((line) => cells(line).includes(heading));
  const rows = lines.slice(start + 2, lines.indexOf('', start)).map(cells);
  return Object.fromEntries(rows.map(([name, ...values]) => [name!, values]));
}

const cells = (line: string) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

/** A number as the page prints it. */
const printed = (value: number) => String(Number(value.toFixed(3)));

test.each([
  ['COUNT', 0],
  ['NEWMAN', 1],
  ['JACCARD', 2],
] as const)('the weights by %s', async (weight, column) => {
  const ties = tiesIn(await project(weight)).map(([a, b, value]) => [`${NAMES[a]}–${NAMES[b]}`, printed(value)]);
  const documented = Object.entries(table('length by `COUNT`')).map(([tie, values]) => [tie, values[column]]);
  expect(documented).toEqual(ties);
});

describe('the measures', () => {
  const paths = (measure: 'betweenness' | 'closeness', lengths: PathLength): Measure => ({
    ...{ measure, lengths, sample: null },
  });
  const MEASURES: Record<string, Measure> = {
    betweenness: paths('betweenness', 'DISTANCE'),
    'betweenness, `STEPS`': paths('betweenness', 'STEPS'),
    closeness: paths('closeness', 'DISTANCE'),
    'closeness, `STEPS`': paths('closeness', 'STEPS'),
    eigenvector: { measure: 'eigenvector' },
    component: { measure: 'component' },
  };
  const rows = Object.entries(table('Eve'));

  test.each(rows)('%s', async (name, values) => {
    const network = await project('COUNT');
    const computed =
      name === 'degree'
        ? degrees(network)
        : name === 'strength'
          ? strengths(network)
          : await pool.measure(network, MEASURES[name]!);
    expect(values).toEqual(Array.from(computed, printed));
  });
});

test('the limits', () => {
  expect(PAGE).toContain(`Above **${MAX_PATH_COST.toLocaleString('en')}**`);
  expect(PAGE).toContain(`at most ${MOST_TIES.toLocaleString('en')} ties`);
});
