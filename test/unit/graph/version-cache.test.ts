import { describe, expect, test } from '@jest/globals';
import { MAX_AGE_MS, type GraphVersion, createVersionCache } from '../../../src/graph/version-cache.ts';

/** A graph whose version others advance, a clock, and how often the graph was looked at. */
function graph() {
  const state = { version: 1, stable: true, now: 0, looks: 0 };
  const look = (): Promise<GraphVersion> => {
    state.looks++;
    return Promise.resolve({ version: String(state.version), stable: state.stable });
  };
  return { state, watch: createVersionCache(look, () => state.now) };
}

describe('the version is known without asking each time', () => {
  test('one look serves all who want to know within the time of a poll', async () => {
    const { state, watch } = graph();
    const all = await Promise.all([watch.recentVersion(), watch.recentVersion()]);
    state.now = MAX_AGE_MS / 4;
    all.push(await watch.recentVersion());
    expect([all, state.looks]).toEqual([['1', '1', '1'], 1]);
  });

  test('what others write shows after that time', async () => {
    const { state, watch } = graph();
    await watch.recentVersion();
    state.version = 2;
    state.now = MAX_AGE_MS / 4;
    expect(await watch.recentVersion()).toBe('1');
    state.now = MAX_AGE_MS + 1;
    expect(await watch.recentVersion()).toBe('2');
  });

  test('half way through, the next look begins, and nobody waits for it', async () => {
    const { state, watch } = graph();
    await watch.recentVersion();
    state.version = 2;
    state.now = MAX_AGE_MS / 2 + 1;
    expect(await watch.recentVersion()).toBe('1');
    await new Promise((resolve) => setImmediate(resolve)); // for that look to end
    expect(await watch.recentVersion()).toBe('2');
    expect(state.looks).toBe(2);
  });

  test('exactly now, it is looked at now', async () => {
    const { state, watch } = graph();
    await watch.recentVersion();
    state.version = 2;
    expect(await watch.recentVersion(true)).toBe('2');
    expect(await watch.recentVersion()).toBe('2');
  });

  test('there is none while a commit goes on', async () => {
    const { state, watch } = graph();
    state.stable = false;
    expect(await watch.recentVersion()).toBeNull();
  });
});

describe('a write of this process shows at once', () => {
  test('though the version was looked at a moment ago', async () => {
    const { state, watch } = graph();
    await watch.recentVersion();
    state.version = 2;
    watch.invalidate();
    expect(await watch.recentVersion()).toBe('2');
  });

  test('though a look that began before it ends after it', async () => {
    let answer: (seen: GraphVersion) => void = () => {};
    const answers = [
      new Promise<GraphVersion>((resolve) => (answer = resolve)),
      Promise.resolve({ version: '2', stable: true }),
    ];
    const watch = createVersionCache(() => answers.shift()!);
    const before = watch.recentVersion();
    watch.invalidate();
    answer({ version: '1', stable: true });
    expect([await before, await watch.recentVersion()]).toEqual(['1', '2']);
  });
});

test('a look that fails is told to who waits for it, and the next one looks again', async () => {
  const answers = [Promise.reject<GraphVersion>(new Error('gone')), Promise.resolve({ version: '1', stable: true })];
  const watch = createVersionCache(() => answers.shift()!);
  await expect(watch.recentVersion()).rejects.toThrow('gone');
  expect(await watch.recentVersion()).toBe('1');
});
