import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from '@jest/globals';
import { parse, stringify } from 'yaml';
import { checkTable } from '../../../../src/dataset/mapping/check-table.ts';
import { formatTableCheck } from '../../../../src/dataset/mapping/format-table-report.ts';
import { mapRow } from '../../../../src/dataset/mapping/map-row.ts';
import { openMappedTable } from '../../../../src/dataset/mapping/open-mapped-table.ts';
import { KnownValues } from '../../../../src/dataset/suggest/known-values.ts';
import { suggestMapping } from '../../../../src/dataset/suggest/suggest-mapping.ts';
import { openTable } from '../../../../src/dataset/table/table.ts';
import { scratch } from '../../../support/files.ts';

const { file, [Symbol.dispose]: remove } = scratch();
afterAll(remove);

const mappingFile = (parts: object) =>
  file(
    'mapping.yaml',
    stringify({
      dataSet: { key: 'posts', title: 'Posts' },
      source: { document: 'doc:posts', attributionKind: 'NARRATION' },
      ...parts,
    }),
  );

/** What the rows of a file become, or the problems of each; what is looked up is the first value of those given, by itself. */
async function mapAll(path: string, mapping: string) {
  const { table, mapping: rules } = (await openMappedTable(mapping, path)).on(null);
  const mapped: Record<string, unknown>[] = [];
  for await (const row of table.rows) {
    const { block, problems } = mapRow(row, rules, ({ lists, text }) => ({
      keys: [`${lists[0]!}-${text.toLowerCase().replaceAll(' ', '-')}`],
      isOwn: false,
      suggestions: [],
    }));
    if (block === null) mapped.push({ problems: problems.map(({ column, message }) => `${column}: ${message}`) });
    else mapped.push(Object.fromEntries(Object.entries(block).filter(([list]) => list !== 'source')));
  }
  return mapped;
}

const entity = (id: string, schema: string, properties: object) => ({ id, schema, properties });
const ftm = (...entities: object[]) =>
  file('posts.ftm.json', entities.map((each) => `${JSON.stringify(each)}\n`).join(''));

const tenures = {
  columns: { status: { from: 'endDate', filled: 'ENDED', empty: 'UNKNOWN' } },
  rows: {
    officials: [
      {
        if: { schema: ['Person'] },
        key: 'official:{id}',
        names: [
          { value: '{name}', lang: 'en' },
          { value: '{alias}', lang: 'en' },
        ],
      },
    ],
    tenures: [
      {
        if: { schema: ['Occupancy'] },
        key: 'tenure:{id}',
        official: 'official:{holder}',
        post: 'post:{post}',
        status: '{status}',
        start: '{startDate}',
        end: '{endDate}',
      },
    ],
  },
};

describe('a column whose cells may have several values', () => {
  test('gives an item for each, without being split; one that this file lacks is empty', async () => {
    const path = ftm(
      entity('p', 'Person', { name: ['Mira Kalm', 'Kalm; Mira'], startDate: ['2001', '2002'], endDate: ['2003'] }),
      entity('o', 'Occupancy', { holder: ['p'], post: ['x'], startDate: ['2019-03'] }),
    );
    expect(await mapAll(path, mappingFile(tenures))).toEqual([
      {
        officials: [
          {
            key: 'official:p',
            names: [
              { value: 'Mira Kalm', lang: 'en', kind: 'COMMON' },
              { value: 'Kalm; Mira', lang: 'en', kind: 'COMMON' },
            ],
          },
        ],
      }, // what it has of other columns matters nothing, since no tenure is made of it
      {
        tenures: [
          { key: 'tenure:o', official: 'official:p', post: 'post:x', status: 'UNKNOWN', start: { edtf: '2019-03' } },
        ],
      },
    ]);
  });

  test('is a problem where there can be one: none of two days is chosen', async () => {
    const path = ftm(
      entity('a', 'Occupancy', { holder: ['p'], post: ['x'], startDate: ['2019', '2020'], endDate: ['2021'] }),
    );
    expect(await mapAll(path, mappingFile(tenures))).toEqual([
      {
        problems: [
          'startDate: has 2 values, but holder 1, post 1, endDate 1: used together, each value of one needs one of the other',
        ],
      },
    ]);
    const spans = { ...tenures, columns: { ...tenures.columns, when: { span: ['startDate', 'endDate'] } } };
    const meeting = { key: 'meeting:{id}', time: '{when}' };
    expect(await mapAll(path, mappingFile({ ...spans, rows: { meetings: [meeting] } }))).toEqual([
      { problems: ['startDate: has 2 values where there can be one'] },
    ]);
    const twice = { key: 'meeting:{id}', time: '{startDate}' };
    const check = await checkTable(
      (await openMappedTable(mappingFile({ rows: { meetings: [twice] } }), path)).on(null),
    );
    expect(check.problems.map(({ message }) => message)).toEqual([
      'startDate "2019; 2020" gives meetings.time: {"edtf":"2019"} and {"edtf":"2020"}, with one key',
    ]);
  });

  test('may be in the row of what a look-up adds', async () => {
    const path = ftm(entity('p', 'Person', { name: ['Mira Kalm'], alias: ['M. Kalm', 'Mira K.'] }));
    const fresh = { key: 'official:{id}', names: [{ value: '{alias}', lang: 'en' }] };
    const columns = { who: { from: 'name', find: { in: 'officials', by: 'NAME', new: fresh } } };
    const statement = { key: 'statement:{id}', speakers: ['{who}'], gist: 'x' };
    const opened = await openMappedTable(mappingFile({ columns, rows: { statements: [statement] } }), path);
    const { table, mapping } = opened.on(null);
    for await (const row of table.rows) {
      const { block } = mapRow(row, mapping, () => ({ keys: [], isOwn: false, suggestions: [] }));
      expect(block?.officials).toMatchObject([{ names: [{ value: 'M. Kalm' }, { value: 'Mira K.' }] }]);
    }
  });

  test('is no other column because of a slip', async () => {
    const path = ftm(entity('p', 'Person', { name: ['Mira Kalm'] }));
    const rows = { officials: [{ key: 'official:{id}', names: [{ value: '{nmae}', lang: 'en' }] }] };
    await expect(openMappedTable(mappingFile({ rows }), path)).rejects.toThrow(
      'there is no column "nmae"; did you mean name',
    );
  });
});

test('a column says what a filled cell stands for, and what an empty one', async () => {
  const path = file('ends.csv', 'id,end,rank\n1,2021,3\n2,,\n3,-,1\n');
  const columns = {
    status: { from: 'end', filled: 'ENDED', empty: 'CURRENT' },
    end: { missing: '-' },
    acting: { from: 'rank', codes: { 3: true }, empty: false },
  };
  const tenure = { key: 'tenure:{id}', status: '{status}', acting: '{acting}', end: '{end}' };
  expect(await mapAll(path, mappingFile({ columns, rows: { tenures: [tenure] } }))).toEqual([
    { tenures: [{ key: 'tenure:1', status: 'ENDED', acting: true, end: { edtf: '2021' } }] },
    { tenures: [{ key: 'tenure:2', status: 'CURRENT', acting: false }] },
    { problems: ['acting: is not among the codes of the column: 3'] },
  ]);
  const both = { columns: { end: { codes: { x: 'y' }, filled: 'z' } }, rows: { tenures: [tenure] } };
  await expect(openMappedTable(mappingFile(both), path)).rejects.toThrow('give only one of codes, filled');
});

test('of two rows on one line, the one that contradicts another is a problem alone', async () => {
  const snak = (id: string) => ({ snaktype: 'value', datavalue: { type: 'wikibase-entityid', value: { id } } });
  const statement = (id: string, post: string) => ({ id, rank: 'normal', mainsnak: snak(post) });
  const claims = { P39: [statement('a', 'Q30'), statement('b', 'Q31'), statement('a', 'Q32')] };
  const path = file('kalm.jsonl', `${JSON.stringify({ type: 'item', id: 'Q1', labels: {}, claims })}\n`);
  const rows = { tenures: [{ key: 'tenure:{statement}', post: 'post:{value}' }] };
  const check = await checkTable((await openMappedTable(mappingFile({ rows }), path)).on(null));
  expect(check.problems.map(({ position, message }) => [position?.line, message])).toEqual([
    [1, expect.stringContaining('value "Q32" gives tenures.post: "post:Q32", and row 1, which has the same key')],
  ]);
  expect(check.sample).toContain('post:Q31');
  expect(formatTableCheck(check).at(-1)).toBe('1 of 3 rows of the table cannot be mapped. Nothing was written.');
});

describe('the mapping that is suggested maps the file', () => {
  const suggested = async (path: string) => {
    const lines = await suggestMapping(await openTable(path, {}), new KnownValues([], []), { path, format: {} });
    return { lines, mapped: await mapAll(path, file('suggested.yaml', lines.join('\n'))) };
  };
  const listed = (mapped: Record<string, unknown>[], list: string) =>
    mapped.flatMap((row) => (row[list] ?? []) as Record<string, unknown>[]);

  test('of Popolo', async () => {
    const { lines, mapped } = await suggested('seed/optional/cabinets.popolo.json');
    expect(mapped.filter(({ problems }) => problems !== undefined)).toEqual([]);
    const first = listed(mapped, 'tenures')[0]!;
    expect(first).toMatchObject({ post: 'posts-minister-of-defence', status: 'ENDED', end: { edtf: '2022-02-04' } });
    expect(listed(mapped, 'tenures')).toHaveLength(23);
    expect(listed(mapped, 'officials')[0]).toMatchObject({ externalIds: [{ scheme: 'WIKIDATA', value: 'Q12339763' }] });
    expect(lines).toContain('#   "Minister of Defence" (Government of Estonia): 3 rows');
  });

  test('of FollowTheMoney', async () => {
    const { mapped } = await suggested('seed/optional/ministers.ftm.jsonl');
    expect(mapped.filter(({ problems }) => problems !== undefined)).toEqual([]);
    expect(listed(mapped, 'tenures')).toHaveLength(23);
    expect(new Set(listed(mapped, 'officials').map(({ key }) => key)).size).toBe(listed(mapped, 'officials').length);
  });

  test('of Wikidata', async () => {
    const snak = (type: string, value: object) => ({ snaktype: 'value', datavalue: { type, value } });
    const post = (id: string, qualifiers: object) => ({
      ...{ id: `Q1$${id}`, rank: 'normal', mainsnak: snak('wikibase-entityid', { id }) },
      qualifiers,
    });
    const year = (time: string) => [snak('time', { time, precision: 9, before: 0, after: 0, calendarmodel: '' })];
    const item = {
      ...{
        type: 'item',
        id: 'Q1',
        labels: { en: { value: 'Mira Kalm' }, uk: { value: 'Міра' }, simple1: { value: 'x' } },
      },
      claims: {
        P39: [
          post('Q30', { P580: year('+2001-00-00T00:00:00Z'), P582: year('+2002-00-00T00:00:00Z') }),
          post('Q31', { P582: [{ snaktype: 'somevalue' }] }),
          post('Q32', { P582: [{ snaktype: 'novalue' }] }),
          post('Q33', {}),
        ],
        P102: [post('Q99', {})],
      },
    };
    const { lines, mapped } = await suggested(file('kalm.wikidata.json', JSON.stringify({ entities: { Q1: item } })));
    expect(lines).toContain('#   "Q30": 1 row');
    expect(listed(mapped, 'tenures').map(({ key: _, official: _official, ...rest }) => rest)).toEqual([
      { post: 'posts-q30', status: 'ENDED', start: { edtf: '2001' }, end: { edtf: '2002' } },
      { post: 'posts-q31', status: 'ENDED' }, // ended, and nobody knows when
      { post: 'posts-q32', status: 'CURRENT' },
      { post: 'posts-q33', status: 'UNKNOWN' },
    ]);
    expect(listed(mapped, 'officials')[0]).toMatchObject({
      names: [
        { value: 'Mira Kalm', lang: 'en' },
        { value: 'Міра', lang: 'uk' },
      ],
    });
  });
});

test('the mappings of the documentation are mappings of such files', async () => {
  const page = readFileSync('docs/mapping.md', 'utf8');
  const files = {
    POPOLO: file('doc.popolo.json', '{"persons": [{"id": "p", "name": "Mira Kalm"}]}'),
    WIKIDATA: file('doc.wikidata.json', '{"entities": {"Q1": {"id": "Q1", "labels": {"en": {"value": "Mira Kalm"}}}}}'),
    FOLLOW_THE_MONEY: ftm(entity('p', 'Person', { name: ['Mira Kalm'] })),
  };
  for (const [format, path] of Object.entries(files)) {
    const [, example] = page.split(`\`format: ${format}\``)[1]!.split('```yaml\n');
    const parts = parse(example!.split('```')[0]!) as object;
    await expect(mapAll(path, mappingFile({ ...parts, file: { format } }))).resolves.toHaveLength(1);
  }
});
