import { describe, expect, test } from '@jest/globals';
import { csvParseRows } from 'd3-dsv';
import fc from 'fast-check';
import { type Cell, cellText, listsIn, tableOf } from '../../../web/shared/answer-table.ts';
import { csvOf, tsvOf } from '../../../web/shared/table-text.ts';

const meetings = [
  {
    name: 'UDCG 26',
    time: { edtf: '2025-02-12' },
    place: null,
    chairs: [
      { actor: { name: 'John Healey' }, onBehalfOf: null },
      { actor: { name: 'Lloyd Austin' }, onBehalfOf: { name: 'United States' } },
    ],
  },
  { name: 'UDCG 27', time: { edtf: '2025-04-11' }, place: { name: 'Brussels' }, chairs: [] },
];

describe('the lists of an answer', () => {
  test('are those that are in no other list, nodes of connections among them, with their paths', () => {
    const data = {
      meetings: { totalCount: 2, nodes: meetings },
      search: { edges: [{ node: { key: 'a' } }] },
      none: [],
    };
    expect(listsIn(data)).toEqual([
      { path: 'meetings.nodes', items: meetings },
      { path: 'search.edges', items: [{ node: { key: 'a' } }] },
      { path: 'none', items: [] },
    ]);
  });

  test('are lists of objects: a list of values is a cell', () => {
    expect(listsIn({ official: { formerIds: ['a', 'b'], posts: [null, { key: 'p' }] } })).toEqual([
      { path: 'official.posts', items: [null, { key: 'p' }] },
    ]);
    expect(listsIn(null)).toEqual([]);
  });
});

describe('a table', () => {
  test('has paths as columns, in the order of the answer, and what is in lists in one cell', () => {
    expect(tableOf(meetings)).toEqual({
      columns: ['name', 'time.edtf', 'place.name', 'chairs.actor.name', 'chairs.onBehalfOf.name'],
      rows: [
        ['UDCG 26', '2025-02-12', null, ['John Healey', 'Lloyd Austin'], [null, 'United States']],
        ['UDCG 27', '2025-04-11', 'Brussels', [], []],
      ],
    });
  });

  test('has a column for what is null or empty in every row', () => {
    expect(tableOf([{ key: 'a', place: null, chairs: [] }])).toEqual({
      columns: ['key', 'place', 'chairs'],
      rows: [['a', null, []]],
    });
  });

  test('of an answer without lists is one row', () => {
    const { columns, rows } = tableOf([{ meeting: { status: 'HELD', time: { edtf: '2025' } }, count: 3 }]);
    expect([columns, ...rows]).toEqual([
      ['meeting.status', 'meeting.time.edtf', 'count'],
      ['HELD', '2025', 3],
    ]);
  });

  test('has as many rows as items, whatever they are', () => {
    expect(tableOf([])).toEqual({ columns: ['value'], rows: [] });
    expect(tableOf([null, 'a'])).toEqual({ columns: ['value'], rows: [[null], ['a']] });
  });

  // Whatever an API could answer, names of JavaScript's own among the keys.
  const answers = fc.jsonValue({ maxDepth: 6 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown);

  test('loses no value of its items, and adds none', () => {
    fc.assert(
      fc.property(fc.array(answers), (items) => {
        const { columns, rows } = tableOf(items);
        expect(rows.map((row) => row.length)).toEqual(items.map(() => columns.length));
        expect(rows.map((row) => sorted(row.flatMap(valuesOf)))).toEqual(items.map((item) => sorted(scalarsIn(item))));
      }),
    );
  });

  test('as CSV reads back as its cells', () => {
    fc.assert(
      fc.property(fc.array(answers), (items) => {
        const table = tableOf(items);
        expect(csvParseRows(csvOf(table))).toEqual([table.columns, ...table.rows.map((row) => row.map(cellText))]);
      }),
    );
  });
});

describe('as text', () => {
  test('a cell is what a file of /export would have', () => {
    expect([null, '', 'a', 0.1, true, false, ['a', null, 1], [null, null], []].map(cellText)).toEqual([
      ...['', '', 'a', '0.1', 'TRUE', 'FALSE', 'a;;1', '', ''],
    ]);
  });

  test('CSV has CRLF, quotes where needed, and formulas as they are', () => {
    const table = tableOf([
      { name: 'A "b", c', note: '=1+1' },
      { name: 'two\nlines', note: '-1' },
    ]);
    expect(csvOf(table)).toBe('name,note\r\n"A ""b"", c",=1+1\r\n"two\nlines",-1\r\n');
    expect(tsvOf(table)).toBe('name\tnote\r\n"A ""b"", c"\t=1+1\r\n"two\nlines"\t-1\r\n');
  });
});

const sorted = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value)).sort();

const valuesOf = (cell: Cell): unknown[] => [cell].flat().filter((value) => value !== null);

function scalarsIn(value: unknown): unknown[] {
  if (typeof value !== 'object') return [value];
  return value === null ? [] : Object.values(value).flatMap(scalarsIn);
}
