import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type * as Graph from '../../src/graph/database.ts';
import { type Database } from '../../src/graph/database.ts';
import type * as Managed from '../../src/graph/managed/managed.ts';
import type * as Generate from '../dataset/generate.ts';
import { sizeFrom } from '../dataset/size.ts';
import { readGraph, writeGraph } from './floor.ts';

/** What an import took; times in seconds, memory in MB. */
export interface ImportFigures {
  participations: number;
  seconds: number;
  /** Participations a second: of all, and of the last half, when the database has compiled what it runs. */
  rate: number;
  lateRate: number;
  databaseCpu: number;
  ownCpu: number;
  memory: number;
}

const [root, folder, size, floor] = process.argv.slice(2) as [string, string, string, string];

type Modules = [typeof Managed, typeof Graph, typeof Generate];
const [{ startManaged }, { connect }, { generate }] = (await Promise.all(
  ['src/graph/managed/managed.ts', 'src/graph/database.ts', 'bench/dataset/generate.ts'].map(
    (file) => import(join(root, file)),
  ),
)) as Modules;

const imported = await inEmptyDatabase('import', async (database, { mark }) => {
  await generate(database, sizeFrom(size), (line) => {
    const [, recorded] = /^ *Batch .*: ([\d,]+) of/.exec(line) ?? [];
    if (recorded !== undefined) mark();
  });
  return floor === 'true' ? readGraph(database) : null;
});
const graph = imported.value;
const rewritten =
  graph === null
    ? null
    : await inEmptyDatabase('floor', async (database, { mark }) => {
        await writeGraph(database, graph, mark);
        return null;
      });
process.stdout.write(`${JSON.stringify({ imported: imported.figures, rewritten: rewritten?.figures ?? null })}\n`);

async function inEmptyDatabase<T>(
  name: string,
  work: (database: Database, progress: { mark: () => void }) => Promise<T>,
): Promise<{ value: T; figures: ImportFigures }> {
  const home = join(folder, name);
  const neo4j = await startManaged({ folder: home, onProgress: () => {}, memory: { heap: 1024, pageCache: 512 } });
  const database = await connect(neo4j);
  try {
    await database.migrate();
    const marks: { at: number; participations: Promise<number> }[] = [];
    const mark = () => marks.push({ at: performance.now(), participations: participationsIn(database) });
    let peak = 0;
    const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss() / 2 ** 20)), 50);
    const databaseCpu = processorTimeOf(home);
    const ownCpu = process.cpuUsage();
    const begun = performance.now();
    const value = await work(database, { mark });
    clearInterval(watch);
    const last = marks.at(-1)!;
    const participations = await last.participations;
    const middle = marks[Math.floor((marks.length - 1) / 2)]!;
    const { user, system } = process.cpuUsage(ownCpu);
    return {
      value,
      figures: {
        participations,
        seconds: (last.at - begun) / 1_000,
        rate: participations / ((last.at - begun) / 1_000),
        lateRate: (participations - (await middle.participations)) / ((last.at - middle.at) / 1_000),
        databaseCpu: processorTimeOf(home) - databaseCpu,
        ownCpu: (user + system) / 1e6,
        memory: peak,
      },
    };
  } finally {
    await database.close();
    await neo4j.stop();
  }
}

async function participationsIn(database: Database): Promise<number> {
  const [row] = await database.read((tx) => tx.rows('MATCH (p:Participation) RETURN count(p)'));
  return row![0] as number;
}

/** Of the Neo4j of this home, in seconds; Linux only, elsewhere 0. */
function processorTimeOf(home: string): number {
  const TICKS = 100;
  for (const pid of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const [command, stat] = ['cmdline', 'stat'].map((file) => readIfThere(`/proc/${pid}/${file}`));
    if (!command!.includes('java') || !command!.includes(home)) continue;
    const fields = stat!.slice(stat!.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS;
  }
  return 0;
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
