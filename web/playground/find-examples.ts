import type { Example } from '../examples.ts';

/** Examples that are listed under one title. */
export interface ExampleGroup {
  title: string;
  examples: readonly Example[];
}

/** The examples that have all of these words in what is shown of them or in their query, by group; groups without any are left out. */
export function findExamples(examples: readonly Example[], text: string): ExampleGroup[] {
  const words = fold(text).split(/\s+/).filter(Boolean);
  const found = examples.filter(({ group, title, lesson, query, variables }) => {
    const all = fold([group, title, lesson, query, variables].join('\n'));
    return words.every((word) => all.includes(word));
  });
  return [...Map.groupBy(found, ({ group }) => group)].map(([title, each]) => ({ title, examples: each }));
}

/** Without the difference of small and capital letters, and of letters with and without marks. */
const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
