import { isCount, isTime } from './compare-values.ts';
import { Comparator } from '../vocabulary.generated.ts';

/**
 * A value of a slot as text: a time as EDTF, a number with its comparator unless it is exact (`50 OVER`), a word of the vocabulary
 * or the key of a node as it is. What a denial excludes has NOT before it.
 */
export function valueText(value: unknown, isNegated = false): string {
  return isNegated ? `NOT ${plainText(value)}` : plainText(value);
}

function plainText(value: unknown): string {
  if (isTime(value)) return String((value as { edtf?: unknown }).edtf);
  if (!isCount(value)) return String(value);
  return value.comparator === Comparator.EXACTLY ? String(value.value) : `${value.value} ${value.comparator}`;
}
