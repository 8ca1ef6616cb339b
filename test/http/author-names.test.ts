import { beforeAll, expect, test } from '@jest/globals';
import { type Database } from '../../src/graph/database.ts';
import { verify } from '../../src/record/integrity/verify.ts';
import { type Analyst, type Told, analystOf } from '../support/analyst.ts';
import { freshDatabase } from '../support/recording.ts';

/** Authors who are no officials are kept as printed. */

let database: Database;
let analyst: Analyst;
beforeAll(async () => {
  database = await freshDatabase();
  analyst = await analystOf(database);
}, 240_000);

const source = { title: 'A register', kind: 'DATASET', attributionKind: 'OFFICIAL_RECORD' };
const record = (document: object, more = {}) =>
  analyst.ask<{ problems: Told[] }>(
    'mutation ($input: RecordInput!) { record(input: $input) { problems { code path message } } }',
    {
      input: {
        source,
        documents: [{ key: 'doc:article', title: 'Article', kind: 'NEWS_ARTICLE', ...document }],
        ...more,
      },
    },
  );
const read = () => analyst.ask<object>('{ document(ref: "doc:article") { authors { key } authorNames } }');

test('stand in the order of the page beside authors that the record knows', async () => {
  const officials = [{ key: 'official:ann', names: [{ value: 'Ann', lang: 'en' }] }];
  const document = { authorNames: ['Illia Novikov', '陳韻聿', 'Illia Novikov'], authors: ['official:ann'] };
  expect(await record(document, { officials })).toEqual({ problems: [] });
  expect(await read()).toEqual({ authors: [{ key: 'official:ann' }], authorNames: ['Illia Novikov', '陳韻聿'] });
  expect(await verify(database)).toEqual([]);
});

test('of a page of which nobody has recorded them are none', async () => {
  const { nodes } = await analyst.ask<{ nodes: object[] }>('{ documents { nodes { title authorNames } } }');
  expect(nodes).toContainEqual({ title: 'A register', authorNames: [] });
});

test.each([
  ['too many', Array.from({ length: 51 }, (_, index) => `Author ${index}`), 'authorNames', '50'],
  ['a text that is no name', ['Ann', 'x'.repeat(201)], 'authorNames.1', '200'],
  ['a blank one', [' '], 'authorNames.0', 'blank'],
])('%s are refused, with the place', async (_, authorNames, path, message) => {
  const { problems } = await record({ authorNames });
  expect(problems).toMatchObject([{ path: ['input', 'documents', '0', ...path.split('.')] }]);
  expect(problems[0]!.message).toContain(message);
});
