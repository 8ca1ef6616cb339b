import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { type DayRange, certainly, parseTime, possibly, windowOf } from '../../../src/domain/time/time.ts';
import { type Database } from '../../../src/graph/database.ts';
import { type Engine, createEngine } from '../../../src/query/engine.ts';
import { sortKey } from '../../../src/storage/order-keys.ts';
import { placeInTime } from '../../../src/storage/time-lengths.ts';
import { flattenTime } from '../../../src/storage/times.ts';
import { planner } from '../../support/explain.ts';
import { dataOf, listening, schema } from '../../support/query.ts';
import { freshDatabase } from '../../support/recording.ts';
import { days, edtfs } from '../../unit/domain/arbitrary.ts';

// A database that plans each statement for the first time takes its time on a busy machine.
jest.setTimeout(120_000);

/** The lists that have an order by time, with the labels of what is in them. */
const LISTS = {
  meetings: 'Thing:Entity:Event:Meeting',
  events: 'Thing:Entity:Event:Development',
  statements: 'Thing:Fact:Statement',
  participations: 'Thing:Fact:Participation',
} as const;
type ListName = keyof typeof LISTS;
const lists = Object.keys(LISTS) as ListName[];

interface Dated {
  key: string;
  edtf: string | undefined;
}

/** The same times in each list; the events are meetings too. */
const times = [undefined, ...fc.sample(edtfs, { numRuns: 80, seed: 11 })];
const datedIn = (list: ListName): Dated[] => times.map((edtf, index) => ({ key: `${list}:t${index}`, edtf }));
const inList = (list: ListName) => (list === 'events' ? lists.slice(0, 2) : [list]).flatMap(datedIn);

function properties({ key, edtf }: Dated): Record<string, unknown> {
  const time = parseTime({ edtf });
  const at = '2025-01-01T00:00:00.000Z';
  return {
    ...{ id: randomUUID(), key, sortKey: sortKey(key), version: 1, createdAt: at, updatedAt: at, role: 'DELEGATE' },
    ...{ standing: 'ESTABLISHED', ...flattenTime('time', time), ...placeInTime(time, key) },
  };
}

const create = (database: Database, list: ListName, dated: readonly Dated[]) =>
  database.write((tx) =>
    tx.run(`UNWIND $rows AS row CREATE (n:${LISTS[list]}) SET n = row`, { rows: dated.map(properties) }),
  );

const plans = planner();
afterAll(() => plans.close());

let database: Database;
let engine: Engine;
beforeAll(async () => {
  database = await freshDatabase();
  for (const list of lists) await create(database, list, datedIn(list));
  engine = createEngine({ schema, database });
}, 180_000);

/** Keys of what lies in a window, in the order of time. */
function expected(list: ListName, window: DayRange, match: 'POSSIBLY' | 'CERTAINLY'): string[] {
  const lies = match === 'CERTAINLY' ? certainly : possibly;
  return inList(list)
    .map(({ key, edtf }) => ({ key, time: parseTime({ edtf }) }))
    .filter(({ time }) => lies(windowOf(time), window))
    .map(({ key, time }) => ({ key, sort: placeInTime(time, key).sortTime }))
    .sort((a, b) => (a.sort < b.sort ? -1 : 1))
    .map(({ key }) => key);
}

interface Page {
  totalCount: number;
  counts?: { count: number }[];
  nodes: { key: string }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

const queryOf = (list: ListName, paging: string, orderBy = '') => {
  const time = list === 'events' ? 'time: $time' : 'filter: {time: $time}';
  const counts = {
    meetings: 'counts(by: [STATUS]) { count }',
    participations: 'counts(by: [ROLE], of: PARTICIPATIONS) { count }',
  };
  return `query ($time: TimeFilter!, $cursor: String) {
    page: ${list}(${time}, ${paging}: $cursor ${orderBy}) {
      totalCount ${list in counts ? counts[list as keyof typeof counts] : ''}
      nodes { key } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }`;
};

/** All pages of a list, one after the other. */
async function pagesOf(query: string, time: object, fromEnd = false): Promise<Page[]> {
  const pages: Page[] = [];
  let cursor: string | null | undefined;
  do {
    const { page } = await dataOf<{ page: Page }>(engine, query, { time, cursor });
    pages.push(page);
    const { hasNextPage, hasPreviousPage, startCursor, endCursor } = page.pageInfo;
    if (fromEnd) cursor = hasPreviousPage ? startCursor : undefined;
    else cursor = hasNextPage ? endCursor : undefined;
  } while (cursor !== undefined);
  return pages;
}

const keysOf = (pages: readonly Page[]) => pages.flatMap(({ nodes }) => nodes.map(({ key }) => key));

const windows = fc
  .tuple(fc.option(days, { nil: undefined }), fc.option(days, { nil: undefined }))
  .map(([a, b]): DayRange => (a && b && a > b ? { from: b, to: a } : { from: a, to: b }));

test.each(lists)('%s in a window are those that a look at each finds, in order, page by page', async (list) => {
  const orderBy = list === 'meetings' || list === 'participations' ? ', orderBy: {field: TIME, direction: DESC}' : '';
  const matches = fc.constantFrom('POSSIBLY' as const, 'CERTAINLY' as const);
  await fc.assert(
    fc.asyncProperty(windows, matches, async (window, match) => {
      const time = { ...window, match };
      const keys = window.from || window.to ? expected(list, window, match) : inList(list).map(({ key }) => key);
      const pages = await pagesOf(queryOf(list, 'first: 30, after'), time);
      const found = keysOf(pages);
      if (window.from || window.to) expect(found).toEqual(keys);
      else expect(found.toSorted()).toEqual(keys.toSorted());
      for (const { totalCount, counts } of pages) {
        expect(totalCount).toBe(keys.length);
        if (counts) expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(keys.length);
      }
      const backwards = await pagesOf(queryOf(list, 'last: 30, before'), time, true);
      expect(keysOf(backwards.toReversed())).toEqual(found);
      if (orderBy)
        expect(keysOf(await pagesOf(queryOf(list, 'first: 30, after', orderBy), time))).toEqual(found.toReversed());
    }),
    { numRuns: 12, endOnFailure: true },
  );
});

test('another order than that of time has the same meetings', async () => {
  const time = { from: '2022-02-01', to: '2022-11-15' };
  await database.write((tx) => tx.run("MATCH (n:Meeting) SET n.sortName = 'name ' + n.sortKey"));
  const pages = await pagesOf(queryOf('meetings', 'first: 30, after', ', orderBy: {field: NAME}'), time);
  expect(keysOf(pages).toSorted()).toEqual(expected('meetings', time, 'POSSIBLY').toSorted());
});

test.each(['anyOf: []', 'not: {}', 'beginsIn: []'])(
  'a window and a condition that nothing meets, %s',
  async (nothing) => {
    const query = `{ meetings(filter: {time: {from: "2022-02-01", to: "2022-11-15"}, ${nothing}}) { totalCount nodes { key } } }`;
    expect(await dataOf(engine, query)).toEqual({ meetings: { totalCount: 0, nodes: [] } });
  },
);

test.each(lists)('%s before and after a window cost its list, its total and its counts nothing', async (list) => {
  const { database: heard, sent } = listening(database);
  const ask = createEngine({ schema, database: heard });
  const time = { from: '2024-03-01', to: '2024-04-15' };
  const hits = async () => {
    sent.length = 0;
    await dataOf(ask, queryOf(list, 'first: 5, after'), { time, cursor: null });
    let sum = 0;
    // Columns of all meetings, by which counts go, are kept while the graph is unchanged.
    for (const { cypher, parameters } of sent)
      if (Object.values(parameters.batch ?? parameters).includes(time.from))
        sum += await plans.hitsOf(cypher, parameters);
    expect(sum).toBeGreaterThan(0);
    return sum;
  };
  const before = await hits();
  const day = (index: number) => new Date(Date.UTC(1950, 0, 1 + index * 20)).toISOString().slice(0, 10);
  const others = Array.from({ length: 2_000 }, (_, index) => day(index)).filter((each) => !each.startsWith('2024'));
  const more = others.map((each, index) => ({
    key: `${list}:more-${index}`,
    edtf: index % 2 === 0 ? each : `${each.slice(0, 8)}01/${each.slice(0, 8)}02`,
  }));
  await create(database, list, more);
  expect(await hits()).toBeLessThan(before * 1.2 + 50);
  await database.write((tx) => tx.run("MATCH (n:Thing) WHERE n.key CONTAINS ':more-' DELETE n"));
});
