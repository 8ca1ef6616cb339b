import { readFileSync } from 'node:fs';

/** The rows of the table under a heading of docs/graph.md, each a list of its cells. */
function tableUnder(heading: string): string[][] {
  const section = readFileSync('docs/graph.md', 'utf8').split(`## ${heading}\n`)[1]!.split('\n## ')[0]!;
  return section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

/** The names in backticks, without what brackets say of them: `time*`, `Meeting.body`, `nameValues` for `nameValues[]`. */
const namesIn = (cell: string): string[] =>
  [...cell.replace(/\([^)]*\)/g, '').matchAll(/`([\w.]+\*?)(?:\[\])?`/g)].map(([, name]) => name!);

/** The properties that docs/graph.md gives to each label; `time*` stands for all of a time. */
export const documentedNodes = (): Record<string, string[]> =>
  Object.fromEntries(
    tableUnder('Nodes').map(([label, said, derived]) => [label!, [...namesIn(said!), ...namesIn(derived!)]]),
  );

/** The relationships of docs/graph.md, with the fields of the API that they are. */
export const documentedRelationships = (): { type: string; fields: string[]; properties: string[] }[] =>
  tableUnder('Relationships').map(([type, , , fields, properties]) => ({
    type: namesIn(type!)[0]!,
    fields: namesIn(fields!),
    properties: namesIn(properties!),
  }));

export const documentedOrderKeys = (): string[] => tableUnder('Order keys').map(([name]) => namesIn(name!)[0]!);
