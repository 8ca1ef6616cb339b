import { globSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { dataSetSchema } from '../../../src/dataset/file/json-schema.ts';
import { mappingSchema } from '../../../src/dataset/mapping/json-schema.ts';
import { openMappedTable } from '../../../src/dataset/mapping/open-mapped-table.ts';

interface Schema {
  $ref?: string;
  description?: string;
  properties?: Record<string, Schema>;
  anyOf?: Schema[];
  allOf?: Schema[];
  definitions?: Record<string, Schema>;
}

const published = JSON.parse(readFileSync('docs/dataset.schema.json', 'utf8')) as Schema;
const definitions = Object.entries(published.definitions ?? {});

test('the published schema is that of the code; after a change: npm run generate', () => {
  expect(published).toEqual(JSON.parse(JSON.stringify(dataSetSchema())));
});

test('so is that of mappings', () => {
  const mappings: unknown = JSON.parse(readFileSync('docs/mapping.schema.json', 'utf8'));
  expect(mappings).toEqual(JSON.parse(JSON.stringify(mappingSchema())));
});

test.each(globSync('seed/optional/*.mapping.yaml'))('%s is a mapping of its file', async (path) => {
  const [file, ...others] = globSync(path.replace('.mapping.yaml', '.{csv,json,jsonl}'));
  expect(others).toEqual([]);
  await expect(openMappedTable(path, file!)).resolves.toBeDefined();
});

test('every reference leads to a definition', () => {
  const refs = [...JSON.stringify(published).matchAll(/"\$ref":"#\/definitions\/(\w+)"/g)].map(([, name]) => name!);
  expect(refs.length).toBeGreaterThan(100);
  expect(new Set(refs)).toEqual(new Set(definitions.map(([name]) => name)));
});

test('an editor has something to say about every field', () => {
  const silent = definitions.flatMap(([name, { properties = {} }]) =>
    Object.entries(properties)
      .filter(([, field]) => !meaningOf(field))
      .map(([field]) => `${name}.${field}`),
  );
  expect(silent).toEqual([]);
});

test('times and paragraphs may be written shortly', () => {
  const { TimeInput, Paragraph } = Object.fromEntries(definitions);
  expect(TimeInput?.anyOf?.[0]).toMatchObject({ type: ['string', 'integer'] });
  expect(Paragraph?.anyOf?.[0]).toMatchObject({ type: 'integer' });
});

/** Its own description, or that of what it refers to. */
function meaningOf({ description, $ref, allOf = [] }: Schema): string | undefined {
  const name = ($ref ?? allOf[0]?.$ref)?.split('/').at(-1);
  return description ?? definitions.find(([definition]) => definition === name)?.[1].description;
}
