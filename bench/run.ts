import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { compareAnswers } from './compare.ts';
import { measureEdges } from './measure/shortcut-edges.ts';
import { measureFirst } from './measure/first.ts';
import { measureLatency, measureRepeated } from './measure/latency.ts';
import { loadNow, thisMachine } from './measure/machine.ts';
import { watchMemory } from './measure/memory.ts';
import { measureThroughput } from './measure/throughput.ts';
import { questions } from './questions/index.ts';
import { chartOf } from './report/chart.ts';
import { markdownOf } from './report/markdown.ts';
import { type Results } from './report/results.ts';
import { isMet, targetsOf } from './report/targets.ts';
import { type Running, type ServerName, startServer } from './servers/running.ts';
import { type BenchmarkDatabase, openBenchmarkDatabase } from './dataset/database.ts';
import { type Size, nameOf, tenthOf } from './dataset/size.ts';

const RESULTS = join(import.meta.dirname, 'results');

/** How much is measured; `quick` only shows that all of it works. */
const efforts = {
  usual: {
    hot: { warmUp: 150, timed: 150 },
    repeated: 100,
    growth: { warmUp: 60, timed: 80 },
    load: { rounds: 3, seconds: 2 },
  },
  quick: {
    hot: { warmUp: 5, timed: 10 },
    repeated: 10,
    growth: { warmUp: 3, timed: 6 },
    load: { rounds: 1, seconds: 1 },
  },
};

/** The whole benchmark: makes or finds the worlds, compares, measures, and writes the report. */
export async function run(size: Size, quick: boolean, say: (line: string) => void): Promise<void> {
  await using opened = new AsyncDisposableStack();
  // A terminal interrupts the servers too, but not Neo4j, which runs in a process group of its own.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void opened.disposeAsync().finally(() => process.exit(1)));
  }
  const world = await openBenchmarkDatabase(size, say);
  opened.defer(() => world.stop());
  const tenth = await openBenchmarkDatabase(tenthOf(size), say);
  opened.defer(() => tenth.stop());

  const start = async (name: ServerName, { neo4j }: BenchmarkDatabase): Promise<Running> => {
    const logs = join(neo4j.passwordFile, '../logs');
    await mkdir(logs, { recursive: true });
    const server = await startServer(name, neo4j, logs);
    opened.defer(() => server.stop());
    return server;
  };
  say('Starting the servers ...');
  const [chancery, floor, peer] = [
    await start('Chancery', world),
    await start('floor', world),
    await start('peer', world),
  ];
  const [chanceryTenth, floorTenth] = [await start('Chancery', tenth), await start('floor', tenth)];
  const servers = [chancery, floor, peer];

  say('Comparing the answers ...');
  const bytes = await compareAnswers(servers, questions, size);
  await compareAnswers([chanceryTenth, floorTenth], questions, tenth.size);

  const effort = quick ? efforts.quick : efforts.usual;
  const loads: number[] = [];
  const measuring = (what: string) => {
    loads.push(loadNow());
    say(`Measuring ${what} ...`);
  };
  const watch = watchMemory(servers);
  measuring('single requests');
  const hot = await measureLatency(
    servers.map((server) => ({ label: server.name, server, size })),
    questions,
    effort.hot,
  );
  measuring('the first run of unseen shapes');
  const first = await measureFirst([chancery, peer], size);
  measuring('repeated requests');
  const repeated = await measureRepeated([chancery, floor], questions, size, effort.repeated);
  measuring('many clients at once');
  const throughput = await measureThroughput(servers, questions, size, effort.load);
  measuring('growth');
  const growth = await measureLatency(
    [
      { label: 'Chancery whole', server: chancery, size },
      { label: 'floor whole', server: floor, size },
      { label: 'Chancery tenth', server: chanceryTenth, size: tenth.size },
      { label: 'floor tenth', server: floorTenth, size: tenth.size },
    ],
    questions,
    effort.growth,
  );
  const memory = watch.stop();
  measuring('derived edges against walking Participation nodes');
  const edges = await measureEdges(world.neo4j, size);
  loads.push(loadNow());

  await report(
    {
      ...{ size, questions, bytes, hot, first, repeated, throughput, growth, memory, edges },
      machine: thisMachine(),
      on: new Date().toISOString().slice(0, 10),
      load: [Math.min(...loads), Math.max(...loads)],
      importRate: world.importRate,
      participations: world.participations,
    },
    say,
  );
}

async function report(results: Results, say: (line: string) => void): Promise<void> {
  const name = nameOf(results.size);
  await mkdir(RESULTS, { recursive: true });
  await writeFile(join(RESULTS, `${name}.svg`), chartOf(results));
  const file = join(RESULTS, `${name}.md`);
  const style = await resolveConfig(file);
  await writeFile(file, await format(markdownOf(results, `${name}.svg`), { ...style, filepath: file }));
  const targets = targetsOf(results);
  say(
    `${targets.filter(isMet).length} of ${targets.length} targets are met; bench/results/${name}.md has the figures.`,
  );
}
