import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { createIdleScheduler } from '../../../src/api/idle-scheduler.ts';

/** Whether it settles before anything else gets a turn. */
const isAtOnce = (promise: Promise<void>) => Promise.race([promise.then(() => true), sleep(0, false)]);

test('who waits for nobody goes on at once', async () => {
  expect(await isAtOnce(createIdleScheduler().yieldToForeground())).toBe(true);
});

test('what nobody waits for gives way until the last that somebody waits for is done, fails it or not', async () => {
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

test('where there is always somebody, it goes on all the same', async () => {
  const pace = createIdleScheduler();
  void pace.foreground(() => new Promise(() => {}));
  await pace.yieldToForeground();
});
