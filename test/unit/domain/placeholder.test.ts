import { expect, test } from '@jest/globals';
import { isPlaceholderName } from '../../../src/domain/names/placeholder.ts';

test.each([
  '-',
  '—',
  '?',
  'N/A',
  'n/a',
  'n.a.',
  'unknown',
  '(Unknown)',
  'TBD',
  'tbd.',
  '\u200b',
  ' \u200b ',
  '...',
  'ＴＢＤ',
  '未知',
  '無',
])('%j stands where a name is missing', (text) => expect(isPlaceholderName(text)).toBe(true));

test.each(['Na', 'N. A. Patel', 'Ng', '无锡', 'Tba Ndiaye', 'Unknown Soldier Memorial', '26', 'Ö', '😀 a'])(
  '%j is a name',
  (text) => expect(isPlaceholderName(text)).toBe(false),
);
