/** More words than this are not written as one: `Vanderberghe`. */
const MAX_JOINED = 3;

/** Words in a row of a name; `has` tells their positions in it. */
export interface WordRun<Word> {
  words: readonly Word[];
  has: (index: number) => boolean;
}

/** Each two and three words in a row, which others may write as one. */
export const runsOf = <Word>(words: readonly Word[]): WordRun<Word>[] =>
  words.flatMap((_, start) =>
    Array.from({ length: MAX_JOINED - 1 }, (_unused, more) => start + more + 2)
      .filter((end) => end <= words.length)
      .map((end) => ({
        words: words.slice(start, end),
        has: (index: number) => index >= start && index < end,
      })),
  );
