import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, jest, test } from '@jest/globals';
import { articleGraph } from '../../support/article.ts';
import { indexesIn, planner } from '../../support/explain.ts';
import { statementsFor } from '../../support/query.ts';

// A database that plans each statement for the first time takes its time on a busy machine.
jest.setTimeout(180_000);

const ROOT = join(import.meta.dirname, '../../..');
const textOf = (file: string) => readFileSync(join(ROOT, file), 'utf8');

/** Pages in the orders of which no golden operation has one, and totals of few among many. */
const OPERATIONS = [
  '{ documents(first: 2) { nodes { key } } organizations(first: 2) { nodes { key } } possibleDuplicates(first: 2) { nodes { score } } }',
  '{ meetings(first: 2, orderBy: {field: NAME}) { nodes { key } } byOrdinal: meetings(first: 2, orderBy: {field: ORDINAL}) { nodes { key } } }',
  '{ participations(first: 2, orderBy: {field: NAME}) { nodes { key } } byLevel: participations(first: 2, orderBy: {field: LEVEL}) { nodes { key } } }',
  '{ meetings(filter: {kinds: [PHONE_CALL]}) { totalCount } cancelled: meetings(filter: {statuses: [CANCELLED]}) { totalCount } }',
  '{ meetings(filter: {time: {to: "2025-01-31"}}) { totalCount } later: meetings(filter: {time: {from: "2025-01-31"}}) { totalCount } }',
  '{ organizations(kinds: [COALITION]) { totalCount } }',
  '{ participations(filter: {roles: [CHAIR]}) { totalCount } some: participations(filter: {statuses: [DECLINED]}) { totalCount } }',
  '{ participations(filter: {levels: [AMBASSADOR]}) { totalCount } }',
  '{ claims(filter: {types: [CHAIRS]}) { totalCount } some: claims(filter: {statuses: [EXPECTED]}) { totalCount } }',
  '{ claims(filter: {attributionKinds: [ANONYMOUS]}) { totalCount } }',
  '{ posts(filter: {levels: [MINISTER]}) { totalCount } byPortfolio: posts(filter: {portfolio: DEFENCE}) { totalCount } }',
  '{ statements(filter: {acts: [COMMIT]}) { totalCount } byStance: statements(filter: {stances: [POSITIVE]}) { totalCount } }',
  '{ events(time: {from: "2025-01-31"}, first: 2) { nodes { key } } participations(filter: {time: {from: "2025-01-31"}}, first: 2) { nodes { key } } }',
  '{ statements(filter: {time: {to: "2025-01-31"}}) { totalCount } later: statements(filter: {time: {from: "2025-01-31"}}) { totalCount } }',
];

/** What takes the others, none of them named by a hint. */
const TAKEN_OTHERWISE: Readonly<Record<string, string>> = {
  'Fact(slot)': 'facts that rows of the input may mean: src/record/resolve/lookups.ts',
  'Revision(by, sortSequence)': 'the changes of one caller, where there are several: src/query/model/changes.ts',
  'Revision(at)': 'the last write before an instant: src/query/as-of/graph/load.ts',
  'Revision(sequence)':
    'what the last writes changed: src/query/counts/changed-since.ts, and a mutation: src/query/model/mutation-root.ts',
  'Tombstone(address)': 'documents that were merged, by their addresses: src/record/resolve/lookups.ts',
  'Tombstone(url)': 'the same',
};

const plans = planner();
afterAll(() => plans.close());

test('each index is taken: by an operation, by a statement that names it, or to keep something unique', async () => {
  const database = await articleGraph();
  // Plans go by samples of the indexes, which the database takes when it has time.
  await database.read((tx) => tx.rows('CALL db.prepareForReplanning(60)'));
  const stored = await database.read((tx) =>
    tx.run<{ name: string; isUnique: boolean }>(
      `SHOW INDEXES YIELD name, type, labelsOrTypes, properties, owningConstraint WHERE type <> 'LOOKUP'
       RETURN CASE type WHEN 'FULLTEXT' THEN name ELSE labelsOrTypes[0] + reduce(s = '(' + properties[0], p IN tail(properties) | s + ', ' + p) + ')' END AS name,
         owningConstraint IS NOT NULL AS isUnique`,
    ),
  );
  const taken = new Set(stored.flatMap(({ name, isUnique }) => (isUnique ? [name] : [])));
  for (const file of globSync('test/golden/*.cypher', { cwd: ROOT })) {
    for (const statement of textOf(file).trim().split('\n\n'))
      for (const name of indexesIn(await plans.planOf(statement))) taken.add(name);
  }
  for (const operation of OPERATIONS) {
    for (const { cypher } of await statementsFor(operation))
      for (const name of indexesIn(await plans.planOf(cypher))) taken.add(name);
  }
  for (const file of globSync('src/{record,query}/**/*.ts', { cwd: ROOT })) {
    const named = textOf(file).matchAll(/USING INDEX SEEK \w+:(\w+\([\w, ]+\))|'(\w+_search)'/g);
    for (const [, seek, fullText] of named) taken.add((seek ?? fullText)!);
  }
  const names = stored.map(({ name }) => name);
  expect(names.filter((name) => !taken.has(name) && !(name in TAKEN_OTHERWISE))).toEqual([]);
  expect(names).toEqual(expect.arrayContaining(Object.keys(TAKEN_OTHERWISE)));
});
