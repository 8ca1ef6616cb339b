import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { checkTable } from '../../../../src/dataset/mapping/check-table.ts';
import { mapRow } from '../../../../src/dataset/mapping/map-row.ts';
import { openMappedTable } from '../../../../src/dataset/mapping/open-mapped-table.ts';
import { readMapping } from '../../../../src/dataset/mapping/read-mapping.ts';
import { type EntityAnswer, type EntityQuestion } from '../../../../src/record/resolve/find-entities.ts';
import { scratch } from '../../../support/files.ts';

const { file, [Symbol.dispose]: remove } = scratch();
afterAll(remove);

let number = 0;
const mappingFile = (parts: object) =>
  file(
    `mapping-${(number += 1)}.yaml`,
    stringify({
      dataSet: { key: 'trips', title: 'Trips' },
      source: { document: 'doc:trips', attributionKind: 'NARRATION' },
      ...parts,
    }),
  );

/** What a row of cells becomes, without its source; `find` answers look-ups. */
async function map(
  parts: object,
  cells: Record<string, string>,
  find: (question: EntityQuestion) => Partial<EntityAnswer> = () => ({}),
) {
  const mapping = (await readMapping(mappingFile(parts))).forTable({ header: Object.keys(cells) });
  const row = { position: 2, cells: new Map(Object.entries(cells).map(([name, text]) => [name, { text }])) };
  const { block, problems } = mapRow(row, mapping, (question) => ({
    keys: [],
    isOwn: false,
    suggestions: [],
    ...find(question),
  }));
  if (block === null) return { problems: problems.map(({ column, message }) => `${column}: ${message}`) };
  const { source, ...lists } = block;
  expect(source.document).toBe('doc:trips');
  return lists;
}

/** A topic for each cell is the smallest thing of all. */
const named = (value: string, columns: object = {}) => ({
  columns,
  rows: { topics: [{ key: 'topic:x', names: [{ value, lang: 'en' }] }] },
});
const namesOf = (mapped: Awaited<ReturnType<typeof map>>) =>
  'problems' in mapped
    ? mapped.problems
    : (mapped.topics ?? []).flatMap(({ names = [] }) => names.map(({ value }) => value));

describe('a column', () => {
  test.each<[string, object, Record<string, string>, string, string[]]>([
    ['is plain text, and NO no answer', {}, { a: ' NO ' }, '{a}', ['NO']],
    ['stands in other text', {}, { a: '1', b: 'x' }, '{a} of {b}', ['1 of x']],
    ['is missing if it is empty, and leaves out what needs it', {}, { a: ' ', b: 'x' }, '{a} of {b}', []],
    ['has NA, unless it says otherwise', {}, { a: 'NA' }, '{a}', ['NA']],
    ['has words for what is missing', { a: { missing: ['NA', '-9'] } }, { a: '-9' }, '{a}', []],
    ['has codes', { a: { codes: { HoS: 'head of state' } } }, { a: 'HoS' }, '{a}', ['head of state']],
    [
      'has no other codes',
      { a: { codes: { HoS: 'head of state' } } },
      { a: 'general' },
      '{a}',
      ['a: is not among the codes of the column: HoS'],
    ],
    ['falls back', { c: { from: ['a', 'b'] } }, { a: '', b: 'x' }, '{c}', ['x']],
    [
      'falls back from words for what is missing',
      { a: { missing: '-' }, c: { from: ['a', 'b'] } },
      { a: '-', b: 'x' },
      '{c}',
      ['x'],
    ],
    ['is split', { a: { split: ';' } }, { a: 'Germany; Poland;' }, '{a}', ['Germany', 'Poland']],
    ['is split at several separators', { a: { split: [';', ' and '] } }, { a: 'A; B and C' }, '{a}', ['A', 'B', 'C']],
    [
      'is split together with another',
      { a: { split: ';' }, b: { split: ';' } },
      { a: 'A;B', b: '1;2' },
      '{a}{b}',
      ['A1', 'B2'],
    ],
    [
      'is not split together with one of another number',
      { a: { split: ';' }, b: { split: ';' } },
      { a: 'A;B', b: '1' },
      '{a}{b}',
      ['a: has 2 values, but b 1: used together, each value of one needs one of the other'],
    ],
    [
      'is split, and read in parts',
      { a: { split: ';', missing: '-', codes: { A: 'x', B: 'y' } } },
      { a: 'A;-;B' },
      '{a}',
      ['x', 'y'],
    ],
    ['has parts of a day', { t: { parts: ['y', 'm', 'd'] } }, { y: '2025', m: '2', d: '14' }, '{t}', ['2025-02-14']],
    [
      'has a month',
      { t: { parts: ['y', 'm', 'd'] }, d: { missing: '99' } },
      { y: '2025', m: 'February', d: '99' },
      '{t}',
      ['2025-02'],
    ],
    ['has a year', { t: { parts: ['y', 'm'] } }, { y: '2025', m: '' }, '{t}', ['2025']],
    [
      'has no day without a month',
      { t: { parts: ['y', 'm', 'd'] } },
      { y: '2025', m: '', d: '4' },
      '{t}',
      ['d: is given, but m is missing'],
    ],
    [
      'has no impossible day',
      { t: { parts: ['y', 'm', 'd'] } },
      { y: '2025', m: '2', d: '30' },
      '{t}',
      ['d: makes 2025-02-30, which is no day of the calendar'],
    ],
    [
      'has a span',
      { t: { span: ['a', 'b'] }, a: { time: { order: 'DMY' } } },
      { a: '2/5/2009', b: '2009-05-04' },
      '{t}',
      ['2009-05-02/2009-05-04'],
    ],
    [
      'tells of a time that may be two',
      { a: { time: {} } },
      { a: '2/5/2009' },
      '{a}',
      [
        'a: may be 2009-05-02 (`order: DMY`) or 2009-02-05 (`order: MDY`): say the order of day and month of the column under time',
      ],
    ],
  ])('%s', async (_, columns, cells, value, expected) =>
    expect(namesOf(await map(named(value, columns), cells))).toEqual(expected),
  );
});

describe('a template', () => {
  test('has the types of the fields, and keeps times as printed', async () => {
    const rows = {
      meetings: [
        {
          key: 'meeting:{no}',
          ordinal: '{no}',
          time: '{when}',
          attendance: { value: '{count}', comparator: '{how}' },
        },
      ],
    };
    const columns = { when: { time: {} }, how: { codes: { about: 'ABOUT' } } };
    const cells = { no: '26', when: 'February 14-16, 2025', count: '50', how: 'about' };
    expect(await map({ columns, rows }, cells)).toEqual({
      meetings: [
        {
          key: 'meeting:26',
          ordinal: 26,
          time: { edtf: '2025-02-14/2025-02-16', raw: 'February 14-16, 2025' },
          attendance: { value: 50, comparator: 'ABOUT' },
        },
      ],
    });
    expect(await map({ columns, rows }, { ...cells, count: '1,200' })).toEqual({
      problems: ['count: is no number in plain digits; expected one such as 26 or 48.85'],
    });
  });

  test('makes an item for each value, and leaves out items and rows that lack what they must have', async () => {
    const participant = { role: 'HOST', status: 'ATTENDED' };
    const rows = {
      meetings: [
        {
          key: 'meeting:{id}',
          participants: [
            { actor: '{hosts}', ...participant },
            { actor: '{guest}', ...participant, role: 'VISITOR' },
          ],
        },
      ],
      officials: [{ key: 'official:{guest}', names: [{ value: '{guest}', lang: 'en' }] }],
    };
    const columns = { hosts: { split: ';' } };
    expect(await map({ columns, rows }, { id: '1', hosts: 'country:DE; country:PL', guest: '' })).toEqual({
      meetings: [
        {
          key: 'meeting:1',
          participants: [
            { actor: 'country:DE', ...participant },
            { actor: 'country:PL', ...participant },
          ],
        },
      ],
    });
    expect(await map({ columns, rows }, { id: '', hosts: 'country:DE', guest: '' })).toEqual({});
  });

  test('is for some rows only', async () => {
    const rows = {
      topics: [{ if: { role: ['president', 'PM'] }, key: 'topic:{role}', names: [{ value: 'x', lang: 'en' }] }],
    };
    expect(await map({ rows }, { role: 'PM' })).toHaveProperty('topics');
    expect(await map({ rows }, { role: 'clerk' })).toEqual({});
    expect(await map({ rows }, { role: '' })).toEqual({});
  });

  test('makes keys of names, and leaves ids as they are', async () => {
    const rows = { topics: [{ key: 'topic:{a}', names: [{ value: '{a}', lang: 'en' }] }] };
    const keyOf = async (a: string) => {
      const mapped = await map({ rows }, { a });
      return 'problems' in mapped ? mapped.problems : mapped.topics![0]!.key;
    };
    expect(await keyOf('AB_12')).toBe('topic:AB_12');
    expect(await keyOf('São  Paulo (Brazil)')).toBe('topic:sao-paulo-brazil');
    expect(await keyOf('Київ')).toMatch(/^topic:[a-z]+$/);
    expect(await keyOf('???')).toEqual(['a: makes no key: it has neither letters nor digits']);
  });

  test('tells what is wrong with what a row makes, with the column', async () => {
    const rows = { documents: [{ key: 'doc:{id}', title: 'x', url: '{link}', sha256: '{sum}' }] };
    expect(await map({ rows }, { id: '1', link: 'example.org', sum: 'abc' })).toEqual({
      problems: [
        'link: gives documents.url: "example.org" is not a web address; expected an absolute URL that begins with https:// or http://',
        'sum: gives documents.sha256: "abc" is not a SHA-256 digest; expected 64 hexadecimal digits',
      ],
    });
  });
});

describe('a look-up', () => {
  const rows = { meetings: [{ key: 'meeting:1', places: ['{cities}'] }] };
  const cities = {
    split: ',',
    codes: { 'D.C.': 'place:washington' },
    find: { in: 'places', by: 'NAME', country: 'country:{land}' },
  };
  const places = (mapped: Awaited<ReturnType<typeof map>>) =>
    'problems' in mapped ? mapped.problems : mapped.meetings![0]!.places;

  test('finds each value, codes first', async () => {
    const asked: EntityQuestion[] = [];
    const mapped = await map({ columns: { cities }, rows }, { land: 'FR', cities: 'Paris, D.C.' }, (question) => {
      asked.push(question);
      return { keys: ['place:paris'] };
    });
    expect(places(mapped)).toEqual(['place:paris', 'place:washington']);
    expect(asked).toEqual([{ lists: ['places'], by: ['NAME'], text: 'Paris', country: 'country:FR', key: null }]);
  });

  test('tells what is not found, and what may be several', async () => {
    const cells = { land: 'FR', cities: 'Pariss' };
    expect(places(await map({ columns: { cities }, rows }, cells, () => ({ suggestions: ['place:paris'] })))).toEqual([
      'cities: is not found among the places of country:FR by NAME; did you mean place:paris?',
    ]);
    expect(places(await map({ columns: { cities }, rows }, cells, () => ({ keys: ['place:a', 'place:b'] })))).toEqual([
      'cities: may be any of place:a, place:b; say with codes which it is',
    ]);
    expect(places(await map({ columns: { cities }, rows }, { land: '', cities: 'Paris' }))).toEqual([
      'cities: cannot be looked up, since its country is missing',
    ]);
  });

  test('adds what is new, once it is said how', async () => {
    const fresh = { key: 'place:{land}-{cities}', kind: 'CITY', names: [{ value: '{cities}', lang: 'en' }] };
    const columns = { cities: { ...cities, find: { ...cities.find, new: fresh } } };
    const mapped = await map({ columns, rows }, { land: 'FR', cities: 'Paris, Ponthierry-sur-Seine' }, ({ text }) =>
      text === 'Paris' ? { keys: ['place:paris'] } : {},
    );
    expect(mapped).toMatchObject({
      places: [{ key: 'place:FR-ponthierry-sur-seine', kind: 'CITY', names: [{ value: 'Ponthierry-sur-Seine' }] }],
      meetings: [{ places: ['place:paris', 'place:FR-ponthierry-sur-seine'] }],
    });
  });
});

describe('what is wrong with a mapping is told at once, with the line', () => {
  const complaints = async (parts: object, header = ['a', 'b']) => {
    try {
      (await readMapping(mappingFile(parts))).forTable({ header });
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  };
  test.each<[string, object, RegExp]>([
    [
      'a field that a row does not have',
      { rows: { meetings: [{ key: 'meeting:{a}', tiem: '{b}' }] } },
      /no field tiem here.*did you mean time/,
    ],
    [
      'a list that there is not',
      { rows: { meeting: [{ key: 'meeting:{a}' }] } },
      /no field meeting here.*did you mean meetings/,
    ],
    [
      'a word that an enum does not have',
      { rows: { meetings: [{ key: 'meeting:{a}', kind: 'VISITT' }] } },
      /"VISITT" is not one of.*did you mean VISIT/,
    ],
    [
      'a field that an item must have',
      { rows: { meetings: [{ key: 'meeting:{a}', participants: [{ actor: '{b}', role: 'HOST' }] }] } },
      /status is missing/,
    ],
    [
      'a row without a key',
      { rows: { meetings: [{ names: [{ value: '{a}', lang: 'en' }] }] } },
      /needs a key made of columns/,
    ],
    ['a column that there is not', { rows: { topics: [{ key: 'topic:{trip}' }] } }, /there is no column "trip"/],
    [
      'a condition on a column that there is not',
      { rows: { topics: [{ if: { c: ['x'] }, key: 'topic:{a}' }] } },
      /there is no column "c"/,
    ],
    [
      'a rule for a column that there is not',
      { columns: { c: { missing: '-' } }, rows: { topics: [{ key: 'topic:{a}' }] } },
      /the file has no column "c"; its columns are a, b/,
    ],
    [
      'what a new post must have',
      {
        columns: {
          a: { find: { in: 'posts', by: 'NAME', new: { key: 'post:{a}', names: [{ value: '{a}', lang: 'en' }] } } },
        },
        rows: { tenures: [{ key: 'tenure:{a}', post: '{a}' }] },
      },
      /:13:9 .*a post needs level: its rank.*\n[^]*a post needs country or organization/,
    ],
    [
      'a column that is made of itself',
      { columns: { c: { from: 'd' }, d: { from: 'c' } }, rows: { topics: [{ key: 'topic:{c}' }] } },
      /is made of itself/,
    ],
    [
      'a column that is made in two ways',
      { columns: { c: { from: 'a', span: ['a', 'b'] } }, rows: { topics: [{ key: 'topic:{c}' }] } },
      /give only one of from, span/,
    ],
    [
      'several values in one source',
      { source: { document: 'doc:{a}', attributionKind: 'NARRATION' }, columns: { a: { split: ';' } }, rows: {} },
      /a has several values, and there is one source/,
    ],
    [
      'what is new without a key',
      {
        columns: { a: { find: { in: 'places', by: 'NAME', new: { kind: 'CITY' } } } },
        rows: { topics: [{ key: 'topic:{b}' }] },
      },
      /needs a key for what is new/,
    ],
  ])('%s', async (_, parts, message) => {
    const found = await complaints(parts);
    expect(found).toMatch(message);
    expect(found).toMatch(/^\S+\.yaml:\d+:\d+ {2}/m);
  });

  test('nothing is wrong with what may be said', async () => {
    const rows = { officials: [{ key: 'official:{a}', externalIds: [{ scheme: 'WIKIDATA', value: '{b}' }] }] };
    expect(await complaints({ rows })).toBe('');
  });
});

describe('rows of a table with one key', () => {
  const rows = {
    meetings: [
      {
        key: 'meeting:{id}',
        time: '{day}',
        topics: ['topic:{topic}'],
        participants: [{ actor: 'official:{who}', role: 'ATTENDEE', status: 'ATTENDED' }],
      },
    ],
  };
  const check = async (csv: string) =>
    checkTable((await openMappedTable(mappingFile({ rows }), file('t.csv', csv))).on(null));

  test('are one row of the data set, with the items of all lists', async () => {
    const { sample, problems } = await check('id,day,topic,who\n1,2025,a,x\n2,2025,a,x\n1,,b,y\n');
    expect(problems).toEqual([]);
    expect(sample).toContain('topic:a\n          - topic:b\n');
    expect(sample.match(/key: meeting:1/g)).toHaveLength(1);
    expect(sample.match(/actor: official:/g)).toHaveLength(3);
  });

  test('that contradict each other are told', async () => {
    const { problems } = await check('id,day,topic,who\n1,2025,a,x\n1,2026,a,y\n');
    expect(problems.map(({ position, message }) => `${position!.line}:${position!.column} ${message}`)).toEqual([
      '3:2 day "2026" gives meetings.time: {"edtf":"2026"}, and row 2, which has the same key, {"edtf":"2025"}; rows with one key are one',
    ]);
  });
});

test('the example of the documentation is as it says', async () => {
  const page = readFileSync('docs/mapping.md', 'utf8');
  const [csv, yaml] = ['csv', 'yaml'].map((language) => page.split(`\`\`\`${language}\n`)[1]!.split('```')[0]!);
  const opened = await openMappedTable(file('visits.mapping.yaml', yaml!), file('visits.csv', csv!));
  const { table, mapping } = opened.on(null);
  const blocks: unknown[] = [];
  for await (const row of table.rows) {
    const { block, problems } = mapRow(row, mapping, ({ lists: [list], text }) => ({
      keys: list === 'officials' ? [] : [`${list}:${text}`],
      isOwn: false,
      suggestions: [],
    }));
    expect(problems).toEqual([]);
    blocks.push(block);
  }
  expect(blocks).toMatchObject([
    {
      officials: [{ key: 'official:mira-kalm' }],
      meetings: [
        {
          names: [{ value: 'Talks on harbours' }, { value: 'Visit 17 of Mira Kalm' }],
          time: { edtf: '2025-02-14/2025-02-16' },
          places: ['places:Oslo', 'places:Warsaw'],
          participants: [
            { capacity: 'post:xn-prime-minister' },
            { actor: 'countries:Norway' },
            { actor: 'countries:Poland' },
          ],
        },
      ],
    },
    { meetings: [{ names: [{ value: 'Visit 18 of Mira Kalm' }], time: { edtf: '2024' } }] },
  ]);
});

test('splitting gives what was put together, whatever the separator', () => {
  const word = fc.stringMatching(/^[a-z]{1,8}$/);
  return fc.assert(
    fc.asyncProperty(
      fc.array(word, { minLength: 1, maxLength: 6 }),
      fc.constantFrom(';', ',', ' and ', '|', '/'),
      async (words, sign) => {
        expect(namesOf(await map(named('{a}', { a: { split: sign } }), { a: words.join(sign) }))).toEqual(words);
      },
    ),
    { numRuns: 40 },
  );
});

test('the tutorial maps the travels of 2022 as it says, first all but five and then all', async () => {
  const page = readFileSync('docs/tutorial-tables.md', 'utf8');
  const [, mapping, corrected] = page
    .split('```yaml\n')
    .map((block) => block.split('```')[0]!)
    .slice(1) as [string, string, string];
  const [header, ...rows] = readFileSync('seed/optional/us-official-travels.csv', 'utf8').split('\n');
  const travels = file('travels.csv', [header, ...rows.filter((row) => row.includes(',2022-'))].join('\n'));
  const unknown = ['Korea, South', 'West Bank', 'Democratic Republic of the Congo (Zaire)'];
  const unmapped = async (text: string) => {
    const opened = await openMappedTable(file('travels.mapping.yaml', text), travels);
    const { table, mapping: rules } = opened.on(null);
    const left: string[] = [];
    let count = 0;
    for await (const row of table.rows) {
      count += 1;
      const { block } = mapRow(row, rules, ({ text: name }) => ({
        keys: unknown.includes(name) ? [] : [`country:${name}`],
        isOwn: false,
        suggestions: [],
      }));
      if (block === null) left.push(row.cells.get('country')!.text);
    }
    return [count, left.length, [...new Set(left)]];
  };
  expect(await unmapped(mapping)).toEqual([64, 5, unknown]);
  const column = corrected.replace(/^/gm, '  ').trimEnd();
  const country = /^ {2}country: .*$/m;
  expect(mapping).toMatch(country);
  expect(await unmapped(mapping.replace(country, () => column))).toEqual([64, 0, []]);
});
