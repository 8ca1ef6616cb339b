import { beforeAll, expect, test } from '@jest/globals';
import { type Database } from '../../../src/graph/database.ts';
import { retractDescriptionOperation } from '../../../src/record/descriptions/retract-description.ts';
import { type Engine, createEngine } from '../../../src/query/engine.ts';
import { ask, dataOf, schema } from '../../support/query.ts';
import { type Block, freshDatabase, recordBlocks } from '../../support/recording.ts';
import { runOperation } from '../../support/run-operation.ts';

let database: Database;
let engine: Engine;

const source = (name: string): Block['source'] => ({
  url: `https://example.org/${name}`,
  title: `Page ${name}`,
  kind: 'NEWS_ARTICLE',
  attributionKind: 'NARRATION',
});
const names = (...values: [value: string, lang: string][]) => values.map(([value, lang]) => ({ value, lang }));

beforeAll(async () => {
  database = await freshDatabase();
  engine = createEngine({ schema, database });
  const { problems } = await recordBlocks(database, [
    {
      source: source('a'),
      countries: [
        { key: 'country:BE', names: names(['Belgium', 'en']), externalIds: [{ scheme: 'UN M49', value: '56' }] },
      ],
      places: [
        {
          key: 'place:brussels',
          kind: 'CITY',
          names: names(['Brussels', 'en'], ['Bruxelles', 'fr'], ['Say "hello"', 'en']),
          country: 'country:BE',
          latitude: 50.85,
          longitude: 4.35,
        },
      ],
    },
    { source: source('b'), places: [{ ref: 'place:brussels', names: names(['Brussels', 'en'], ['Brüssel', 'de']) }] },
  ]);
  expect(problems).toEqual([]);
}, 180_000);

interface Told {
  field: string;
  value: string;
  lang: string | null;
  document: { title: string };
}

const DESCRIPTIONS = 'descriptions { field value lang document { title } }';

async function told(ref: string): Promise<string[]> {
  const data = await dataOf<{ entity: { descriptions: Told[] } }>(
    engine,
    `query ($ref: Ref!) { entity(ref: $ref) { ${DESCRIPTIONS} } }`,
    { ref },
  );
  return data.entity.descriptions.map(({ field, value, lang, document: { title } }) =>
    [title, field, value, ...(lang === null ? [] : [lang])].join(', '),
  );
}

test('each word of each document is told once, document by document, references by their keys', async () => {
  expect((await told('place:brussels')).sort()).toEqual(
    [
      'Page a, names, Brussels, en',
      'Page a, names, Bruxelles, fr',
      'Page a, names, Say "hello", en',
      'Page a, kind, CITY',
      'Page a, country, country:BE',
      'Page a, latitude, 50.85',
      'Page a, longitude, 4.35',
      'Page b, names, Brussels, en',
      'Page b, names, Brüssel, de',
    ].sort(),
  );
  const documents = (await told('place:brussels')).map((line) => line.slice(0, 6));
  expect(documents).toEqual([...documents].sort());
  expect(await told('country:BE')).toEqual(
    expect.arrayContaining(['Page a, names, Belgium, en', 'Page a, externalIds, UN_M49 056']),
  );
});

test('a document is described by itself', async () => {
  const { documents } = await dataOf<{ documents: { nodes: { key: string; descriptions: object[] }[] } }>(
    engine,
    '{ documents { nodes { key descriptions { field value document { key } } } } }',
  );
  for (const { key, descriptions } of documents.nodes) {
    expect(descriptions).toContainEqual({ field: 'kind', value: 'NEWS_ARTICLE', document: { key } });
  }
});

test('every line is what retractDescription takes, and is then gone', async () => {
  const { entity } = await dataOf<{
    entity: { descriptions: { field: string; value: string; document: { key: string } }[] };
  }>(engine, '{ entity(ref: "place:brussels") { descriptions { field value document { key } } } }');
  const wrong = entity.descriptions.find(({ value }) => value === 'Say "hello"')!;
  const retracted = await runOperation(
    database,
    retractDescriptionOperation({ ...wrong, of: 'place:brussels', document: wrong.document.key }),
  );
  expect(retracted.problems).toEqual([]);
  expect(await told('place:brussels')).not.toContain('Page a, names, Say "hello", en');
  expect(await told('place:brussels')).toContain('Page a, names, Bruxelles, fr');
});

test('have no answer below `knownAt`', async () => {
  const query = '{ meetings(knownAt: "2100-01-01T00:00:00Z") { nodes { descriptions { field } } } }';
  const { problems } = await recordBlocks(database, [
    {
      source: source('c'),
      meetings: [{ key: 'meeting:m', kind: 'CONFERENCE', names: names(['M', 'en']), status: 'HELD' }],
    },
  ]);
  expect(problems).toEqual([]);
  expect((await ask(engine, query)).errors).toMatchObject([
    { message: expect.stringContaining('`descriptions` has no value with `knownAt`') },
  ]);
});
