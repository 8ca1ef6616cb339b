import { describe, expect, test } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { join, normalize, relative, sep } from 'node:path';

const QUERY = join(import.meta.dirname, '../../../src/query');
const files = readdirSync(QUERY, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
const imports = new Map(files.map((file) => [file, importsOf(file)]));

/** The files of src/query that a file imports, types included. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(QUERY, file), 'utf8');
  return [...text.matchAll(/from '(\.[^']+)'/g)]
    .map(([, path]) => relative(QUERY, normalize(join(QUERY, file, '..', path!))))
    .filter((path) => !path.startsWith('..'));
}

/** `plan/` for a file in it, `*.ts` for a file at the top. */
function folderOf(file: string): string {
  const [folder, inner] = file.split(sep);
  return inner === undefined ? '*.ts' : `${folder}/`;
}

describe('the folders of src/query', () => {
  const readme = readFileSync(join(QUERY, 'README.md'), 'utf8');
  const order = [...readme.matchAll(/^\| `(\S+)` +\|/gm)].map(([, folder]) => folder!);

  test('are those in the table of the README', () => {
    expect(new Set(order)).toEqual(new Set(files.map(folderOf)));
  });

  test('import only from themselves and from those above them in the table', () => {
    const upward = [...imports].flatMap(([file, imported]) =>
      imported
        .filter((each) => order.indexOf(folderOf(each)) > order.indexOf(folderOf(file)))
        .map((each) => `${file} imports ${each}`),
    );
    expect(upward).toEqual([]);
  });

  test('have no import cycles', () => {
    const finished = new Set<string>();
    const cycleFrom = (file: string, path: readonly string[]): readonly string[] | undefined => {
      if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
      if (finished.has(file)) return undefined;
      const cycle = imports
        .get(file)
        ?.map((each) => cycleFrom(each, [...path, file]))
        .find(Boolean);
      finished.add(file);
      return cycle;
    };
    expect(files.map((file) => cycleFrom(file, [])).find(Boolean)).toBeUndefined();
  });
});
