import { globSync } from 'node:fs';
import { beforeAll, expect, test } from '@jest/globals';
import { importFiles } from '../../src/dataset/import.ts';
import { type Database } from '../../src/graph/database.ts';
import { emptyGraph, testDatabase } from '../support/database.ts';

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
  await emptyGraph(database);
  const { problems } = await importFiles(database, ['seed/article.yaml', ...globSync('seed/prepared/*.yaml')], {
    by: 'test',
  });
  expect(problems).toEqual([]);
}, 120_000);

const rows = (cypher: string) => database.read((tx) => tx.rows(cypher));

test('the contact group has met thirty-three times, in order', async () => {
  const ordinals = await rows(
    `MATCH (m:Meeting {status: 'HELD'})-[:OF_BODY]->(:Organization {key: 'org:udcg'}) RETURN m.ordinal ORDER BY m.sortTime`,
  );
  expect(ordinals.flat()).toEqual(Array.from({ length: 33 }, (_, index) => index + 1));
});

test('what was announced and did not happen is not held', async () => {
  expect(
    await rows(`MATCH (m:Meeting)-[:OF_BODY]->(:Organization {key: 'org:udcg'}) WHERE m.status <> 'HELD'
      RETURN m.key, m.status ORDER BY m.key`),
  ).toEqual([
    ['meeting:udcg-leaders-2024-10-12', 'CANCELLED'],
    ['meeting:udcg-leaders-2024-11', 'SCHEDULED'],
  ]);
  const [[previous]] = (await rows(`MATCH (m:Meeting {key: 'meeting:udcg-32'}) RETURN m.previousTimes`)) as [
    [string[]],
  ];
  expect(previous.map((time) => (JSON.parse(time) as { edtf: string }).edtf)).toEqual(['2025-12-03']);
});

test('the article and the history speak of one meeting: the outcome is shown, the plan stays below it', async () => {
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

test.each([
  ['2025-02-12', 32],
  ['2023-06-01', 31],
  ['2022-01-01', 30],
])('on %s NATO has %d members', async (day, members) => {
  const found = await rows(`MATCH (m:Membership)-[:IN_ORGANIZATION]->(:Organization {key: 'org:nato'})
    WHERE m.possibleFrom <= '${day}' AND m.possibleUntil >= '${day}' RETURN count(m)`);
  expect(found).toEqual([[members]]);
});

test('who held the British posts in February 2025, and how surely', async () => {
  expect(
    await rows(`MATCH (t:Tenure)-[:OF_POST]->(p)-[:POST_OF]->(:Country {key: 'country:GB'})
      WHERE t.possibleFrom <= '2025-02-08' AND t.possibleUntil >= '2025-02-08'
      RETURN p.key, t.key, t.certainFrom <= '2025-02-08' AND t.certainUntil >= '2025-02-08' ORDER BY p.key`),
  ).toEqual([
    ['post:gb-defence-secretary', 'tenure:healey-defence-secretary', true],
    ['post:gb-foreign-secretary', 'tenure:lammy-foreign-secretary', true],
    ['post:gb-monarch', 'tenure:charles-iii-gb-monarch-2022', false],
    ['post:gb-prime-minister', 'tenure:keir-starmer-gb-prime-minister-2024', true],
  ]);
});
