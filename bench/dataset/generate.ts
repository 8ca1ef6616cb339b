import { type Database } from '../../src/graph/database.ts';
import { importInBatches } from '../../src/dataset/batches/import-in-batches.ts';
import { RecordInput } from '../../src/record/input/record-input.ts';
import { type Size } from './size.ts';
import { blocksOf } from './blocks.ts';

const DATA_SET = { key: 'bench', title: 'The world of the benchmark' };

/**
 * Brings a world into the graph by the importer, in batches. After an interruption the next call goes on where the last one
 * ended.
 *
 * @returns Participations recorded per second in this call; null when nothing was left to do.
 */
export async function generate(database: Database, size: Size, say: (line: string) => void): Promise<number | null> {
  if (await isThere(database)) return null;
  const input = {
    [Symbol.iterator]: () => blocksOf(size).map((block) => ({ block: RecordInput.parse(block), dataSet: DATA_SET })),
  };
  const begun = performance.now();
  const { problems, recorded } = await importInBatches(database, input, {
    by: 'benchmark',
    onProgress: (line) => say(`  ${line}`),
  });
  if (problems.length > 0) {
    throw new Error(`The importer did not take the world: ${JSON.stringify(problems.slice(0, 5), null, 2)}`);
  }
  return (recorded?.created.Participation ?? 0) / ((performance.now() - begun) / 1000);
}

/** An import that has not come to its end has left its journal. */
async function isThere(database: Database): Promise<boolean> {
  const [row] = await database.read((tx) =>
    tx.rows('RETURN COUNT { (:DataSet {key: $key}) } > 0 AND COUNT { (:ImportJournal) } = 0', DATA_SET),
  );
  return row![0] as boolean;
}
