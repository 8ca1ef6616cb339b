import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type Admission, type AdmissionLimits, createAdmission } from '../../../src/api/admission.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const LIMITS: AdmissionLimits = { running: 2, fair: 3, waiting: 6, burstMs: 500, waitMs: 1_000 };

/** Operations that run until they are told to end. */
function operations(limits: Partial<AdmissionLimits> = {}) {
  const admission: Admission = createAdmission({ ...LIMITS, ...limits });
  const state = { started: [] as string[], refused: [] as string[], answers: new Map<string, unknown>() };
  const ends = new Map<string, () => void>();
  return {
    ...state,
    ask: (name: string, signal?: AbortSignal) => {
      const work = () =>
        new Promise<string>((resolve) => (state.started.push(name), ends.set(name, () => resolve(name))));
      admission.run(work, signal).then(
        (answer) => state.answers.set(name, answer),
        (error: Error & { code?: string }) => state.refused.push(`${name}: ${error.code ?? error.message}`),
      );
    },
    end: async (name: string) => {
      ends.get(name)!();
      await jest.advanceTimersByTimeAsync(0);
    },
    pass: (ms: number) => jest.advanceTimersByTimeAsync(ms),
  };
}

describe('admission', () => {
  test('runs so many at once, and the next in the order in which they came', async () => {
    const { ask, end, started, answers } = operations();
    for (const name of ['a', 'b', 'c', 'd', 'e']) ask(name);
    expect(started).toEqual(['a', 'b']);
    await end('b');
    await end('a');
    await end('d');
    expect(started).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect([...answers.keys()]).toEqual(['b', 'a', 'd']);
  });

  test('takes the newest while more wait than are served in time', async () => {
    const { ask, end, started } = operations({ running: 1 });
    for (const name of ['run', 'a', 'b', 'c', 'd', 'e']) ask(name);
    for (let next = 0; next < 5; next++) await end(started.at(-1)!);
    expect(started).toEqual(['run', 'e', 'd', 'a', 'b', 'c']);
  });

  test('refuses what has waited too long, and nothing else', async () => {
    const { ask, end, pass, started, refused } = operations({ running: 1 });
    ask('run');
    ask('a');
    await pass(600);
    ask('b');
    await pass(399);
    expect(refused).toEqual([]);
    await pass(1);
    expect(refused).toEqual(['a: OVERLOADED']);
    await end('run');
    expect(started).toEqual(['run', 'b']);
    await end('b');
    ask('c');
    ask('d');
    await pass(1_000);
    expect(refused).toEqual(['a: OVERLOADED', 'd: OVERLOADED']);
  });

  test('refuses the one that has waited longest when one more would wait than may', async () => {
    const { ask, pass, refused } = operations({ running: 1, fair: 2, waiting: 2 });
    for (const name of ['run', 'a', 'b', 'c']) ask(name);
    await pass(0);
    expect(refused).toEqual(['a: OVERLOADED']);
  });

  test('lets few wait once the queue has been long for longer than a burst, until it has been empty', async () => {
    const { ask, end, pass, started, refused } = operations({ running: 1 });
    for (const name of ['run', 'a', 'b', 'c', 'd']) ask(name);
    await pass(499);
    ask('e');
    await pass(1);
    expect(refused).toEqual([]);
    ask('f');
    await pass(0);
    expect(refused).toEqual(['a: OVERLOADED', 'b: OVERLOADED', 'c: OVERLOADED']);
    for (let next = 0; next < 4; next++) await end(started.at(-1)!);
    expect(started).toEqual(['run', 'd', 'e', 'f']);
    for (const name of ['again', 'g', 'h', 'i', 'j']) ask(name);
    await pass(0);
    expect(refused).toHaveLength(3);
  });

  test('with no queue refuses at once what cannot run', async () => {
    const { ask, pass, refused, started } = operations({ running: 1, fair: 0, waiting: 0, burstMs: 0, waitMs: 0 });
    ask('run');
    ask('a');
    await pass(0);
    expect([started, refused]).toEqual([['run'], ['a: OVERLOADED']]);
  });

  test('does not run what its client has left', async () => {
    const { ask, end, started, refused } = operations({ running: 1 });
    const left = new AbortController();
    ask('run');
    ask('a', left.signal);
    ask('b');
    left.abort(new Error('left'));
    await end('run');
    expect(started).toEqual(['run', 'b']);
    expect(refused).toEqual(['a: left']);
  });

  test('goes on after work that fails', async () => {
    const admission = createAdmission({ ...LIMITS, running: 1 });
    await expect(admission.run(() => Promise.reject(new RangeError('mine')))).rejects.toThrow(RangeError);
    expect(await admission.run(() => Promise.resolve('next'))).toBe('next');
  });
});
