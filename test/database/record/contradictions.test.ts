import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Database } from '../../../src/graph/database.ts';
import { verify } from '../../../src/record/integrity/verify.ts';
import {
  type Block,
  freshDatabase,
  queryGraph,
  recordBlocks,
  stateOf,
  snapshotFacts,
} from '../../support/recording.ts';
import { groups } from './contradictions/groups.ts';
import { meetings } from './contradictions/meetings.ts';
import { people } from './contradictions/people.ts';
import { words } from './contradictions/words.ts';
import { bare, common, spoken, worldOf } from './contradictions/world.ts';

const cases = [...meetings, ...people, ...groups, ...words];

/** The sources of all cases in rounds: each data set of a round comes before all of the next. */
const worlds = cases.map((_, index) => worldOf(`t${index + 1}`));
const rounds: { key: string; block: Block }[][] = [
  [{ key: 'common', block: common }, ...worlds.map((world) => ({ key: world.id, block: bare(world) }))],
];
cases.forEach(({ sources }, index) => {
  const all = sources(worlds[index]!);
  // Who points at a claim of another source has to know it: such sources come together.
  const together = all.some(({ claims }) => claims?.some(({ relations }) => relations !== undefined));
  all.forEach((words, number) => {
    const block = spoken(worlds[index]!, number + 1, words);
    (rounds[together ? 1 : number + 1] ??= []).push({ key: `${worlds[index]!.id}/${number + 1}`, block });
  });
});

async function importRounds(database: Database, order: readonly number[][]): Promise<void> {
  for (const numbers of order) {
    const sets = numbers.flatMap((number) => rounds[number]!);
    const recorded = await recordBlocks(
      database,
      sets.map(({ block }) => block),
      { dataSets: sets.map(({ key }) => ({ key, title: key })) },
    );
    expect(recorded).toMatchObject({ problems: [], written: true });
  }
}

let database: Database;
let conflicts: string[][];
let facts: string;
beforeAll(async () => {
  database = await freshDatabase();
  await importRounds(database, [[0], [1], [2], [3]]);
  facts = await snapshotFacts(database);
  const source = '[(c)-[:EVIDENCE]->(d) | d.title][0]';
  conflicts = (
    await queryGraph(
      database,
      `MATCH (x:Conflict) RETURN x.slot, x.rule, [(x)-[:FOLLOWS]->(c) | ${source}][0],
       COLLECT { MATCH (x)-[a:AMONG]->(c) RETURN ${source} ORDER BY a.order } ORDER BY x.slot`,
    )
  ).map(([slot, rule, follows, among]) => {
    const number = (title: string) => title.slice(title.indexOf('/') + 1);
    const winner = follows === null ? 'nothing' : `${number(follows as string)} by ${rule as string}`;
    const titles = among as string[];
    return [titles[0]!.split('/')[0]!, `${slot as string}: ${winner} among ${titles.map(number).join(' ')}`];
  });
});

describe.each(cases.map((each, index) => ({ ...each, world: worlds[index]! })))('$name', (each) => {
  const { world } = each;
  test('each contradiction is listed once, and compatible claims are not', () => {
    const found = conflicts.filter(([id]) => id === world.id).map(([, line]) => line);
    expect(found).toEqual(each.conflicts(world));
  });

  const shown = Object.entries(each.shows?.(world) ?? {});
  if (shown.length === 0) return;
  test('facts follow the expected claim by the expected rule', async () => {
    for (const [key, values] of shown) {
      const state = (await stateOf(database, key)) ?? {};
      for (const [name, value] of Object.entries(values)) expect([key, name, state[name]]).toEqual([key, name, value]);
    }
  });
});

describe('the result does not depend on the order of imports', () => {
  test.each([[[[0], [3], [2], [1]]], [[[0], [2], [1], [3]]], [[[0, 1, 2, 3]]]])('%j', async (order) => {
    await freshDatabase();
    await importRounds(database, order);

    expect(await snapshotFacts(database)).toBe(facts);
    expect(await verify(database)).toEqual([]);
  });
});
