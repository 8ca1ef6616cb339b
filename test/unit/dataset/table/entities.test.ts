import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from '@jest/globals';
import { type FileFormat, openTable } from '../../../../src/dataset/table/table.ts';
import { scratch } from '../../../support/files.ts';
import { readTable } from './read-table.ts';

const { file, [Symbol.dispose]: remove } = scratch();
afterAll(remove);

const write = (name: string, content: unknown) =>
  file(name, typeof content === 'string' ? content : JSON.stringify(content, null, 1));
const lines = (name: string, entities: readonly unknown[]) =>
  file(name, entities.map((entity) => `${JSON.stringify(entity)}\n`).join(''));
const refusal = (path: string, format: FileFormat = {}): Promise<string> =>
  openTable(path, format).then(
    () => 'no refusal',
    (error: Error) => error.message.replace(/^\S*\//, ''),
  );

/** The rows of a file as text, those of a list in brackets. */
async function rowsOf(path: string) {
  const { rows } = await openTable(path, {});
  const read: Record<string, unknown>[] = [];
  for await (const { position, cells, problem } of rows)
    read.push({
      position,
      ...Object.fromEntries(
        [...cells].map(([column, { text, values }]) => [column, values?.map((value) => value.text) ?? text]),
      ),
      ...(problem !== undefined && { problem }),
    });
  return read;
}

describe('Popolo', () => {
  const persons = [
    {
      id: 'p1',
      name: 'Mira Kalm',
      birth_date: '1964-09',
      email: null,
      identifiers: [
        { scheme: 'wikidata', identifier: 'Q900000001' },
        { scheme: 'viaf', identifier: '1' },
        { scheme: 'viaf', identifier: '2' },
      ],
      other_names: [{ lang: 'uk', name: 'Міра Кальм', note: 'multilingual' }, { name: 'M. Kalm; Mira' }],
    },
    { id: 'p2', name: 'Ole Berg' },
  ];

  test('a membership is a row with all that it refers to, as precise as it stands; what nothing refers to is one, too', async () => {
    const path = write('all.json', {
      posts: [{ id: 'mod', label: 'Minister of Defence', organization_id: 'gov' }],
      persons: [...persons, { id: 'p3', name: 'In nothing' }],
      organizations: [{ id: 'gov', name: 'Government' }],
      events: [{ id: 'term/13', name: '13th', start_date: '2015-03' }],
      meta: { sources: [] },
      memberships: [
        { person_id: 'p1', post_id: 'mod', start_date: '2020', end_date: '2021-05' },
        { person_id: 'p2', organization_id: 'gov', legislative_period_id: 'term/13', area_id: 'area/x' },
      ],
    });
    const { header, entities, notes } = await openTable(path, {});
    expect(entities?.format).toBe('POPOLO');
    expect(notes).toEqual(['Not read: meta.', 'Not in the columns: other_names.note (1).']);
    expect(header).toContain('person.other_names.uk');
    const text = readFileSync(path, 'utf8').split('\n');
    const lineBefore = (part: string) => text.findIndex((line) => line.includes(part));
    expect(await rowsOf(path)).toEqual([
      {
        position: lineBefore('"person_id": "p1"'),
        'person.id': 'p1',
        'person.name': 'Mira Kalm',
        'person.birth_date': '1964-09',
        'person.identifiers.wikidata': 'Q900000001',
        'person.identifiers.viaf': ['1', '2'],
        'person.other_names.uk': 'Міра Кальм',
        'person.other_names': 'M. Kalm; Mira',
        'post.id': 'mod',
        'post.label': 'Minister of Defence',
        'post.organization_id': 'gov',
        'organization.id': 'gov', // that of the post
        'organization.name': 'Government',
        'membership.id': expect.stringMatching(/^p1-[0-9a-f]{12}$/),
        'membership.start_date': '2020',
        'membership.end_date': '2021-05',
      },
      {
        position: lineBefore('"person_id": "p2"'),
        'person.id': 'p2',
        'person.name': 'Ole Berg',
        'organization.id': 'gov',
        'organization.name': 'Government',
        'area.id': 'area/x', // the file has no areas
        'legislative_period.id': 'term/13',
        'legislative_period.name': '13th',
        'legislative_period.start_date': '2015-03',
        'membership.id': expect.stringMatching(/^p2-/),
      },
      { position: lineBefore('"id": "p3"'), 'person.id': 'p3', 'person.name': 'In nothing' },
    ]);
  });

  test('memberships within persons, and objects within memberships, are the same', async () => {
    const path = write('within.json', {
      persons: [
        {
          ...persons[1],
          memberships: [{ id: 'm1', organization: { id: 'gov', name: 'Government' }, role: 'member' }],
        },
      ],
    });
    expect(await rowsOf(path)).toEqual([
      {
        position: 3,
        'person.id': 'p2',
        'person.name': 'Ole Berg',
        'organization.id': 'gov',
        'organization.name': 'Government',
        'membership.id': 'm1',
        'membership.role': 'member',
      },
    ]);
  });

  test('who is referred to and not in the file is told, and so is a key twice', async () => {
    const path = write('lost.json', { persons, memberships: [{ person_id: 'p9', role: 'member' }] });
    expect((await rowsOf(path))[0]).toMatchObject({
      problem: 'refers to the person p9, which is not among the persons of the file',
    });
    expect(await refusal(write('twice.json', '{"persons": [{"id": 1, "id": 2}]}'))).toBe(
      'twice.json has a key twice in one object',
    );
  });
});

describe('Wikidata', () => {
  const item = (id: string) => ({
    snaktype: 'value',
    datavalue: { type: 'wikibase-entityid', value: { 'entity-type': 'item', id } },
  });
  const time = (text: string, precision: number) => ({
    snaktype: 'value',
    datavalue: {
      type: 'time',
      value: {
        time: text,
        precision,
        timezone: 0,
        before: 0,
        after: 0,
        calendarmodel: 'http://www.wikidata.org/entity/Q1985727',
      },
    },
  });
  const text = (value: string) => ({ snaktype: 'value', datavalue: { type: 'string', value } });
  const statement = (id: string, mainsnak: object, more: object = {}) => ({
    id,
    type: 'statement',
    rank: 'normal',
    mainsnak,
    ...more,
  });
  const kalm = {
    type: 'item',
    id: 'Q1',
    labels: { en: { language: 'en', value: 'Mira Kalm' } },
    aliases: { en: [{ value: 'M. Kalm' }, { value: 'Kalm; Mira' }] },
    descriptions: [], // an empty object, as PHP writes it
    claims: {
      P27: [statement('a', item('Q20')), statement('b', item('Q36'), { rank: 'deprecated' })],
      P214: [statement('c', text('123'))],
      P39: [
        statement('d', item('Q30'), {
          rank: 'preferred',
          qualifiers: { P580: [time('+2024-05-00T00:00:00Z', 10)], P582: [{ snaktype: 'novalue' }] },
        }),
        statement('e', item('Q31'), { qualifiers: { P582: [{ snaktype: 'somevalue' }], P1365: [item('Q5')] } }),
        statement('f', item('Q32'), { rank: 'deprecated' }),
        statement('g', { snaktype: 'somevalue' }),
        statement('h', item('Q33'), {
          qualifiers: { P580: [time('+2010-00-00T00:00:00Z', 9), time('+2010-00-00T00:00:00Z', 8)] },
        }),
      ],
    },
  };
  const minister = { type: 'item', id: 'Q30', labels: { en: { value: 'Minister' } }, claims: [] };
  const own = {
    id: 'Q1',
    'labels.en': 'Mira Kalm',
    'aliases.en': ['M. Kalm', 'Kalm; Mira'],
    'claims.P27': 'Q20',
    'claims.P214': '123',
    property: 'P39',
  };
  const expected = [
    {
      ...own,
      value: 'Q30',
      'value.labels.en': 'Minister',
      statement: 'd',
      rank: 'preferred',
      'qualifiers.P580': '2024-05',
      'qualifiers.P580.kind': 'value',
      'qualifiers.P582.kind': 'novalue',
    },
    {
      ...own,
      value: 'Q31',
      statement: 'e',
      rank: 'normal',
      'qualifiers.P582.kind': 'somevalue',
      'qualifiers.P1365': 'Q5',
      'qualifiers.P1365.kind': 'value',
    },
    {
      ...own,
      value: 'Q33',
      statement: 'h',
      rank: 'normal',
      'qualifiers.P580': ['2010', '201X'],
      'qualifiers.P580.kind': 'value',
    },
    { id: 'Q30', 'labels.en': 'Minister' },
  ];

  test('a statement is a row; what is deprecated or unknown is counted; an unknown end is not none', async () => {
    const missing = { id: 'Q7', missing: '' };
    const path = write('entities.json', { entities: { Q1: kalm, Q30: minister, Q7: missing } });
    const { notes, entities } = await openTable(path, {});
    expect(entities?.format).toBe('WIKIDATA');
    expect(notes).toEqual([
      'Statements that Wikidata calls deprecated are left out: P39 (1), P27 (1).',
      'Statements without a known value are left out: P39 (1).',
    ]);
    const rows = await rowsOf(path);
    expect(rows.map(({ position: _, ...cells }) => cells)).toEqual([
      ...expected,
      { problem: 'is an item that Wikidata does not have, Q7' },
    ]);
    expect(rows[0]!.position).toBe(3);
    expect(rows[1]!.position).toBe(3);
  });

  test('an item a line is the same, also as the array that a dump is', async () => {
    const plain = lines('items.jsonl', [kalm, minister]);
    const dump = write('dump.json', `[\n${JSON.stringify(kalm)},\n${JSON.stringify(minister)}\n]\n`);
    for (const [path, first] of [
      [plain, 1],
      [dump, 2],
    ] as const)
      expect(await rowsOf(path)).toEqual(
        expected.map((cells) => ({ position: cells.id === 'Q30' ? first + 1 : first, ...cells })),
      );
  });

  test('a time that is none is a problem of its cell', async () => {
    const wrong = statement('x', item('Q30'), { qualifiers: { P580: [time('+2023-02-29T00:00:00Z', 11)] } });
    const { rows } = await readTable(lines('wrong.jsonl', [{ ...kalm, claims: { P39: [wrong] } }]), {});
    expect(rows[0]!['qualifiers.P580']).toEqual({
      text: '+2023-02-29T00:00:00Z',
      problem: 'has the precision of a day, and is none of the calendar',
    });
  });
});

describe('FollowTheMoney', () => {
  test('an entity is a row, with the names of those that it links, wherever they stand', async () => {
    const path = lines('some.ftm.json', [
      { id: 'p', schema: 'Person', caption: 'Mira Kalm', properties: { name: ['Mira Kalm', 'Міра'], alias: [] } },
      { id: 'o', schema: 'Occupancy', properties: { holder: ['p'], post: ['x'], startDate: ['2019', '2020-03'] } },
      { id: 'q', schema: 'Occupancy', properties: { holder: ['p', 'p2'], post: ['nowhere'] } },
      { id: 'x', schema: 'Position', properties: { name: ['Minister'], country: ['no'] } },
    ]);
    expect((await openTable(path, {})).entities?.format).toBe('FOLLOW_THE_MONEY');
    const kalm = { 'holder.caption': 'Mira Kalm', 'holder.name': ['Mira Kalm', 'Міра'] };
    expect(await rowsOf(path)).toEqual([
      { position: 1, id: 'p', schema: 'Person', caption: 'Mira Kalm', name: ['Mira Kalm', 'Міра'] },
      {
        ...{ position: 2, id: 'o', schema: 'Occupancy', holder: 'p', post: 'x', startDate: ['2019', '2020-03'] },
        ...{ ...kalm, 'post.name': 'Minister', 'post.country': 'no' },
      },
      expect.objectContaining({ position: 3, id: 'q', holder: ['p', 'p2'], post: 'nowhere' }),
      { position: 4, id: 'x', schema: 'Position', name: 'Minister', country: 'no' },
    ]);
    const { rows } = await readTable(path, {});
    expect(rows[2]!['holder.name']).toEqual({
      text: '',
      problem: 'cannot be told, since the row has 2 values for holder',
    });
    expect(rows[2]).not.toHaveProperty('post.name');
  });

  test('one that is long, and stands where the file is not read at once, is found as well', async () => {
    const padding = (id: string) => ({ id, schema: 'Person', properties: { notes: ['ä'.repeat(90_000)] } });
    const path = lines('long.ftm.json', [
      { id: 'o', schema: 'Occupancy', properties: { holder: ['p'] } },
      ...['a', 'b', 'c'].map(padding),
      { ...padding('p'), caption: 'Mira Kalm' },
    ]);
    expect((await rowsOf(path))[0]).toMatchObject({ 'holder.caption': 'Mira Kalm' });
  });

  test('a line that is no entity costs its row', async () => {
    const path = file('odd.ijson', '{"id":"p","schema":"Person","properties":{"name":[{"id":1}]}}\nx\n{"id":"q"}\n');
    const { rows } = await readTable(path, {});
    expect(rows).toEqual([
      {
        ...{ position: 1, id: 'p', schema: 'Person' },
        name: { text: '', problem: 'has an entity within the entity; each stands on a line of its own' },
      },
      { position: 2, problem: expect.stringMatching(/^is not JSON/) },
      { position: 3, problem: 'has no id and schema, as FollowTheMoney entities do' },
    ]);
  });
});

test('other JSON is told, and lines of it are a table as before', async () => {
  expect(await refusal(write('other.json', { rows: [] }))).toMatch(
    /^other.json is none of the JSON that is known by its beginning/,
  );
  const plain = await openTable(file('plain.jsonl', '{"id":"Q1","persons":["x"]}\n'), {});
  expect([plain.entities, plain.header]).toEqual([undefined, ['id', 'persons']]);
  expect(await refusal(file('gone.json', '').replace('gone', 'none'))).toMatch(/^none.json there is no such file/);
});
