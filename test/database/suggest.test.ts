import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { importFiles } from '../../src/dataset/import.ts';
import { KnownValues } from '../../src/dataset/suggest/known-values.ts';
import { suggestMapping } from '../../src/dataset/suggest/suggest-mapping.ts';
import { suggest } from '../../src/dataset/suggest/suggest.ts';
import { writeSkeleton } from '../../src/dataset/suggest/write-skeleton.ts';
import { openTable } from '../../src/dataset/table/table.ts';
import { type Database } from '../../src/graph/database.ts';
import { readCountryCodes, readKnownNames } from '../../src/record/resolve/known-names.ts';
import { articleGraph } from '../support/article.ts';
import { scratch } from '../support/files.ts';

const { file, [Symbol.dispose]: remove } = scratch();
afterAll(remove);

let database: Database;
beforeAll(async () => {
  database = await articleGraph();
});

const TEXT = `Healey to chair

英國國防大臣希利 (John Healey) will chair the UDCG on 12 February in Brussels.

Healey's office and a delegation of Norland: "Ms Mira Kalm will not come."
`;

test('what is suggested for a text is a data set that can be imported as it is, and checked against the text', async () => {
  const names = await readKnownNames(database);
  const path = file('healey to chair.txt', TEXT);
  const sha256 = createHash('sha256').update(TEXT).digest('hex');
  const lines = [...writeSkeleton(suggest(TEXT, names, '2025-02-07'), { path, sha256, published: '2025-02-07' })];
  const dataSet = file('healey.yaml', '');
  writeFileSync(dataSet, `${lines.join('\n')}\n`);

  const text = readFileSync(dataSet, 'utf8');
  expect(text).toContain('#   post:gb-defence-secretary: 英國國防大臣\n');
  expect(text).toContain('#   official:john-healey: 希利\n');
  expect(text).toContain('#   org:udcg: UDCG\n');
  expect(text).toContain('#   place:brussels: Brussels\n');
  expect(text).toContain('#   2025-02-12 ?: 12 February (the year nearest to the day of publication)\n');
  expect(text).toContain('#   not known ?: Ms Mira Kalm (looks like a name)\n');

  const { problems, recorded } = await importFiles(database, [dataSet], { by: 'test', source: path, dryRun: true });
  expect(problems.map(({ message }) => message)).toEqual([]);
  expect(recorded!.created).toEqual({ Document: 1 });
});

test('what is suggested for a table knows the names and the codes of the graph', async () => {
  const known = new KnownValues(await readKnownNames(database), await readCountryCodes(database));
  const path = file(
    'visits.csv',
    'country,iso,who,city\n英國,GBR,John Healey,Brussels\nGermany,DEU,Boris Pistorius,Brussels\n',
  );
  const lines = await suggestMapping(await openTable(path, {}), known, { path, format: {} });
  expect(lines.filter((line) => line.includes('find:'))).toEqual([
    '  country: { find: { in: countries, by: NAME } }',
    '  iso: { find: { in: countries, by: ISO3166_1_ALPHA3 } }',
    '  who: { find: { in: officials, by: NAME } }',
    '  city: { find: { in: places, by: NAME } }',
  ]);
});
