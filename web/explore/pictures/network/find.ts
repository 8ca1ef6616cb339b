import type { Named } from '../parts/NameBox.tsx';

/**
 * Who of a picture is meant by a text: first those in whose name each of its words begins a word, then those whose name has
 * them anywhere, each in the order of the picture, at last those whom the search found by another name, with that.
 */
export function findNodes(
  nodes: readonly { key: string; label: string }[],
  text: string,
  searched: readonly Named[],
): Named[] {
  const words = plain(text).split(' ').filter(Boolean);
  if (words.length === 0) return [];
  const named = (node: { key: string; label: string }) => ({ key: node.key, title: node.label });
  const begun = nodes.filter(({ label }) => words.every((word) => ` ${plain(label)}`.includes(` ${word}`)));
  const within = nodes.filter(({ label }) => words.every((word) => plain(label).includes(word)));
  const keys = new Set(nodes.map(({ key }) => key));
  const all = [...begun.map(named), ...within.map(named), ...searched.filter(({ key }) => keys.has(key))];
  return [...Map.groupBy(all, ({ key }) => key).values()].map(([first]) => first!);
}

/** Lower case, without marks on letters; what parts words is a space. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .join(' ')
    .trim();
