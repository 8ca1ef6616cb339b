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
  ...['N.N.', 'n. n.', 'Anonymous', 'vacant', '(vacant)', 'Not named', 'No  data', 'n/d', 'S/N', 'k.A.', 'k. A.'],
  ...['keine Angabe', 'Sin nombre', 'Н/Д', 'Не указано', 'нет данных', 'غير محدد', '未公布', '待定', '佚名'],
])('%j stands where a name is missing', (text) => expect(isPlaceholderName(text)).toBe(true));

test.each([
  'Na',
  'NA',
  'N. N. Vohra',
  'K. A. Smith',
  'Vacant Possession Ltd',
  'Anonymous Content',
  'Kan',
  'N. A. Patel',
  'Ng',
  '无锡',
  'Tba Ndiaye',
  'Unknown Soldier Memorial',
  '26',
  'Ö',
  '😀 a',
])('%j is a name', (text) => expect(isPlaceholderName(text)).toBe(false));
