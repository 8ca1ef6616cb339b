import { afterAll, describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { parse } from 'yaml';
import { KnownValues } from '../../../src/dataset/suggest/known-values.ts';
import { suggestMapping } from '../../../src/dataset/suggest/suggest-mapping.ts';
import { openTable } from '../../../src/dataset/table/table.ts';
import { scratch } from '../../support/files.ts';

const { file, [Symbol.dispose]: remove } = scratch();
afterAll(remove);

const country = (key: string, value: string) => ({ key, type: 'Country' as const, kind: null, value });
const known = new KnownValues(
  [
    ...[country('country:DE', 'Germany'), country('country:PL', 'Poland'), country('country:XK', 'Kosovo')],
    { key: 'place:brussels', type: 'Place', kind: null, value: 'Brussels' },
    { key: 'org:nato', type: 'Organization', kind: 'INTERGOVERNMENTAL', value: 'NATO' },
  ],
  [
    ...['ISO3166_1_ALPHA2 DE', 'ISO3166_1_ALPHA3 DEU', 'UN_M49 276'].map((name) => ({ key: 'country:DE', name })),
    ...['ISO3166_1_ALPHA2 PL', 'ISO3166_1_ALPHA3 POL', 'IOC POL'].map((name) => ({ key: 'country:PL', name })),
    { key: 'country:NA', name: 'ISO3166_1_ALPHA2 NA' },
    { key: 'country:NO', name: 'ISO3166_1_ALPHA2 NO' },
    { key: 'country:XK', name: 'USER_ASSIGNED_ALPHA2 XK' },
    ...['UN_M49 004', 'COW 004'].map((name) => ({ key: 'country:AF', name })),
  ],
);

interface Mapping {
  columns: Record<string, unknown>;
  rows: Record<string, unknown>;
}

/** What is suggested for a table with these lines: the mapping, and what is said of a column. */
async function look(...lines: string[]) {
  const path = file('visits.csv', lines.join('\n'));
  const suggested = await suggestMapping(await openTable(path, {}), known, { path, format: {} });
  return {
    lines: suggested,
    mapping: parse(suggested.join('\n')) as Mapping,
    facts: (column: string) => said(suggested, `  # ${column}: `),
    doubts: (column: string) => said(suggested, `  # ? ${column}: `),
  };
}

const said = (lines: readonly string[], begin: string) =>
  lines.filter((line) => line.startsWith(begin)).map((line) => line.slice(begin.length));

/** What is suggested for one column with these values. */
async function lookAt(...values: string[]) {
  const { mapping, facts, doubts } = await look('x,row', ...values.map((value, row) => `"${value}",${row}`));
  return { rules: mapping.columns?.x, facts: facts('x').slice(1), doubts: doubts('x') };
}

describe('times', () => {
  test('the order of day and month is what the column shows; else it is asked for', async () => {
    expect(await lookAt('02/05/2009', '13/05/2009')).toEqual({
      rules: { time: { order: 'DMY' } },
      facts: [
        'times: 2 in numbers with the year last',
        'the day comes first: nothing else is possible in 1 cell, e.g. "13/05/2009"',
      ],
      doubts: [],
    });
    expect((await lookAt('02/05/2009', '02/13/2009')).rules).toEqual({ time: { order: 'MDY' } });
    const either = await lookAt('02/05/2009', '2/6/2009');
    expect(either.rules).toEqual({ time: {} });
    expect(either.doubts).toEqual([
      'the order of day and month cannot be seen, since both are always 12 or less, e.g. "02/05/2009", "2/6/2009"; say `order: DMY` or `order: MDY`',
    ]);
    const both = await lookAt('13/05/2009', '05/13/2009');
    expect(both.rules).toEqual({ time: {} });
    expect(both.doubts[0]).toMatch(/^two orders in one column/);
  });

  test('a column of many forms is still one of times, and what is none is told', async () => {
    expect(await lookAt('2/5/2009', '31/12/2010', '14-16 Feb 2025', '30/02/2011', 'in spring')).toEqual({
      rules: { time: { order: 'DMY' } },
      facts: [
        'times: 1 in other forms, 2 in numbers with the year last',
        'the day comes first: nothing else is possible in 1 cell, e.g. "31/12/2010"',
      ],
      doubts: ['no time that is understood in 2 cells, e.g. "30/02/2011", "in spring"'],
    });
  });

  test('years and words are times, other numbers are none', async () => {
    expect((await lookAt('2009', '2010-02', '14-16 Feb 2025', '2025-02-14/2025-02-16')).rules).toEqual({ time: {} });
    expect(await lookAt('1200', '2600', '9')).toMatchObject({ rules: undefined });
  });

  test('days that may stand for a year are told', async () => {
    const { doubts } = await lookAt('2009-12-31', '2010-12-31', '2011-12-31', '2012-03-01');
    expect(doubts).toEqual([
      'the day is 12-31 in 3 cells; where it stands for the year only, say `yearOnly: ["12-31"]`',
    ]);
  });

  test('are made of several columns', async () => {
    const span = await look('start_date,end_date,id', '2009-01-02,2009-01-03,a', '2009-02-02,2009-02-03,b');
    expect(span.mapping.columns.time).toEqual({ span: ['start_date', 'end_date'] });
    const parts = await look('year,month,id', '2009,2,a', '2010,,b');
    expect(parts.mapping.columns.time).toEqual({ parts: ['year', 'month'] });
    expect(parts.mapping.rows.meetings).toEqual([{ key: 'meeting:visits-{id}', time: '{time}' }]);
  });
});

describe('countries and names', () => {
  test('NA among codes may be Namibia, elsewhere it is missing', async () => {
    expect(await lookAt('DE', 'NA', 'PL')).toEqual({
      rules: { find: { in: 'countries', by: 'ISO3166_1_ALPHA2' } },
      facts: ['3 of 3 are codes of known countries by ISO3166_1_ALPHA2'],
      doubts: ['NA in 1 cell: Namibia, or a value that is missing? If missing, say `missing: NA`'],
    });
    expect(await lookAt('1.5', 'NA', '-9')).toMatchObject({ rules: { missing: ['NA', '-9'] }, doubts: [] });
  });

  test('codes among names are read by both, Kosovo by the code that users gave it', async () => {
    expect(await lookAt('DE', 'NA', 'NO', 'Kosovo', 'XK', 'Utopia')).toEqual({
      rules: { find: { in: 'countries', by: ['ISO3166_1_ALPHA2', 'USER_ASSIGNED_ALPHA2', 'NAME'] } },
      facts: [
        '3 of 6 are codes of known countries by ISO3166_1_ALPHA2',
        '1 more by USER_ASSIGNED_ALPHA2, e.g. "XK"',
        '1 more by NAME, e.g. "Kosovo"',
      ],
      doubts: [
        'not known: "Utopia"; say with `codes` what they are',
        'NA in 1 cell: Namibia, or a value that is missing? If missing, say `missing: NA`',
      ],
    });
  });

  test('a name with a comma in it does not make a list of a column of names', async () => {
    expect(await lookAt('Germany', 'Poland', 'Kosovo', 'Poland, South')).toEqual({
      rules: { find: { in: 'countries', by: 'NAME' } },
      facts: ['75% of them are names of known countries, e.g. "Germany", "Poland"'],
      doubts: ['not known: "Poland, South"; say with `codes` what they are, or with `new` how to add them'],
    });
  });

  test('a column with only NO, and numbers that may be codes, are not decided', async () => {
    expect(await lookAt('NO', 'NO')).toMatchObject({
      rules: undefined,
      doubts: [expect.stringMatching(/^NO may be Norway or/)],
    });
    expect(await lookAt('4', '276', '4')).toMatchObject({
      rules: undefined,
      doubts: ['the numbers may be codes of countries, by UN_M49; if so, say `find: { in: countries, by: UN_M49 }`'],
    });
  });

  test('codes that are not known are told', async () => {
    expect((await lookAt('FRA', 'ITA', 'FRA')).doubts).toEqual([
      'they look like codes, which the graph does not know as those of countries, e.g. "FRA", "ITA"',
    ]);
  });

  test('another scheme with the same codes is told', async () => {
    expect(await lookAt('POL', 'POL')).toMatchObject({
      rules: { find: { in: 'countries', by: 'ISO3166_1_ALPHA3' } },
      doubts: ['nine in ten or more are also codes by IOC'],
    });
  });

  test('lists of names, with those that are not known', async () => {
    expect(await lookAt('Germany; Poland', 'Kosovo', 'Poland;Narnia')).toMatchObject({
      rules: { split: ';', find: { in: 'countries', by: 'NAME' } },
      facts: [
        '75% of the parts of 2 cells with ";" are names of known countries, e.g. "Germany; Poland", "Poland;Narnia"',
      ],
      doubts: ['not known: "Narnia"; say with `codes` what they are, or with `new` how to add them'],
    });
    expect((await lookAt('Germany and Poland', 'Kosovo')).rules).toMatchObject({ split: ' and ' });
    expect((await lookAt('Brussels', 'Brussels')).rules).toEqual({ find: { in: 'places', by: 'NAME' } });
    expect((await lookAt('a; b', 'c', 'c')).doubts).toEqual([
      '";" stands in 1 cell, e.g. "a; b"; if it separates values, say `split: ";"`',
    ]);
  });
});

test('a mapping to go on with, whole', async () => {
  const { lines } = await look(
    'id,held,host,text',
    'a,2009-05-02,Germany,x y',
    'b,2009-05-03,NATO,x y',
    'c,2009',
    'd,n/a,Poland,',
  );
  expect(lines.join('\n')).toMatchInlineSnapshot(`
   "# Suggested by looking at all 4 rows of visits.csv. What is not sure has a question mark: ask the author of the file.
   # ? rows that cannot be read: 1, e.g. line 4 has 2 cells, the header has 4
   dataSet:
     key: visits
     title: TODO what this is, and where it is from
   source:
     document: doc:visits
     attributionKind: NARRATION

   columns:
     # id: 3 filled, 0 empty, 3 different, e.g. "a", "b"
     # id: no value was seen twice: it may identify the row
     # held: 3 filled, 0 empty, 3 different, e.g. "2009-05-02", "2009-05-03"
     # held: times: 2 with the year first
     # held: "n/a" in 1 cell is taken for a value that is missing
     held: { time: {}, missing: [ n/a ] }
     # host: 3 filled, 0 empty, 3 different, e.g. "Germany", "NATO"
     # host: 66% of them are names of known countries, e.g. "Germany", "Poland"
     # ? host: not known: "NATO"; say with \`codes\` what they are, or with \`new\` how to add them
     host: { find: { in: countries, by: NAME } }
     # text: 2 filled, 1 empty, 1 different, e.g. "x y"
     # text: the same wherever it is filled

   rows:
     documents:
       - key: doc:visits
         kind: DATASET
         title: TODO the title
     # ? a row may tell something else than a meeting, and these may be in other roles
     meetings:
       - key: meeting:visits-{id}
         time: "{held}"
         participants:
           - actor: "{host}"
             role: PARTICIPANT
             status: ATTENDED"
  `);
});

test('a title above the header is noticed', async () => {
  const { lines } = await look('Visits of 2025', 'id,country', 'a,Germany', 'b,Poland');
  expect(lines.slice(1, 3)).toEqual([
    '# ? rows that cannot be read: 3, e.g. line 2 has 2 cells, the header has 1; line 3 has 2 cells, the header has 1; line 4 has 2 cells, the header has 1',
    '# ? most rows do not fit the header, Visits of 2025: does it stand further down? Then say `headerRow`',
  ]);
});

test('whatever the table, what is printed is YAML that names its columns', async () => {
  const cell = fc.constantFrom(
    '',
    'NA',
    '-9',
    'Germany',
    'Germany; Poland',
    'a: b # "c"',
    '2/5/2009',
    '2009',
    'x\ny',
    '{}',
    '- 1',
    '…',
  );
  // U+FFFD stands for bytes of another encoding, and is refused.
  const name = fc
    .oneof(fc.string({ unit: 'grapheme', minLength: 1 }), cell)
    .filter((text) => /^\P{C}+$/u.test(text) && !text.includes('\uFFFD'));
  const quote = (row: readonly string[]) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(',');
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(name, { minLength: 2, maxLength: 4, selector: (text) => text.trim().replaceAll(/\s+/g, ' ') }),
      fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { maxLength: 5 }),
      async (header, rows) => {
        const names = header.map((text, index) => text.trim().replaceAll(/\s+/g, ' ') || `column ${index + 1}`);
        const { mapping } = await look(quote(header), ...rows.map((row) => quote(row.slice(0, header.length))));
        expect([...names, 'time', 'when']).toEqual(expect.arrayContaining(Object.keys(mapping.columns ?? {})));
        expect(mapping.rows.documents).toBeDefined();
      },
    ),
    { numRuns: 200 },
  );
});

test('the values of a long column are counted to the end, and looked at as far as they are remembered', async () => {
  const { facts, mapping } = await look(
    'id,code',
    ...Array.from({ length: 10_500 }, (_, row) => `r${row},${row < 10_400 ? 'DE' : 'NA'}`),
  );
  expect(facts('id')[0]).toBe(
    '10500 filled, 0 empty, 10000 different, e.g. "r0", "r1"; 500 cells more, too long or too different to be looked at',
  );
  expect(facts('code')[1]).toBe('10500 of 10500 are codes of known countries by ISO3166_1_ALPHA2');
  expect(mapping.rows.meetings).toMatchObject([{ key: 'meeting:visits-{id}' }]);
});

test('of two columns that name the same countries one is a participant; two that only often do are both', async () => {
  const actors = async (...lines: string[]) => {
    const { mapping, facts } = await look(...lines);
    const [meeting] = mapping.rows.meetings as { participants: { actor: string }[] }[];
    return [meeting!.participants.map(({ actor }) => actor), facts('name').at(-1)];
  };
  expect(await actors('id,iso,name', '1,DE,Germany', '2,PL,Poland', '3,DE,', '4,,Poland', '5,XK,Utopia')).toEqual([
    ['{iso}'],
    'the same countries as iso, wherever both are known: one of the two is enough',
  ]);
  const [both] = await actors('id,iso,name', '1,DE,Germany', '2,PL,Germany', '3,DE,Poland');
  expect(both).toEqual(['{iso}', '{name}']);
});
