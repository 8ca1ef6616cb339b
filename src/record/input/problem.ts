import { type ProblemCode } from '../../domain/vocabulary.generated.ts';

/** A place in the input: `[0, 'meetings', 2, 'participants', 1, 'actor']`, first the number of the block. */
export type InputPath = (string | number)[];

/** What is wrong with an input, in words for the person who wrote it. */
export interface Problem {
  code: ProblemCode;
  path: InputPath;
  /** What is wrong, what was expected, and the likely intended value, in plain English. */
  message: string;
  /** Likely intended values, best match first, for programs that offer them. */
  suggestions: string[];
}

/** The end of a message: `; did you mean time or title?`, or an empty string. */
export const didYouMean = (suggestions: readonly string[]): string =>
  suggestions.length > 0 ? `; did you mean ${suggestions.join(' or ')}?` : '';
