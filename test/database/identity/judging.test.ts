import { beforeAll, expect, test } from '@jest/globals';
import { type Database } from '../../../src/graph/database.ts';
import { type IdentityVerdict, judgeIdentityOperation } from '../../../src/record/identity/judge.ts';
import { verify } from '../../../src/record/integrity/verify.ts';
import { runOperation } from '../../support/run-operation.ts';
import { freshDatabase, queryGraph, recordBlocks, stateOf } from '../../support/recording.ts';
import { base } from './fixtures.ts';

let database: Database;
beforeAll(async () => {
  database = await freshDatabase();
  await recordBlocks(database, [base]);
}, 240_000);

const judge = (a: string, b: string, verdict: IdentityVerdict, reason = 'Two men.') =>
  runOperation(database, judgeIdentityOperation({ a, b, verdict }), { reason });

const judgements = (label: string) =>
  queryGraph(
    database,
    `MATCH (j:${label}) RETURN j.verdict, j.by, j.reason, COLLECT { MATCH (j)-[:BETWEEN]->(t) RETURN t.key ORDER BY t.key }`,
  );

test('a judgement applies to both entities, in whichever order they are given, until a later one replaces it', async () => {
  const both = ['official:o1', 'official:o2'];
  expect(await judge('official:o1', 'official:o2', 'DIFFERENT')).toEqual({ problems: [], thing: 'official:o1' });
  expect(await judgements('Judgement')).toEqual([['DIFFERENT', 'anna', 'Two men.', both]]);
  expect(await stateOf(database, 'official:o2')).toMatchObject({ judgements: { 'official:o1': 'DIFFERENT' } });

  await judge('official:o2', 'official:o1', 'SAME', 'One man after all.');
  expect(await judgements('Judgement')).toEqual([['SAME', 'anna', 'One man after all.', both]]);
  expect(await judgements('FormerJudgement')).toEqual([['DIFFERENT', 'anna', 'Two men.', both]]);
  expect(await stateOf(database, 'official:o1')).toMatchObject({ judgements: { 'official:o2': 'SAME' } });
  expect(await queryGraph(database, 'MATCH (t:Official) RETURN count(t)')).toEqual([[4]]);
  expect(await verify(database)).toEqual([]);
});

test('repeating a judgement changes nothing', async () => {
  await judge('official:o3', 'official:o4', 'UNSURE');
  const version = await database.version(true);
  await judge('official:o4', 'official:o3', 'UNSURE');
  expect(await database.version(true)).toBe(version);
});

test('only two different entities of one type can be judged', async () => {
  expect((await judge('official:o1', 'official:o1', 'SAME')).problems).toMatchObject([{ code: 'INVALID' }]);
  expect((await judge('official:o1', 'country:c1', 'DIFFERENT')).problems).toMatchObject([
    { code: 'INVALID', message: expect.stringContaining('official:o1 is an official, country:c1 is a country') },
  ]);
});
