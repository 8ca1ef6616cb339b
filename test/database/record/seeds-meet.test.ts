import { globSync } from 'node:fs';
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { importFiles } from '../../../src/dataset/import.ts';
import { type Database } from '../../../src/graph/database.ts';
import { type Engine, createEngine } from '../../../src/query/engine.ts';
import { dataOf, schema } from '../../support/query.ts';
import { emptyGraph, testDatabase } from '../../support/database.ts';
import { snapshotFacts } from '../../support/recording.ts';

jest.setTimeout(300_000);

const files = globSync('seed/**/*.yaml');
const seed = (name: string) => files.find((file) => file.endsWith(`${name}.yaml`))!;
/** Each refers to things of those before it; only the last two could change places. */
const record = ['reference', 'office-holders', 'udcg-history', 'attendance', 'meetings'];

let database: Database;
let engine: Engine;
beforeAll(async () => {
  database = await testDatabase();
  engine = createEngine({ schema, database });
});

/**
 * Imports the seeds call by call, and gives what they come to. A fact that two data sets name differently bears the key by
 * which it came first, and sentences that are made call things as they were called then: neither is part of it.
 */
async function factsAfter(...calls: string[][]): Promise<string[]> {
  await emptyGraph(database);
  for (const names of calls) {
    const { problems } = await importFiles(database, names.map(seed), { by: 'test' });
    expect(problems).toEqual([]);
  }
  const facts = await database.read((tx) =>
    tx.rows(`MATCH (f:Fact)-[:OF_ACTOR|HELD_BY|OF_MEMBER]->(a), (f)-[:IN_EVENT|OF_POST|IN_ORGANIZATION]->(b)
      RETURN f.key, a.key + ' ' + b.key + coalesce(' ' + f.role, '') + coalesce(' ' + f.startEdtf, '')`),
  );
  const names = new Map(facts as [string, string][]);
  const lines = (await snapshotFacts(database, { sentences: false })).split('\n').map((line) => {
    const row = JSON.parse(line) as unknown[];
    return JSON.stringify(row, (_, part: unknown) => renamed(part, names));
  });
  return lines.sort();
}

/**
 * The part with facts called by what they join, also within a state, which is JSON in turn. Lists in it are in the order of
 * keys, so they are ordered again.
 */
function renamed(part: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof part !== 'string') return part;
  if (!part.startsWith('{')) return renamedKey(part, names);
  return JSON.stringify(JSON.parse(part), (_, inner: unknown) =>
    Array.isArray(inner) ? inner.map((each: unknown) => renamedIn(each, names)).sort() : renamed(inner, names),
  );
}

/** A key, that of a slot (`part:x|status`), or that of a claim, which is made of the key of its fact (`claim:x/page`). */
const renamedKey = (key: string, names: ReadonlyMap<string, string>) =>
  key
    .replace(/^[^|]+/, (fact) => names.get(fact) ?? fact)
    .replace(/^claim:([^/|]+)/, (claim, fact: string) => names.get(`part:${fact}`) ?? claim);

/** An item of a list as text, to order by. */
const renamedIn = (item: unknown, names: ReadonlyMap<string, string>) =>
  JSON.stringify(item, (_, inner: unknown) => renamed(inner, names));

describe('the article, the history of the contact group and the pages about its meetings and others', () => {
  let facts: string[];
  beforeAll(async () => {
    facts = await factsAfter(['article'], ...record.map((name) => [name]));
  });

  test('describe the same meeting: it was held, Healey alone chaired it, and the claims of his invitation are kept', async () => {
    const { meeting } = await dataOf<{ meeting: { chairs: { actor: { key: string }; claims: unknown[] }[] } }>(
      engine,
      `{ meeting(ref: "meeting:udcg-26") { status standing
         chairs { actor { key } status standing claims { key status relations { type claim { key } } } } } }`,
    );
    const chair = (key: string) => meeting.chairs.find(({ actor }) => actor.key === key);

    expect(meeting).toMatchObject({ status: 'HELD', standing: 'ESTABLISHED' });
    expect(chair('official:john-healey')).toMatchObject({ status: 'ATTENDED', standing: 'ESTABLISHED' });
    expect(chair('official:john-healey')!.claims).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ key: 'udcg-26', status: 'OCCURRED' }),
        expect.objectContaining({ key: 'c041', status: 'ALLEGED' }),
      ]),
    );
    expect(meeting.chairs).toHaveLength(1);
    const { claim } = await dataOf<{ claim: unknown }>(
      engine,
      '{ claim(ref: "udcg-26") { relations { type claim { key } } } }',
    );
    expect(claim).toMatchObject({
      relations: expect.arrayContaining([{ type: 'CONFIRMS_OUTCOME', claim: { key: 'c005' } }]) as unknown,
    });
  });

  test('confirm every plan for that meeting; that of the country to chair by its minister, to convene by the meeting', async () => {
    const { plans, meeting } = await dataOf<{
      plans: { nodes: { outcome: string; plan: { key: string } }[] };
      meeting: unknown;
    }>(
      engine,
      `{ plans(filter: { about: "meeting:udcg-26" }, first: 100) { nodes { outcome plan { key } } }
         meeting(ref: "meeting:udcg-26") { conveners { actor { key } status actedBy { key } }
           participations(filter: { actors: ["country:GB"], roles: [CHAIR] }) {
             nodes { status actedBy { actor { key } status } } counts(by: []) { count } } } }`,
    );
    const ofTheArticle = plans.nodes.map(({ plan }) => plan.key).filter((key) => /^c\d+$/.test(key ?? ''));
    expect(ofTheArticle.sort()).toEqual(['c001', 'c005', 'c007', 'c008', 'c009', 'c042', 'c047']);
    expect(plans.nodes.length).toBeGreaterThan(ofTheArticle.length);
    expect(new Set(plans.nodes.map(({ outcome }) => outcome))).toEqual(new Set(['CONFIRMED']));
    expect(meeting).toEqual({
      conveners: [{ actor: { key: 'country:GB' }, status: 'PLANNED', actedBy: [] }],
      participations: {
        nodes: [{ status: 'PLANNED', actedBy: [{ actor: { key: 'official:john-healey' }, status: 'ATTENDED' }] }],
        counts: [{ count: 0 }],
      },
    });
  });

  test('have exactly the expected conflicts', async () => {
    const conflicts = await database.read((tx) => tx.rows('MATCH (x:Conflict) RETURN x.slot, x.rule ORDER BY x.slot'));
    expect(conflicts.map(([slot, rule]) => `${slot as string} ${String(rule)}`)).toEqual([
      'country:GB|CHAIRS null',
      'country:GB|CONSULTED null',
      'country:GB|LEADS null',
      // Numbers and days, as pages differ.
      'meeting:cotw-defence-ministers-2025-04-10|attendance MORE_RELIABLE_DOCUMENT',
      'meeting:quad-defence-2025-05-31|time MORE_SOURCES',
      'meeting:udcg-16|attendance null',
      'meeting:udcg-27|attendance NEARER_SOURCE',
      'meeting:udcg-32|time OUTCOME_BEFORE_PLAN',
      // Ill, or there after all; in Brussels, or by video; announced, and then not.
      'part:udcg-1-jens-stoltenberg-attendee|status MORE_RELIABLE_DOCUMENT',
      'part:udcg-19-kyrylo-budanov-attendee|mode MORE_SOURCES',
      'part:udcg-19-oleksandr-syrskyi-attendee|mode MORE_SOURCES',
      'part:udcg-19-rustem-umerov-attendee|mode MORE_SOURCES',
      'part:udcg-leaders-2024-10-12-chair|status OUTCOME_BEFORE_PLAN',
      'part:udcg19-austin-chair|mode OUTCOME_BEFORE_PLAN',
      'part:udcg27-hegseth-attendee|status OUTCOME_BEFORE_PLAN',
      'tenure:dan-caine-us-cjcs-2025|start MORE_RELIABLE_DOCUMENT',
      'tenure:mario-banozic-hr-defence-minister-2020|end null',
    ]);
  });

  test('give the same facts, conflicts and relations in one call, in reverse order, with the article imported last', async () => {
    expect(await factsAfter([...record].reverse(), ['article'])).toEqual(facts);
  });
});
