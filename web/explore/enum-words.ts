import * as vocabulary from '../../src/domain/vocabulary.generated.ts';
import { inWords } from './words.ts';

const WORDS: ReadonlySet<string> = new Set(Object.values(vocabulary).flatMap((words) => Object.values(words)));

/** A word of an enum of the API as a person says it, and any other value as it is: `summit` for `SUMMIT`, but `GB` for `GB`. */
export const enumInWords = (value: string): string => (WORDS.has(value) ? inWords(value) : value);
