import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeEach, expect, jest, test } from '@jest/globals';
import { stringify } from 'yaml';
import { importFiles } from '../../src/dataset/import.ts';
import { checkTable } from '../../src/dataset/mapping/check-table.ts';
import { type StreamOptions, importTable, importWholeTable } from '../../src/dataset/mapping/import-table.ts';
import { openMappedTable } from '../../src/dataset/mapping/open-mapped-table.ts';
import { KnownValues } from '../../src/dataset/suggest/known-values.ts';
import { suggestMapping } from '../../src/dataset/suggest/suggest-mapping.ts';
import { openTable } from '../../src/dataset/table/table.ts';
import { type Database } from '../../src/graph/database.ts';
import { verify } from '../../src/record/integrity/verify.ts';
import { BYTES_PER_ROW } from '../../src/record/input/transaction-capacity.ts';
import { emptyGraph } from '../support/database.ts';
import { scratch } from '../support/files.ts';
import { freshDatabase, queryGraph, recordBlocks, snapshotFacts, snapshotGraph } from '../support/recording.ts';

jest.setTimeout(120_000);

const { file, [Symbol.dispose]: remove } = scratch();
afterAll(remove);

let database: Database;
beforeEach(async () => {
  database = await freshDatabase();
});

const country = (key: string, name: string, ...ids: [scheme: string, value: string][]) => ({
  key,
  names: [{ value: name, lang: 'en' }],
  externalIds: ids.map(([scheme, value]) => ({ scheme, value })),
});

const recordCountries = () =>
  recordBlocks(database, [
    {
      source: { title: 'A list', attributionKind: 'NARRATION' },
      countries: [
        country('country:NA', 'Namibia', ['ISO3166_1_ALPHA2', 'NA'], ['UN_M49', '516']),
        country('country:NO', 'Norway', ['ISO3166_1_ALPHA2', 'NO'], ['UN_M49', '578']),
        country('country:AF', 'Afghanistan', ['ISO3166_1_ALPHA2', 'AF'], ['UN_M49', '004']),
        country('country:XK', 'Kosovo', ['USER_ASSIGNED_ALPHA2', 'XK']),
      ],
      organizations: [{ key: 'org:group', kind: 'COALITION', names: [{ value: 'Norland Group', lang: 'en' }] }],
      places: [
        { key: 'place:oslo', kind: 'CITY', names: [{ value: 'Oslo', lang: 'en' }], country: 'country:NO' },
        { key: 'place:other-oslo', kind: 'CITY', names: [{ value: 'Oslo', lang: 'en' }], country: 'country:AF' },
      ],
    },
  ]);

const head = {
  dataSet: { key: 'talks', title: 'Talks' },
  source: { document: 'doc:talks', attributionKind: 'NARRATION' },
};
const document = { key: 'doc:talks', kind: 'DATASET', title: 'Talks' };

const open = (mapping: object, csv: string, name = 'talks.csv') =>
  openMappedTable(file(`${name}.mapping.yaml`, stringify({ ...head, ...mapping })), file(name, csv));

const bring = async (mapping: object, csv: string, options: Partial<StreamOptions> = {}) =>
  importTable(database, (await open(mapping, csv)).on(database), { by: 'test', ...options });

const hosted = {
  columns: {
    day: { time: { order: 'DMY' } },
    host: {
      missing: ['-9'],
      find: { in: ['countries', 'organizations'], by: ['ISO3166_1_ALPHA2', 'USER_ASSIGNED_ALPHA2', 'UN_M49', 'NAME'] },
    },
    city: { find: { in: 'places', by: 'NAME', country: '{host}' } },
  },
  rows: {
    documents: [document],
    meetings: [
      {
        key: 'meeting:{id}',
        kind: 'BILATERAL_MEETING',
        status: 'HELD',
        names: [{ value: '{title}', lang: 'en' }],
        time: '{day}',
        places: ['{city}'],
        participants: [{ actor: '{host}', role: 'HOST', status: 'ATTENDED' }],
      },
    ],
  },
};

const HOSTS = `MATCH (m:Meeting) OPTIONAL MATCH (m)<-[:IN_EVENT]-(:Participation)-[:OF_ACTOR]->(c)
RETURN m.key, c.key, m.timeEdtf, m.name ORDER BY m.key`;

test('NA, NO, 4, Kosovo and 2/5/2009 are what they are in the file; the rest is rejected with its reason', async () => {
  await recordCountries();
  const csv = [
    'id,title,host,day,city',
    '1,NO,NA,2/5/2009,',
    '2,"Talks, ""once more""",NO,2009-05-03,Oslo',
    '3,NA,4,3/5/2009,Oslo',
    '4,x,Kosovo,,',
    '5,x,XK,30/2/2009,',
    '6,x,-9,2009,',
    '7,x,Norwey,2/13/2009,',
    '9,x,Norland Group,,',
    '',
  ].join('\n');
  const progress: string[] = [];
  const { rejected, rows } = await bring(hosted, csv, { onProgress: (line) => void progress.push(line) });

  expect(await queryGraph(database, HOSTS)).toEqual([
    ['meeting:1', 'country:NA', '2009-05-02', 'NO'],
    ['meeting:2', 'country:NO', '2009-05-03', 'Talks, "once more"'],
    ['meeting:3', 'country:AF', '2009-05-03', 'NA'],
    ['meeting:4', 'country:XK', null, 'x'],
    ['meeting:6', null, '2009', 'x'],
    ['meeting:9', 'org:group', null, 'x'],
  ]);
  expect([rows, rejected.count]).toEqual([8, 2]);
  expect(progress.at(-1)).toMatch(/^8 of 8 rows, /); // those that are rejected are done with, too
  const lines = readFileSync(rejected.path, 'utf8').split('\r\n');
  expect(lines[0]).toBe('id,title,host,day,city,position,reason');
  expect(lines[1]).toMatch(/^5,x,XK,30\/2\/2009,,6,"day ""30\/2\/2009"" is no day of the calendar with `order: DMY`"$/);
  expect(lines[2]).toMatch(/^7,x,Norwey,2\/13\/2009,,8,"/);
  const told = rejected.shown.map(({ position, message }) => `${position!.line}:${position!.column} ${message}`);
  expect(told).toEqual([
    '6:4 day "30/2/2009" is no day of the calendar with `order: DMY`',
    expect.stringMatching(/^8:4 day "2\/13\/2009" is no day .* it would be 2009-02-13 with `order: MDY`$/),
    expect.stringMatching(
      /^8:3 host "Norwey" is not found among the countries and organizations by .*; did you mean country:NO\?$/,
    ),
  ]);
  expect(await verify(database)).toEqual([]);

  // Corrected, the rest goes in, and nothing is written twice; then nothing is left to reject.
  const corrected = csv.replace('30/2/2009', '28/2/2009').replace('Norwey,2/13', 'Norway,13/2');
  const before = await queryGraph(database, 'MATCH (c:Claim) RETURN count(c)');
  const second = await bring(hosted, corrected);
  expect(second.recorded!.created).toEqual({ Meeting: 2, Participation: 2, Claim: 4 });
  expect(before).toEqual([[11]]);
  expect(existsSync(rejected.path)).toBe(false);
  const graph = await snapshotGraph(database);
  const third = await bring(hosted, corrected);
  expect([third.recorded!.written, third.recorded!.created]).toEqual([false, {}]);
  expect(await snapshotGraph(database)).toBe(graph);
});

/** Many rows about few meetings, those of one far apart; the first refers to the last, and they say different days of one meeting. */
const SIZE = 60;
const spread = Array.from({ length: SIZE }, (_, index) => ({
  meeting: `m${index % 20}`,
  whole: index % 20 === 0 ? 'm19' : '',
  topic: `t${index % 3}`,
  who: `p${index % 25}`,
  day: index === 0 ? '2025-02-11' : index === SIZE - 1 ? '2025-02-12' : '',
}));
const dayOf = { type: 'TIME', subject: 'meeting:m0', text: 'Its day.', modality: 'OCCURRED' };
const attended = {
  columns: {},
  rows: {
    documents: [document],
    topics: [{ key: 'topic:{topic}', names: [{ value: 'Topic {topic}', lang: 'en' }] }],
    officials: [{ key: 'official:{who}', names: [{ value: 'Person {who}', lang: 'en' }] }],
    meetings: [
      {
        key: 'meeting:{meeting}',
        kind: 'CONFERENCE',
        status: 'HELD',
        names: [{ value: 'Meeting {meeting}', lang: 'en' }],
        partOf: 'meeting:{whole}',
        topics: ['topic:{topic}'],
        participants: [{ actor: 'official:{who}', role: 'ATTENDEE', status: 'ATTENDED' }],
      },
    ],
    claims: [{ key: 'day-{day}', ...dayOf, time: '{day}' }],
  },
};
const spreadCsv = ['meeting,whole,topic,who,day', ...spread.map((row) => Object.values(row).join(',')), ''].join('\n');

/** The same as a person would write it. */
const asDataSet = () => {
  const distinct = (values: string[]) => [...new Set(values)];
  return JSON.stringify({
    dataSet: head.dataSet,
    blocks: [
      {
        source: head.source,
        documents: [document],
        topics: distinct(spread.map(({ topic }) => topic)).map((topic) => ({
          key: `topic:${topic}`,
          names: [{ value: `Topic ${topic}`, lang: 'en' }],
        })),
        officials: distinct(spread.map(({ who }) => who)).map((who) => ({
          key: `official:${who}`,
          names: [{ value: `Person ${who}`, lang: 'en' }],
        })),
        meetings: [...Map.groupBy(spread, ({ meeting }) => meeting)].map(([meeting, rows]) => ({
          key: `meeting:${meeting}`,
          kind: 'CONFERENCE',
          status: 'HELD',
          names: [{ value: `Meeting ${meeting}`, lang: 'en' }],
          ...(rows[0]!.whole !== '' && { partOf: `meeting:${rows[0]!.whole}` }),
          topics: distinct(rows.map(({ topic }) => `topic:${topic}`)),
          participants: distinct(rows.map(({ who }) => who)).map((who) => ({
            actor: `official:${who}`,
            role: 'ATTENDEE',
            status: 'ATTENDED',
          })),
        })),
        claims: spread.flatMap(({ day }) => (day === '' ? [] : [{ key: `day-${day}`, ...dayOf, time: day }])),
      },
    ],
  });
};

test('a table gives the same graph as the same rows in a data-set file, however few rows are recorded at once', async () => {
  await importFiles(database, [file('talks.json', asDataSet())], { by: 'test' });
  const expected = await snapshotFacts(database);

  await emptyGraph(database);
  const progress: string[] = [];
  const options = { capacity: 30 * BYTES_PER_ROW, onProgress: (line: string) => void progress.push(line) };
  const { rejected, rows } = await bring(attended, spreadCsv, options);
  expect([rows, rejected.shown]).toEqual([SIZE, []]);
  expect(progress.length).toBeGreaterThan(4);
  expect(progress.at(-1)).toMatch(/^60 of 60 rows, \d+ rows\/s/);
  expect(await snapshotFacts(database)).toBe(expected);
  const graph = await snapshotGraph(database);
  expect((await bring(attended, spreadCsv, options)).recorded!.written).toBe(false);
  expect(await snapshotGraph(database)).toBe(graph);

  await emptyGraph(database);
  const whole = (await open(attended, spreadCsv)).on(database);
  expect((await importWholeTable(database, whole, { by: 'test' })).problems).toEqual([]);
  expect(await snapshotFacts(database)).toBe(expected);
});

test('an interrupted import goes on when it is repeated', async () => {
  let calls = 0;
  const interrupted = bring(attended, spreadCsv, {
    capacity: 30 * BYTES_PER_ROW,
    onProgress: () => {
      if ((calls += 1) > 3) throw new Error('interrupted');
    },
  });
  await expect(interrupted).rejects.toThrow('interrupted');
  const [[begun]] = (await queryGraph(database, 'MATCH (p:Participation) RETURN count(p)')) as [[number]];
  expect(begun).toBeGreaterThan(0);
  const { recorded } = await bring(attended, spreadCsv);
  expect(recorded!.created.Participation).toBe(SIZE - begun);
  expect(await verify(database)).toEqual([]);
});

test('all or nothing: a row that cannot be recorded keeps the others out, and each problem names its row', async () => {
  await recordCountries();
  const before = await snapshotGraph(database);
  const csv = 'id,title,host,day,city\n1,x,NA,1/1/2009,\n2,x,Utopia,1/13/2009,\n3,,NO,,\n';
  const table = (await open(hosted, csv)).on(database);
  const { problems } = await importWholeTable(database, table, { by: 'test' });
  expect(problems.map(({ position, message }) => `${position!.line} ${message.slice(0, 20)}`)).toEqual([
    '3 host "Utopia" is not',
    '3 day "1/13/2009" is n',
    '4 id "3" gives meeting',
  ]);
  expect(await snapshotGraph(database)).toBe(before);

  const check = await checkTable(table);
  expect(check.problems).toHaveLength(2);
  const sample = file('sample.yaml', check.sample);
  expect(
    (await importFiles(database, [sample], { by: 'test', dryRun: true })).problems.map(({ message }) => message),
  ).toEqual([
    expect.stringContaining('names'), // of the third row: only the graph knows that it is new
  ]);
});

test('entities of three formats say the same of one official, who is known by an id, and importing them again changes nothing', async () => {
  const wikidata = (value: string) => ({ externalIds: [{ scheme: 'WIKIDATA', value }] });
  await recordBlocks(database, [
    {
      source: { title: 'A list', attributionKind: 'NARRATION' },
      countries: [country('country:XN', 'Norland', ['ISO3166_1_ALPHA2', 'XN'])],
      officials: [{ key: 'official:kalm', names: [{ value: 'Mira Kalm', lang: 'en' }], ...wikidata('Q900000001') }],
      posts: [
        {
          ...{ key: 'post:mod', country: 'country:XN', level: 'MINISTER', ...wikidata('Q900000030') },
          names: [{ value: 'Minister of Defence', lang: 'en' }],
        },
      ],
    },
  ]);
  const snak = (type: string, value: object) => ({ snaktype: 'value', datavalue: { type, value } });
  const start = { time: '+2024-05-00T00:00:00Z', precision: 10, before: 0, after: 0, calendarmodel: '' };
  const statement = (id: string, rank: string) => ({
    ...{ id, rank, mainsnak: snak('wikibase-entityid', { id: 'Q900000030' }) },
    qualifiers: { P580: [snak('time', start)], P582: [{ snaktype: 'somevalue' }] },
  });
  const files: Record<string, unknown> = {
    'kalm.wikidata.json': {
      entities: {
        Q900000001: {
          ...{ type: 'item', id: 'Q900000001', labels: { en: { value: 'Mira Kalm' } } },
          claims: { P39: [statement('a', 'normal'), statement('b', 'deprecated')] },
        },
      },
    },
    'kalm.popolo.json': {
      persons: [{ id: 'k', name: 'Mira Kalm', identifiers: [{ scheme: 'wikidata', identifier: 'Q900000001' }] }],
      posts: [{ id: 'm', label: 'Minister of Defence' }],
      memberships: [{ person_id: 'k', post_id: 'm', start_date: '2024-05' }],
    },
    'kalm.ftm.json': [
      { id: 'x', schema: 'Occupancy', properties: { holder: ['k2'], post: ['m'], startDate: ['2024-05'] } },
      { id: 'k2', schema: 'Person', properties: { name: ['Mira Kalm'], wikidataId: ['Q900000001'] } },
      { id: 'm', schema: 'Position', properties: { name: ['Minister of Defence'], country: ['xn'] } },
    ],
  };
  for (const [name, content] of Object.entries(files)) {
    const path = file(
      name,
      Array.isArray(content) ? content.map((each) => JSON.stringify(each)).join('\n') : JSON.stringify(content),
    );
    const suggested = await suggestMapping(await openTable(path, {}), new KnownValues([], []), { path, format: {} });
    const mapping = file(`${name}.mapping.yaml`, suggested.join('\n'));
    const importIt = async () =>
      importTable(database, (await openMappedTable(mapping, path)).on(database), { by: 'test' });
    const { rejected } = await importIt();
    expect(rejected.shown).toEqual([]);
    expect((await importIt()).recorded!.written).toBe(false);
  }
  const tenures = `MATCH (o)<-[:HELD_BY]-(t:Tenure)-[:OF_POST]->(p) RETURN o.key, p.key, t.status, t.startEdtf, t.endEdtf`;
  expect(await queryGraph(database, tenures)).toEqual([['official:kalm', 'post:mod', 'ENDED', '2024-05', null]]);
});
