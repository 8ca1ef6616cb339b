import { globSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { builtFrom } from '../../../web/built.ts';

test('the page is built anew after a change of any of its files, saved queries in their folders too', () => {
  const files = globSync('web/{playground,examples}/**/*.*').map((file) => file.replace(/^web\//, ''));
  expect(files.filter((file) => file.startsWith('examples/')).length).toBeGreaterThan(30);
  expect(files.filter((file) => !builtFrom().includes(file))).toEqual([]);
});
