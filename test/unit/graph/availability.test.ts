import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Neo4jError } from 'neo4j-driver';
import { createAvailability } from '../../../src/graph/availability.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const REFUSED = new Neo4jError('connection refused', 'ServiceUnavailable', '', '');

/** A database that answers, refuses connections or hangs, and who waits for it. */
function watched() {
  const state = { is: 'answering' as 'answering' | 'refusing' | 'hanging', pings: 0, heldUpMs: 0, hasSpareTime: true };
  const hanging: (() => void)[] = [];
  const ping = () => {
    state.pings++;
    if (state.is === 'answering') return Promise.resolve();
    if (state.is === 'refusing') return Promise.reject(REFUSED);
    return new Promise<void>((resolve) => hanging.push(resolve));
  };
  const now = () => Date.now() + state.heldUpMs;
  const unavailable = () => new Error('unavailable');
  const hasSpareTime = () => state.hasSpareTime;
  const availability = createAvailability({ ping, unavailable, hasSpareTime, now });
  const never = () => new Promise<never>(() => {});
  return {
    state,
    availability,
    /** What becomes of work that waits for the database; undefined while it does. */
    ask: (work: () => Promise<unknown> = never) => {
      const asked: { outcome?: unknown } = {};
      availability.guard(work).then(
        (value) => (asked.outcome = value),
        (error: Error) => (asked.outcome = error.message),
      );
      return asked;
    },
    wake: () => hanging.splice(0).forEach((answer) => answer()),
    pass: (ms: number) => jest.advanceTimersByTimeAsync(ms),
  };
}

describe('a database that answers', () => {
  test('is not pinged when nobody waits, nor by work that ends soon', async () => {
    const { ask, pass, state } = watched();
    await pass(10_000);
    const asked = ask(() => Promise.resolve('rows'));
    await pass(10_000);
    expect([asked.outcome, state.pings]).toEqual(['rows', 0]);
  });

  test('is waited for, however long a query takes, as long as it answers pings', async () => {
    const { ask, pass } = watched();
    const asked = ask();
    await pass(60_000);
    expect(asked.outcome).toBeUndefined();
  });

  test('that is too busy for pings, but answers anything else, is waited for', async () => {
    const { ask, pass, state, availability } = watched();
    state.is = 'hanging';
    const asked = ask();
    for (let answers = 0; answers < 20; answers++) {
      await pass(500);
      availability.answered();
    }
    expect(asked.outcome).toBeUndefined();
  });

  test('is not blamed for the time in which this process itself was held up', async () => {
    const { ask, pass, state, wake } = watched();
    state.is = 'hanging';
    const asked = ask();
    await pass(100);
    state.heldUpMs = 5_000;
    await pass(100);
    wake();
    await pass(500);
    expect(asked.outcome).toBeUndefined();
  });

  test('is waited for longer while the machine has no processor to spare, but not for ever', async () => {
    const { ask, pass, state, wake } = watched();
    Object.assign(state, { is: 'hanging', hasSpareTime: false });
    const asked = ask();
    await pass(3_000);
    wake();
    await pass(3_000);
    expect(asked.outcome).toBeUndefined();
    await pass(1_500);
    expect(asked.outcome).toBe('unavailable');
  });

  test('is not blamed for one lost connection', async () => {
    const { ask, pass, availability } = watched();
    const asked = ask();
    availability.lost();
    await pass(5_000);
    expect(asked.outcome).toBeUndefined();
  });

  test('is one that sends errors', async () => {
    const ping = () => Promise.reject(new Neo4jError('no', 'Neo.ClientError.Security.Unauthorized', '', ''));
    const availability = createAvailability({ ping, unavailable: () => new Error('unavailable') });
    let outcome: unknown;
    availability.guard(() => new Promise(() => {})).catch((error: unknown) => (outcome = error));
    await jest.advanceTimersByTimeAsync(5_000);
    expect(outcome).toBeUndefined();
  });
});

describe('a database that hangs', () => {
  test('is noticed within a second by those who wait, and at once by those who come then', async () => {
    const { ask, pass, state } = watched();
    state.is = 'hanging';
    const asked = [ask(), ask()];
    await pass(700);
    expect(asked.map(({ outcome }) => outcome)).toEqual([undefined, undefined]);
    await pass(200);
    expect(asked.map(({ outcome }) => outcome)).toEqual(['unavailable', 'unavailable']);
    const late = ask();
    await pass(0);
    expect(late.outcome).toBe('unavailable');
  });

  test('is used again as soon as it answers', async () => {
    const { ask, pass, state, wake } = watched();
    state.is = 'hanging';
    ask();
    await pass(30_000);
    state.is = 'answering';
    wake();
    await pass(0);
    const asked = ask(() => Promise.resolve('rows'));
    await pass(0);
    expect(asked.outcome).toBe('rows');
  });
});

describe('a database that is gone', () => {
  test('is noticed at once when a connection is lost and no other can be had', async () => {
    const { ask, pass, state, availability } = watched();
    const asked = ask();
    state.is = 'refusing';
    availability.lost();
    await pass(0);
    expect(asked.outcome).toBe('unavailable');
  });

  test('is asked for until it is back, and then no more', async () => {
    const { ask, pass, state, availability } = watched();
    ask();
    state.is = 'refusing';
    availability.lost();
    await pass(3_000);
    expect(state.pings).toBeGreaterThan(20);
    state.is = 'answering';
    await pass(200);
    state.pings = 0;
    await pass(5_000);
    expect(state.pings).toBe(0);
    const asked = ask(() => Promise.resolve('rows'));
    await pass(0);
    expect(asked.outcome).toBe('rows');
  });
});
