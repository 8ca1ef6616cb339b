import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBenchmarkDatabase } from '../dataset/database.ts';
import { meetingKey } from '../dataset/blocks.ts';
import { type Size } from '../dataset/size.ts';
import { type Running, memoryOf, startServer } from '../servers/running.ts';

/** What is asked, each something else, so that nothing is answered from memory. */
const NETWORKS = {
  'ties, degree, strength': '{ network { nodeCount tieCount nodes(first: 5) { entity { name } degree strength } } }',
  'community, eigenvector': '{ network { nodes(first: 5) { community eigenvector } } }',
  'betweenness by distance': '{ network { nodes(first: 5, orderBy: BETWEENNESS) { entity { name } betweenness } } }',
  'betweenness by steps': '{ network { nodes(first: 5) { betweenness(lengths: STEPS) } } }',
  'closeness, both': '{ network { nodes(first: 5) { closeness a: closeness(lengths: STEPS) } } }',
  'newman, all measures':
    '{ network(input: {weight: NEWMAN}) { ties(first: 5) { a { name } b { name } because(first: 2) { key } } nodes(first: 5) { betweenness closeness eigenvector community component } } }',
  'whom one met':
    '{ official(ref: "official:p000001") { metWith(first: 20) { totalCount nodes { b { name } weight because(first: 3) { key } } } } }',
} as const;

/** What others ask meanwhile: a meeting with its participants, each time another. */
const beside = (n: number) =>
  `{ meeting(ref: "${meetingKey(n % 5_000)}") { key status time { edtf } participations(first: 20) { nodes { role actor { name } } } } }`;
const SECONDS = 20;
const EVERY_MS = 25;

/** Says how long networks take over HTTP, the memory that they take, and the p95 of other questions beside them. */
export async function measureServed(size: Size, say: (line: string) => void): Promise<void> {
  const world = await openBenchmarkDatabase(size, say);
  const logs = mkdtempSync(join(tmpdir(), 'chancery-networks-'));
  mkdirSync(logs, { recursive: true });
  const server = await startServer('Chancery', world.neo4j, logs);
  const ask = async (query: string) => (await server.client.post(`/graphql?n=${Math.random()}`, { query })).ms;
  try {
    for (let n = 0; n < 200; n++) await ask(beside(n));
    const idle = (await memoryOf(server.pid))!;
    for (const [name, query] of Object.entries(NETWORKS)) {
      const ms = await ask(query);
      say(
        `${name}: ${Math.round(ms)} ms; ${Math.round((await memoryOf(server.pid))! - idle)} MB above ${Math.round(idle)} MB`,
      );
    }
    await p95Beside('networks of the same presences', (n) => `minWeight: ${n / 1e6}`, { server, ask, say });
    await p95Beside('networks whose presences are read each time', (n) => `time: {from: "${1800 + n}"}`, {
      server,
      ask,
      say,
    });
  } finally {
    await server.stop();
    await world.stop();
  }
}

/** The API's p95 without and with networks that are computed all the time, in turns, each by an input that nobody has given before. */
async function p95Beside(
  what: string,
  inputOf: (n: number) => string,
  {
    server: { pid },
    ask,
    say,
  }: { server: Running; ask: (query: string) => Promise<number>; say: (line: string) => void },
) {
  const times: Record<'without' | 'with', number[]> = { without: [], with: [] };
  let peak = 0;
  for (let turn = 0; turn < 4; turn++) {
    const isBusy = turn % 2 === 1;
    const until = performance.now() + (SECONDS * 1_000) / 2;
    const computing = isBusy ? computeUntil(until, (n) => inputOf(100 * turn + n + 1), ask) : Promise.resolve();
    for (let n = 0; performance.now() < until; n++) {
      times[isBusy ? 'with' : 'without'].push(await ask(beside(n + 37 * turn)));
      peak = Math.max(peak, (await memoryOf(pid))!);
      await new Promise((done) => setTimeout(done, EVERY_MS));
    }
    await computing;
  }
  const p95 = (of: number[]) => of.sort((a, b) => a - b)[Math.floor(of.length * 0.95)]!;
  const p50 = (of: number[]) => of.sort((a, b) => a - b)[Math.floor(of.length * 0.5)]!;
  say(
    `beside ${SECONDS / 2} s of ${what}: p95 ${p95(times.with).toFixed(1)} ms against ${p95(times.without).toFixed(1)} ms without ` +
      `(${(p95(times.with) / p95(times.without)).toFixed(2)}), median ${p50(times.with).toFixed(1)} against ${p50(times.without).toFixed(1)} ms; ` +
      `${times.with.length} and ${times.without.length} answers, at most ${Math.round(peak)} MB`,
  );
}

async function computeUntil(
  until: number,
  inputOf: (n: number) => string,
  ask: (query: string) => Promise<number>,
): Promise<void> {
  for (let n = 0; performance.now() < until; n++) {
    await ask(`{ network(input: {weight: NEWMAN, ${inputOf(n)}}) { nodes(first: 3) { betweenness closeness } } }`);
  }
}
