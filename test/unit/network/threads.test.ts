import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from '@jest/globals';
import { createNetworkPool } from '../../../src/network/pool.ts';
import { type Network } from '../../../src/network/types.ts';
import { networkFrom } from './networks.ts';

const pool = createNetworkPool({ threads: 2 });
afterAll(() => pool.close());

const pair = networkFrom(2, [[0, 1, 1]]);
const COMPONENT = { measure: 'component' } as const;
const BETWEENNESS = { measure: 'betweenness', lengths: 'STEPS', sample: null } as const;

/**
 * Every node of an even number with every one of an odd number. Betweenness takes two cores that do nothing else four
 * seconds for two thousand, twenty for four thousand.
 */
function twoSides(nodeCount: number): Network {
  const half = nodeCount / 2;
  return {
    nodes: Int32Array.from({ length: nodeCount }, (_, i) => i),
    offsets: Int32Array.from({ length: nodeCount + 1 }, (_, i) => i * half),
    neighbours: Int32Array.from(
      { length: nodeCount * half },
      (_, e) => 2 * (e % half) + ((Math.floor(e / half) + 1) % 2),
    ),
    weights: new Float64Array(nodeCount * half).fill(1),
    tieCount: half ** 2,
  };
}

describe('a call whose answer is no longer wanted', () => {
  test('is not begun', async () => {
    const reason = new Error('gone');
    await expect(pool.measure(pair, COMPONENT, AbortSignal.abort(reason))).rejects.toBe(reason);
  });

  test('ends at once, and makes room for the next', async () => {
    const large = twoSides(4_000);
    const leaving = new AbortController();
    const answer = pool.measure(large, BETWEENNESS, leaving.signal);
    const next = pool.measure(pair, COMPONENT);
    setTimeout(() => leaving.abort(new Error('gone')), 200);
    const begun = performance.now();
    await expect(answer).rejects.toThrow('gone');
    expect([...(await next)]).toEqual([1, 1]);
    expect([...(await pool.measure(pair, COMPONENT))]).toEqual([1, 1]);
    // Half of what the whole work takes at least, whatever else the machine does.
    expect(performance.now() - begun).toBeLessThan(10_000);
  });
});

test('a small call does not wait until a large one is done', async () => {
  const leaving = new AbortController();
  let isDone = false;
  const large = pool.measure(twoSides(2_000), BETWEENNESS, leaving.signal).finally(() => (isDone = true));
  large.catch(() => {});
  for (let turn = 0; turn < 3; turn++) await pool.measure(pair, COMPONENT);
  expect(isDone).toBe(false);
  leaving.abort(new Error('gone'));
  await expect(large).rejects.toThrow('gone');
});

test('a thread that fails fails its call, and the next has a new one', async () => {
  await expect(pool.measure({} as Network, COMPONENT)).rejects.toThrow('undefined');
  expect([...(await pool.measure(pair, COMPONENT))]).toEqual([1, 1]);
});

test('threads end when they have nothing to do, and start again', async () => {
  const brief = createNetworkPool({ threads: 1, idleMs: 1 });
  for (let turn = 0; turn < 3; turn++) {
    expect([...(await brief.measure(pair, COMPONENT))]).toEqual([1, 1]);
    await new Promise((done) => setTimeout(done, 50));
  }
  await brief.close();
});

test('a pool that is closed answers nothing more', async () => {
  const closing = createNetworkPool({ threads: 1 });
  const answers = [closing.measure(twoSides(500), BETWEENNESS), closing.measure(pair, COMPONENT)];
  const settled = Promise.allSettled(answers);
  await closing.close();
  expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await expect(closing.measure(pair, COMPONENT)).rejects.toThrow('stopping');
});

test('a process ends though a pool is open, and gives way with its threads only', async () => {
  const script = `
    import { readdirSync, readFileSync } from 'node:fs';
    import { createNetworkPool } from './src/network/pool.ts';
    const network = { nodes: Int32Array.of(0), offsets: Int32Array.of(0, 0), neighbours: new Int32Array(0), weights: new Float64Array(0), tieCount: 0 };
    const own = () => process.platform === 'linux' ? readdirSync('/proc/self/task').map((id) => ({
      id, nice: Number(readFileSync('/proc/self/task/' + id + '/stat', 'utf8').split(') ')[1].split(' ')[16]) })) : [];
    const before = own();
    const found = await createNetworkPool({ threads: 1 }).measure(network, { measure: 'component' });
    const added = own().filter(({ id }) => !before.some((other) => other.id === id));
    const same = own().filter(({ id }) => !added.some((other) => other.id === id));
    console.log(JSON.stringify({ found: [...found], before: before.map((x) => x.nice), same: same.map((x) => x.nice), added: added.map((x) => x.nice) }));`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--input-type=module-typescript', '-e', script],
    { timeout: 20_000 },
  );
  const { found, before, same, added } = JSON.parse(stdout) as Record<string, number[]>;
  expect(found).toEqual([1]);
  expect(same).toEqual(before);
  if (process.platform === 'linux') expect(added).toContain(19);
});
