import { fitOfWords, type Assertion, type Word } from './assertion.ts';
import { type Fit, type Within } from './values.ts';

/** What only the graph knows about the values of a slot. */
export interface SlotContext {
  /** Whether one place lies in another. */
  within?: Within;
  /** How two claims stand to each other, where it takes more than their values to tell: instead of comparing these. */
  fit?: (a: Assertion, b: Assertion) => Fit;
}

/** The questions that the rules ask about words of one slot, with what only the graph knows built in. */
export interface Comparing {
  fit: (a: Word, b: Word) => Fit;
  /** They cannot both be so. */
  apart: (a: Word, b: Word) => boolean;
  /** Whatever fits `a` fits `b`: it says the same, or something finer inside it. */
  backs: (a: Word, b: Word) => boolean;
  /** No two of them are apart. */
  agree: (words: readonly Word[]) => boolean;
  /** Of words that hold together, the first that no other one is finer than; denials only where nothing else is said. */
  finest: (words: readonly Word[]) => Word | undefined;
}

export function comparing({ within, fit: given }: SlotContext): Comparing {
  const fit = (a: Word, b: Word) => (given ? given(a.assertion, b.assertion) : fitOfWords(a, b, within));
  const apart = (a: Word, b: Word) => fit(a, b) === 'APART';
  return {
    fit,
    apart,
    backs: (a, b) => ['SAME', 'INSIDE'].includes(fit(a, b)),
    agree: (words) => words.every((a, index) => !words.slice(index + 1).some((b) => apart(a, b))),
    finest: (words) => {
      const affirming = words.filter(({ denies }) => !denies);
      const candidates = affirming.length > 0 ? affirming : words;
      return candidates.find((word) => !candidates.some((other) => fit(other, word) === 'INSIDE')) ?? candidates[0];
    },
  };
}
