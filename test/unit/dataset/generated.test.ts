import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { FOLDER, made } from '../../../seed/generate/outputs.ts';
import { cells } from '../../../seed/generate/csv.ts';
import { checkDataSet } from '../../../src/dataset/check.ts';
import { readDataSet } from '../../../src/dataset/file/read.ts';
import { fileURLToPath } from 'node:url';

test.each(Object.entries(made))(
  '%s is what its tables make; after a change: node seed/generate/generate.ts',
  (file, text) => {
    expect(readFileSync(new URL(file, FOLDER), 'utf8')).toBe(text());
  },
);

test.each(Object.keys(made))('%s has no problems of its own', async (file) => {
  const { problems } = checkDataSet(await readDataSet(fileURLToPath(new URL(file, FOLDER))));
  expect(problems).toEqual([]);
});

test('the article has no problems of its own', async () => {
  expect(checkDataSet(await readDataSet('seed/article.yaml')).problems).toEqual([]);
});

test.each([
  ['plain cells', 'a,b\n1,2\n', [['a', 'b'], ['1', '2']]], // prettier-ignore
  ['no line end behind the last line', 'a\n1', [['a'], ['1']]], // prettier-ignore
  ['empty cells', 'a,b,c\n,,\n', [['a', 'b', 'c'], ['', '', '']]], // prettier-ignore
  ['commas, quotes and line ends in quotes', 'a,b\n"1, 2","he said ""so""\nand left"\n', [['a', 'b'], ['1, 2', 'he said "so"\nand left']]], // prettier-ignore
  ['Windows line ends', 'a,b\r\n1,2\r\n', [['a', 'b'], ['1', '2']]], // prettier-ignore
])('tables: %s', (_, text, expected) => expect(cells(text)).toEqual(expected));
