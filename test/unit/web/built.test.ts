import { globSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { builtFrom } from '../../../web/built.ts';

test.each([
  ['playground', 'web/{playground,shared,examples}/**/*.*', 'examples/'],
  ['explore', 'web/explore/**/*.*', 'explore/pages/'],
] as const)(
  'the page %s is built anew after a change of any of its files, also in folders',
  (page, files, inFolder) => {
    const paths = globSync(files).map((file) => file.replace(/^web\//, ''));
    expect(paths.some((file) => file.startsWith(inFolder))).toBe(true);
    expect(paths.filter((file) => !builtFrom(page).includes(file))).toEqual([]);
  },
);
