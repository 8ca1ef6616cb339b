import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';

const read = (file: string) => readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');

/** The rules of the Citation File Format 1.2.0 for the fields that are there; it allows no others. */
test('CITATION.cff is valid, and of the version and licence of the package', () => {
  const file = parse(read('CITATION.cff'), { schema: 'failsafe' }) as Record<string, unknown>;
  const { version, license } = JSON.parse(read('package.json')) as Record<string, string>;
  const texts = ['message', 'title', 'abstract'];
  const known = ['cff-version', 'type', ...texts, 'authors', 'version', 'date-released', 'license', 'keywords'];
  expect(Object.keys(file).sort()).toEqual(known.sort());
  expect(file).toMatchObject({ 'cff-version': '1.2.0', type: 'software', version, license });
  for (const text of texts) expect(file[text]).toMatch(/\S/);
  expect(file.authors).toEqual([{ name: 'The Chancery authors' }]);
  expect(file['date-released']).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(new Set(file.keywords as string[]).size).toBe((file.keywords as string[]).length);
});

test('CITATION.cff was released when the changelog says', () => {
  const { version, 'date-released': day } = parse(read('CITATION.cff'), { schema: 'failsafe' }) as Record<
    string,
    string
  >;
  expect(read('CHANGELOG.md')).toContain(`## ${version} - ${day}`);
});
