import { beforeAll, expect, jest, test } from '@jest/globals';
import { type Engine, createEngine } from '../../../src/query/engine.ts';
import { ask, dataOf, schema } from '../../support/query.ts';
import { type Block, freshDatabase, recordBlocks } from '../../support/recording.ts';

jest.setTimeout(120_000);

let engine: Engine;

const named = (value: string, lang = 'en') => [{ value, lang }];

const blocks: readonly Block[] = [
  {
    source: { title: 'A register', kind: 'DATASET', attributionKind: 'OFFICIAL_RECORD' },
    organizations: [
      { key: 'org:pravda', kind: 'MEDIA', names: named('Ukrainska Pravda') },
      { key: 'org:x', kind: 'PLATFORM', names: named('X') },
    ],
    countries: [{ key: 'country:UA', names: named('Ukraine') }],
    officials: [{ key: 'official:wang', names: [...named('王毅', 'zh'), ...named('Wang Yi')] }],
    documents: [
      {
        key: 'doc:talks',
        kind: 'NEWS_ARTICLE',
        title: 'Talks in {Kyiv} & 北京',
        url: 'https://example.org/talks',
        published: { edtf: '2025-02' },
        publisher: 'org:pravda',
        authors: ['official:wang', 'country:UA'],
        authorNames: ['Jane Doe'],
      },
      { key: 'doc:bare', kind: 'OTHER', url: 'https://example.org/bare' },
    ],
  },
];

beforeAll(async () => {
  const database = await freshDatabase();
  const { problems } = await recordBlocks(database, [...blocks]);
  expect(problems).toEqual([]);
  engine = createEngine({ schema, database });
});

const STYLES =
  'apa: citation(style: APA) bibtex: citation csl: citation(style: CSL_JSON) ris: citation(style: RIS) datacite: citation(style: DATACITE)';

test('a document is cited with its authors in order, entities first, and as precisely as it is dated', async () => {
  const { document } = await dataOf<{ document: Record<string, string> }>(
    engine,
    `{ document(ref: "doc:talks") { ${STYLES} } }`,
  );
  expect(document.apa).toBe(
    'Wang Yi, Ukraine, & Jane Doe. (2025, February). Talks in {Kyiv} & 北京. Ukrainska Pravda. https://example.org/talks',
  );
  expect(document.bibtex).toContain('author = {{Wang Yi} and {Ukraine} and {Jane Doe}}');
  expect(JSON.parse(document.csl!)).toMatchObject([{ issued: { 'date-parts': [[2025, 2]] } }]);
  expect(document.ris).toContain('DA  - 2025/02//\r\n');
  expect(JSON.parse(document.datacite!)).toMatchObject({ publicationYear: '2025', dates: [{ date: '2025-02' }] });
});

test('a document of which little is known is cited, in a list too', async () => {
  const { documents } = await dataOf<{ documents: { nodes: { apa: string }[] } }>(
    engine,
    `{ documents { nodes { key ${STYLES} } } }`,
  );
  expect(documents.nodes.map(({ apa }) => apa)).toContain('[Untitled]. (n.d.). https://example.org/bare');
});

test('a document is not asked for in the styles of data', async () => {
  await expect(ask(engine, '{ document(ref: "doc:bare") { citation(style: RO_CRATE) } }')).rejects.toThrow(
    'Value "RO_CRATE" does not exist in "DocumentCitationStyle" enum.',
  );
});
