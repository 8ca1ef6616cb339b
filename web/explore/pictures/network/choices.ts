import { Level, Portfolio } from '../../../../src/domain/vocabulary.generated.ts';
import { inWords } from '../../words.ts';

/** What officials can be chosen by: posts that they ever held. The first choice is any. */
export const ANY_LEVEL = { '': 'any level', ...wordsFor(Object.values(Level)) };
export const ANY_PORTFOLIO = { '': 'any portfolio', ...wordsFor(Object.values(Portfolio)) };

function wordsFor(values: readonly string[]): Record<string, string> {
  return Object.fromEntries(values.map((value) => [value, inWords(value)]));
}
