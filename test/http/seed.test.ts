import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { readTable } from '../../seed/generate/csv.ts';
import { importSeed } from '../../src/cli/startup/seed.ts';
import { type Database } from '../../src/graph/database.ts';
import { serve, testApi, type TestServer } from '../support/http.ts';
import { newlySeededDatabase } from '../support/seed.ts';

/** What the data sets of the seed say together, asked over HTTP where the API has it. */
let database: Database;
let server: TestServer;
const told: string[] = [];
beforeAll(async () => {
  database = await newlySeededDatabase((line) => told.push(line));
  server = await serve({ api: await testApi() });
}, 120_000);

const rows = (cypher: string) => database.read((tx) => tx.rows(cypher));
async function ask<T>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
  const { body } = await server.ask(query, variables);
  expect(body.errors).toBeUndefined();
  return body.data as T;
}

test('the seed goes in once, and says what it does', async () => {
  expect(told[0]).toBe('Importing the seed data ...');
  expect(told.length).toBeGreaterThan(2);
  expect((await rows('MATCH (d:DataSet) RETURN d.key ORDER BY d.key')).flat()).toEqual([
    'article',
    'attendance',
    'meetings',
    'office-holders',
    'reference',
    'udcg-history',
  ]);
  const again: string[] = [];
  await importSeed(database, (line) => again.push(line));
  expect(again).toEqual([]);
});

test('every claim is told in words: no key, no raw time, nothing left open', async () => {
  const texts = (await rows('MATCH (c:Claim) WHERE c.live RETURN c.text ORDER BY c.text')).flat() as string[];
  expect(texts.length).toBeGreaterThan(600);
  expect(texts.filter((text) => /undefined|\b[a-z]+:\S|\d{4}-\d\d|_[A-Z]|[A-Z]_/.test(text))).toEqual([]);
});

test("the README's first question", async () => {
  const readme = readFileSync('README.md', 'utf8');
  const [, question, answer] = /```graphql\n(.*?)```.*?```json\n(.*?)```/s.exec(readme)!;
  expect(await ask(question!)).toEqual(JSON.parse(answer!));
});

test('the seed says what is in it, by body and year', async () => {
  type Counts = { counts: { values: (string | null)[]; entities: ({ name: string } | null)[]; count: number }[] };
  const { held, presences } = await ask<{ held: Counts; presences: Counts }>(`{
    held: meetings(filter: { statuses: [HELD] }) { counts(by: [BODY, YEAR]) { values entities { name(lang: ["en"]) } count } }
    presences: participations(filter: { statuses: [ATTENDED], includeInferred: false }) {
      counts(by: [BODY, YEAR], of: PRESENCES) { values entities { name(lang: ["en"]) } count }
    }
  }`);
  const years = ['2022', '2023', '2024', '2025', '2026'];
  const bodies = Map.groupBy(held.counts, ({ entities: [body] }) => body?.name ?? 'no body: visits, talks and calls');
  const lines = [...bodies].map(([name, rows]) => {
    const cells = years.map((year) => {
      const row = rows.find(({ values }) => values[1] === year);
      const there = presences.counts.find(({ values }) => values[0] === rows[0]!.values[0] && values[1] === year);
      return row ? `${row.count}, ${there?.count ?? 0}` : '';
    });
    return ['', name, ...cells, ''].join('|');
  });
  const readme = readFileSync('seed/README.md', 'utf8')
    .split('\n')
    .map((line) => line.replace(/ *\| */g, '|'));
  expect(lines.filter((line) => !readme.includes(line))).toEqual([]);
});

describe('countries, bodies and places are found by what people call them', () => {
  test.each([
    ...[
      ['USA', 'US'],
      ['UK', 'GB'],
      ['US', 'US'],
      ['Turkey', 'TR'],
      ['Czech Republic', 'CZ'],
      ['Holy See', 'VA'],
    ],
    ...[
      ['Россия', 'RU'],
      ['中国', 'CN'],
      ['United States of America', 'US'],
      ['Republic of Korea', 'KR'],
    ],
    ...[
      ['乌克兰人', 'UA'],
      ['Косово', 'XK'],
      ['ФРН', 'DE'],
      ['Polska', 'PL'],
      ['Niger', 'NE'],
      ['British', 'GB'],
    ],
  ] as [string, string][])('%s: country:%s', async (text, country) => {
    const found = await ask<{ countries: { nodes: { key: string }[] } }>(
      'query ($text: String!) { countries(text: $text) { nodes { key } } }',
      { text },
    );
    expect(found.countries.nodes.map(({ key }) => key)).toContain(`country:${country}`);
    expect(await firstFound(text)).toBe(`country:${country}`);
  });

  test.each([
    ['Pentagon', 'org:us-dod'],
    ['MSC', 'org:munich-security-conference'],
    ['Мюнхенська конференція з безпеки', 'org:munich-security-conference'],
    ['Ramstein format', 'org:udcg'],
    ['формат Рамштайн', 'org:udcg'],
    ['Рамштайн', 'place:ramstein-air-base'],
    ['北约', 'org:nato'],
    ['ЄС', 'org:eu'],
    ['Kiev', 'place:kyiv'],
    ['Ukraine Defence Contact Group', 'org:udcg'],
    ['五角大楼', 'org:us-dod'],
    ['五角大楼建筑', 'place:pentagon'],
    ['五角大廈建築', 'place:pentagon'],
    ['UDCG 26', 'meeting:udcg-26'],
    ['UDCG 2', 'meeting:udcg-2'],
    ['Ramstein 26', 'meeting:udcg-26'],
    ['Рамштайн-26', 'meeting:udcg-26'],
    ['Рамштайн 3', 'meeting:udcg-3'],
    ['MSC 2025', 'meeting:msc-2025'],
    ['MSC 2022', 'meeting:msc-2022'],
  ])('%s: %s', async (text, key) => expect(await firstFound(text)).toBe(key));

  test('a meeting is shown by its usual name, not by one under which people look for it', async () => {
    const { entities } = await ask<{ entities: { nodes: object[] } }>(`{
      entities(refs: ["meeting:msc-2025", "meeting:udcg-3"]) { nodes { name en: name(lang: ["en"]) uk: name(lang: ["uk"]) } }
    }`);
    const [group, munich] = ['3rd meeting of the Ukraine Defense Contact Group', 'Munich Security Conference 2025'];
    expect(entities.nodes).toEqual([
      { name: munich, en: munich, uk: munich },
      { name: group, en: group, uk: '3-тє засідання Контактної групи з питань оборони України' },
    ]);
  });

  test('the usual name of every country is shown in each of nine languages', async () => {
    const usual = readTable('country-names').filter(({ kind }) => kind === 'COMMON');
    for (const lang of ['fr', 'es', 'ru', 'ar', 'zh-Hans', 'zh-Hant', 'de', 'uk']) {
      const expected = usual
        .filter((name) => name.lang === lang)
        .map(({ country, value }) => [`country:${country}`, value!]);
      const seen: [string, string][] = [];
      for (let start = 0; start < expected.length; start += 100) {
        const { entities } = await ask<{ entities: { nodes: { key: string; name: string }[] } }>(
          'query ($refs: [Ref!], $lang: [String!]) { entities(refs: $refs, first: 100) { nodes { key name(lang: $lang) } } }',
          { refs: expected.slice(start, start + 100).map(([key]) => key), lang: [lang] },
        );
        seen.push(...entities.nodes.map(({ key, name }): [string, string] => [key, name]));
      }
      expect(new Map(seen)).toEqual(new Map(expected as [string, string][]));
    }
  });

  async function firstFound(text: string): Promise<string | undefined> {
    const query = 'query ($text: String!) { search(text: $text, first: 1) { nodes { key } } }';
    return (await ask<{ search: { nodes: { key: string }[] } }>(query, { text })).search.nodes[0]?.key;
  }
});

describe('the contact group', () => {
  test('has met thirty-three times, in order, each meeting with its chairs', async () => {
    interface Held {
      organization: {
        meetings: {
          totalCount: number;
          nodes: { ordinal: number; time: { edtf: string }; chairs: { actor: { key: string } }[] }[];
        };
      };
    }
    const { organization } = await ask<Held>(`{
      organization(ref: "org:udcg") {
        meetings(filter: { statuses: [HELD] }, first: 50, orderBy: { field: ORDINAL, direction: ASC }) {
          totalCount
          nodes { ordinal time { edtf } chairs { actor { key } } }
        }
      }
    }`);
    const { totalCount, nodes } = organization.meetings;
    expect(totalCount).toBe(33);
    expect(nodes.map(({ ordinal }) => ordinal)).toEqual(Array.from({ length: 33 }, (_, index) => index + 1));
    const days = nodes.map(({ time }) => time.edtf);
    expect(days).toEqual([...days].sort());
    expect([days[0], days[32]]).toEqual(['2022-04-26', '2026-02-12']);
    const chairs = nodes.map((meeting) => meeting.chairs.map(({ actor }) => actor.key).sort());
    for (const [index, keys] of chairs.entries()) {
      if (index < 25) expect(keys).toContain('official:lloyd-austin');
      else expect(keys).toContain('official:john-healey');
      if (index > 25) expect(keys).toContain('official:boris-pistorius');
    }
  });

  test('announced three meetings that were not held; the last was moved, and the one held in its place says so', async () => {
    expect(
      await rows(`MATCH (m:Meeting)-[:OF_BODY]->(:Organization {key: 'org:udcg'}) WHERE m.status <> 'HELD'
        RETURN m.key, m.status, m.timeEdtf ORDER BY m.sortTime`),
    ).toEqual([
      ['meeting:udcg-leaders-2024-10-12', 'CANCELLED', '2024-10-12'],
      ['meeting:udcg-leaders-2024-11', 'SCHEDULED', '2024-11'],
      ['meeting:udcg-2025-12-03-announced', 'RESCHEDULED', '2025-12-03'],
    ]);
    expect(await ask('{ meeting(ref: "meeting:udcg-32") { status time { edtf } previousTimes { edtf } } }')).toEqual({
      meeting: { status: 'HELD', time: { edtf: '2025-12-16' }, previousTimes: [{ edtf: '2025-12-03' }] },
    });
  });

  test('is one to the article and the history: the outcome is shown, the plan stays below it', async () => {
    expect(
      await rows(`MATCH (a)<-[:OF_ACTOR]-(p:Participation {role: 'CHAIR'})-[:IN_EVENT]->(m {key: 'meeting:udcg-26'})
        RETURN m.status, a.key, p.status, p.standing, [(p)<-[:SUPPORTS]-(c) | c.key + ' ' + c.modality] ORDER BY a.key`),
    ).toEqual([
      ['HELD', 'country:GB', 'PLANNED', 'ESTABLISHED', expect.arrayContaining(['c001 PLANNED', 'c007 PLANNED'])],
      [
        'HELD',
        'official:john-healey',
        'ATTENDED',
        'ESTABLISHED',
        expect.arrayContaining(['c041 OCCURRED', 'udcg-26 OCCURRED']),
      ],
    ]);
  });
});

test.each([
  ['2025-02-12', 32],
  ['2023-06-01', 31],
  ['2022-01-01', 30],
])('on %s NATO has %d members', async (on, count) => {
  const { organization } = await ask<{ organization: { members: unknown[] } }>(
    'query ($on: Date) { organization(ref: "org:nato") { members(on: $on) { member { key } } } }',
    { on },
  );
  expect(organization.members).toHaveLength(count);
});

test('who held the British posts in February 2025, and how surely', async () => {
  const { officeHolders } = await ask<{ officeHolders: { post: { key: string } }[] }>(`{
    officeHolders(on: "2025-02-08", country: "country:GB") { post { key } official { key } certainty(on: "2025-02-08") }
  }`);
  expect(officeHolders.sort((a, b) => (a.post.key < b.post.key ? -1 : 1))).toEqual([
    { post: { key: 'post:gb-defence-secretary' }, official: { key: 'official:john-healey' }, certainty: 'CERTAIN' },
    { post: { key: 'post:gb-foreign-secretary' }, official: { key: 'official:david-lammy' }, certainty: 'CERTAIN' },
    { post: { key: 'post:gb-monarch' }, official: { key: 'official:charles-iii' }, certainty: 'CERTAIN' },
    { post: { key: 'post:gb-prime-minister' }, official: { key: 'official:keir-starmer' }, certainty: 'CERTAIN' },
  ]);
});

test.each([
  '2021-06-01',
  '2022-04-26',
  '2022-10-12',
  '2023-09-19',
  '2024-09-06',
  '2025-02-12',
  '2025-11-01',
  '2026-03-01',
  '2026-11-30',
])('on %s each post has one holder, more or less surely', async (on) => {
  const { officeHolders } = await ask<{ officeHolders: { post: { key: string }; certainty: string }[] }>(
    'query ($on: Date!) { officeHolders(on: $on) { post { key } certainty(on: $on) } }',
    { on },
  );
  expect(officeHolders.length).toBeGreaterThan(70);
  expect(new Set(officeHolders.map(({ post }) => post.key)).size).toBe(officeHolders.length);
  expect(officeHolders.filter(({ certainty }) => certainty === 'UNKNOWN')).toEqual([]);
});

test.each(['Zelenskyy', 'Зеленський', 'Зеленский', '澤倫斯基'])('%s finds Volodymyr Zelenskyy first', async (text) => {
  expect(await ask('query ($text: String!) { search(text: $text, first: 1) { nodes { key } } }', { text })).toEqual({
    search: { nodes: [{ key: 'official:volodymyr-zelenskyy' }] },
  });
});

test.each([
  ['泽连斯基', 'official:volodymyr-zelenskyy'],
  ['特朗普', 'official:donald-trump'],
  ['川普', 'official:donald-trump'],
  ['普京', 'official:vladimir-putin'],
  ['普丁', 'official:vladimir-putin'],
  ['弗拉基米尔·普京', 'official:vladimir-putin'],
  ['斯托尔滕贝格', 'official:jens-stoltenberg'],
  ['史托騰伯格', 'official:jens-stoltenberg'],
  ['万斯', 'official:jd-vance'],
  ['习近平', 'official:xi-jinping'],
  ['小泉進次郎', 'official:shinjiro-koizumi'],
  ['이재명', 'official:lee-jae-myung'],
  ['Сергей Лавров', 'official:sergey-lavrov'],
  ['محمد بن سلمان', 'official:mohammed-bin-salman'],
])('%s finds %s first', async (text, key) => {
  expect(await ask('query ($text: String!) { search(text: $text, first: 1) { nodes { key } } }', { text })).toEqual({
    search: { nodes: [{ key }] },
  });
});

test('the names of officials in other scripts are shown to those who read them, and to no others', async () => {
  expect(
    await ask(`{ official(ref: "official:wang-yi") {
      anyone: name mainland: name(lang: ["zh-Hans"]) taiwan: name(lang: ["zh-Hant"]) } }`),
  ).toEqual({ official: { anyone: 'Wang Yi', mainland: '王毅', taiwan: '王毅' } });
  expect(
    await ask(`{ official(ref: "official:donald-trump") {
      anyone: name mainland: name(lang: ["zh-Hans"]) taiwan: name(lang: ["zh-Hant-TW"]) } }`),
  ).toEqual({ official: { anyone: 'Donald Trump', mainland: '特朗普', taiwan: '川普' } });
});

test('countries have their names in English, Traditional Chinese and Ukrainian', async () => {
  expect(
    await ask(
      '{ country(ref: "country:DE") { english: name(lang: ["en"]) chinese: name(lang: ["zh-Hant"]) ukrainian: name(lang: ["uk"]) } }',
    ),
  ).toEqual({ country: { english: 'Germany', chinese: '德國', ukrainian: 'Німеччина' } });
  expect(
    await rows(`MATCH (c:Country)-[:IDENTIFIED_BY]->(:ExternalId {scheme: 'ISO3166_1_ALPHA2'})
      WHERE NOT all(lang IN ['en', 'zh-Hant', 'uk'] WHERE lang IN c.nameLangs) RETURN c.key`),
  ).toEqual([]);
});

describe('what no page confirms', () => {
  test('is told by a document of its own, names in other scripts among it', async () => {
    expect(
      await rows(`MATCH (:Document {key: 'doc:general-knowledge'})-[d:DESCRIBES]->(o:Official {key: 'official:rustem-umerov'})
        RETURN d.values`),
    ).toEqual([[expect.stringContaining('Рустем Умєров')]]);
    expect(
      await rows(`MATCH (d:Document)-[described:DESCRIBES]->(o:Official)
        WHERE NOT d.key IN ['doc:general-knowledge', 'doc:rigour-person-names'] AND described.dataSet = 'office-holders'
          AND (described.values CONTAINS '"uk"' OR described.values CONTAINS 'zh-Hant') RETURN o.key`),
    ).toEqual([]);
  });

  test('is the least reliable there is, and low in confidence', async () => {
    const { document, claims } = await ask<{
      document: { reliability: string; note: string };
      claims: { totalCount: number; nodes: { confidence: number }[] };
    }>(`{
      document(ref: "doc:general-knowledge") { reliability note }
      claims(filter: { document: "doc:general-knowledge" }, first: 100) { totalCount nodes { confidence } }
    }`);
    expect(document).toEqual({ reliability: 'UNKNOWN', note: expect.stringContaining('Unverified') });
    expect(claims.totalCount).toBeGreaterThan(80);
    expect(new Set(claims.nodes.map(({ confidence }) => confidence))).toEqual(new Set([30]));
  });
});
