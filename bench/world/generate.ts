import { type Database } from '../../src/graph/database.ts';
import { RecordInput } from '../../src/record/input.ts';
import { record } from '../../src/record/record.ts';
import { type Size } from './size.ts';
import { type Batch, batchesOf } from './world.ts';

/**
 * Brings a world into the graph by the importer, a transaction for each batch. A batch that is there already is left out:
 * after an interruption the next call goes on where the last one ended.
 *
 * @returns Participations recorded per second in this call; null when nothing was left to do.
 */
export async function generate(database: Database, size: Size, say: (line: string) => void): Promise<number | null> {
  const there = await importedInto(database);
  const begun = performance.now();
  let [done, skipped] = [0, 0];
  for (const batch of batchesOf(size)) {
    if (there.has(dataSetOf(batch))) {
      skipped += batch.participations;
      continue;
    }
    const batchBegun = performance.now();
    await recordBatch(database, batch);
    done += batch.participations;
    const seconds = (performance.now() - batchBegun) / 1000;
    if (batch.participations === 0) say(`  ${batch.key} in ${seconds.toFixed(1)} s`);
    else say(progress(size.participations, skipped + done, batch.participations / seconds, done / since(begun)));
  }
  return done === 0 ? null : done / since(begun);
}

const since = (begun: number) => (performance.now() - begun) / 1000;

function progress(all: number, done: number, rateNow: number, rate: number): string {
  const left = Math.max(0, all - done) / rate;
  const time = left > 5_400 ? `${(left / 3_600).toFixed(1)} h` : `${Math.ceil(left / 60)} min`;
  const share = Math.min(100, Math.round((100 * done) / all));
  return `  ${done} of about ${all} participations (${share} %), ${Math.round(rateNow)}/s now, about ${time} left`;
}

async function recordBatch(database: Database, batch: Batch): Promise<void> {
  const blocks = batch.blocks.map((block) => RecordInput.parse(block));
  const dataSet = { key: dataSetOf(batch), title: `Benchmark: ${batch.key}` };
  const { problems, written } = await record(database, blocks, {
    by: 'benchmark',
    dataSets: blocks.map(() => dataSet),
  });
  if (problems.length > 0 || !written) {
    throw new Error(`The importer did not take ${batch.key}: ${JSON.stringify(problems.slice(0, 5), null, 2)}`);
  }
}

const dataSetOf = ({ key }: Batch) => `bench-${key}`;

async function importedInto(database: Database): Promise<Set<string>> {
  const rows = await database.read((tx) => tx.rows('MATCH (d:DataSet) RETURN d.key'));
  return new Set(rows.map(([key]) => key as string));
}
