import { type Database } from '../../src/graph/database.ts';
import { exportRecord } from '../../src/record/archive/export.ts';
import { type Line, formatLine } from '../../src/record/archive/line-format.ts';
import { type OpenFile } from '../../src/record/archive/split-lines.ts';
import { DigestBuilder } from '../../src/record/archive/digest.ts';
import { queryGraph } from './recording.ts';

/** All that an export prints. */
export async function exportedText(database: Database): Promise<string> {
  const chunks: string[] = [];
  await exportRecord(database, (text) => Promise.resolve(void chunks.push(text)));
  return chunks.join('');
}

/** A file with this text, in pieces that end anywhere. */
export const openText = (content: string | Uint8Array): OpenFile =>
  async function* () {
    const bytes = Buffer.from(content);
    for (let start = 0; start < bytes.length; start += 1_000)
      yield await Promise.resolve(bytes.subarray(start, start + 1_000));
  };

/** The lines of a text, as values. */
export const linesOf = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

/** Labels and types of relationships that the graph has now. */
export async function namesIn(database: Database): Promise<{ labels: string[]; types: string[] }> {
  const [[labels]] = (await queryGraph(
    database,
    'MATCH (n) UNWIND labels(n) AS label RETURN collect(DISTINCT label)',
  )) as [[string[]]];
  const [[types]] = (await queryGraph(database, 'MATCH ()-[r]->() RETURN collect(DISTINCT type(r))')) as [[string[]]];
  return { labels, types };
}

/** The file of these lines, with its last one. */
export function wholeFile(lines: readonly Line[]): string {
  const tally = new DigestBuilder();
  const texts = lines.map(formatLine);
  texts.forEach((text, index) => {
    tally.count(lines[index]!);
    tally.hash(text);
  });
  return texts.join('') + tally.endLine();
}
