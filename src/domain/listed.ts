/** Words in a row, as a sentence has them: `Kyiv, Brussels and Munich`. */
export const listed = (items: readonly string[]): string =>
  [items.slice(0, -1).join(', '), items.at(-1)].filter(Boolean).join(' and ');
