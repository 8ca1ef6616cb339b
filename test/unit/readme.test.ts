import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { settings } from '../../src/cli/runtime/config.ts';

test('the README lists every setting as the program knows it', () => {
  const rows = readFileSync('README.md', 'utf8')
    .split('\n')
    .filter((line) => /^\| `[A-Z0-9_]+`/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  expect(rows.map(([, name, about, otherwise]) => [name, about, otherwise])).toEqual(
    Object.entries(settings).map(([name, { description: about, default: otherwise }]) => [
      `\`${name}\``,
      about,
      otherwise === null ? '' : `\`${otherwise}\``,
    ]),
  );
});
