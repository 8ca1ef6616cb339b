import { timeByItself } from './time.ts';
import { enumInWords } from '../enum-words.ts';
import { inWords, nameInWords } from '../words.ts';

/** What a slot is called: `place` of `meeting:x|place`, `on behalf of` of `part:y|onBehalfOf`, `chairs` of `country:GB|CHAIRS`. */
export const slotInWords = (slot: string): string => nameInWords(slot.split('|').at(-1) ?? slot);

/** A value of a slot: an enum value, or a time, in words; all else as it is. */
export function valueInWords(value: string): string {
  if (value === 'AFFIRMATIVE') return 'said to be so';
  if (value === 'NEGATIVE') return 'said not to be so';
  const [, number, comparator] = /^(\d+) (ABOUT|OVER|UP_TO)$/.exec(value) ?? [];
  if (comparator !== undefined) return `${inWords(comparator)} ${number}`;
  return /^\[?\.{0,2}\d{4}-/.test(value) || /^\d{4}$/.test(value) ? timeByItself(value) : enumInWords(value);
}
