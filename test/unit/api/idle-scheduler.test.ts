import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { createIdleScheduler } from '../../../src/api/idle-scheduler.ts';

/** Whether it settles at once. */
const isAtOnce = (promise: Promise<void>) => Promise.race([promise.then(() => true), sleep(0, false)]);

test('without foreground work, background work continues at once', async () => {
  expect(await isAtOnce(createIdleScheduler().yieldToForeground())).toBe(true);
});

test('background work waits until the last foreground work has settled', async () => {
  const pace = createIdleScheduler();
  const [one, other] = [Promise.withResolvers<string>(), Promise.withResolvers<string>()];
  const asked = [pace.foreground(() => one.promise), pace.foreground(() => other.promise)];
  const turn = pace.yieldToForeground();
  one.resolve('answer');
  expect(await asked[0]).toBe('answer');
  expect(await isAtOnce(turn)).toBe(false);
  other.reject(new Error('no answer'));
  await expect(asked[1]).rejects.toThrow('no answer');
  expect(await isAtOnce(turn)).toBe(true);
});

test('with endless foreground work, background work continues after a while', async () => {
  const pace = createIdleScheduler();
  void pace.foreground(() => new Promise(() => {}));
  await pace.yieldToForeground();
});
