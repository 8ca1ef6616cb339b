import { describe, expect, test } from '@jest/globals';
import { rateLimited } from '../../../src/access/authenticator.ts';
import { MAX_FAILURES, createRateLimiter } from '../../../src/access/rate-limit.ts';
import { type Caller, invalidCredential } from '../../../src/access/caller.ts';
import { ClientError } from '../../../src/domain/errors.ts';

const anna: Caller = { name: 'anna', role: 'ANALYST', kind: 'key' };
const HERE = '192.0.2.1';

/** An authenticator for which only these keys are valid. */
function accessWith(...right: string[]) {
  const clock = { now: 0 };
  const checked: string[] = [];
  const keys = async (text: string): Promise<Caller> => {
    checked.push(text);
    await Promise.resolve();
    if (text === 'away') throw new ClientError('DATABASE_UNAVAILABLE', 'It is away.');
    if (!right.includes(text)) throw invalidCredential('a test');
    return anna;
  };
  const attempts = createRateLimiter(() => clock.now);
  const open = rateLimited(true, keys, null, attempts);
  const ask = (key: string, address = HERE) =>
    open(`Bearer ${key}`, () => address).then(
      ({ name }) => name,
      (error: ClientError) => error.code,
    );
  const failOften = async () => {
    for (let n = 0; n < MAX_FAILURES; n++) expect(await ask(`wrong-${n}`)).toBe('UNAUTHENTICATED');
  };
  return { ask, failOften, checked, clock, open };
}

describe('after too many failures', () => {
  test('even a valid key has to wait, and is not checked; from other addresses it works', async () => {
    const { ask, failOften, checked } = accessWith('right');
    await failOften();
    const before = checked.length;
    expect(await ask('wrong')).toBe('TOO_MANY_ATTEMPTS');
    expect(await ask('right')).toBe('TOO_MANY_ATTEMPTS');
    expect(checked).toHaveLength(before);
    expect(await ask('right', '192.0.2.2')).toBe('anna');
  });

  test('a recently valid key still works behind the same proxy', async () => {
    const { ask, failOften } = accessWith('right');
    expect(await ask('right')).toBe('anna');
    await failOften();
    expect(await ask('right')).toBe('anna');
    expect(await ask('other')).toBe('TOO_MANY_ATTEMPTS');
  });

  test('everything works again after a minute', async () => {
    const { ask, failOften, clock } = accessWith('right');
    await failOften();
    clock.now += 60_000;
    expect(await ask('right')).toBe('anna');
  });

  test('the error says how long to wait', async () => {
    const { failOften, open } = accessWith();
    await failOften();
    await expect(open('Bearer wrong', () => HERE)).rejects.toMatchObject({
      code: 'TOO_MANY_ATTEMPTS',
      message: expect.stringContaining('Try again with a valid one in 60 seconds') as unknown,
      details: { retryAfter: 60 },
    });
  });
});

test('concurrent attempts do not exceed the limit', async () => {
  const { ask, checked } = accessWith();
  const codes = await Promise.all(Array.from({ length: 200 }, (_, n) => ask(`wrong-${n}`)));
  expect(codes.filter((code) => code === 'UNAUTHENTICATED')).toHaveLength(MAX_FAILURES);
  expect(checked).toHaveLength(MAX_FAILURES);
});

test('a hundred concurrent requests with a new key are one attempt', async () => {
  const { ask, checked } = accessWith('right');
  const names = await Promise.all(Array.from({ length: 100 }, () => ask('right')));
  expect(new Set(names)).toEqual(new Set(['anna']));
  expect(checked).toEqual(['right']);
});

test('errors that the caller did not cause do not count', async () => {
  const { ask } = accessWith('right');
  for (let n = 0; n < 2 * MAX_FAILURES; n++) expect(await ask('away')).toBe('DATABASE_UNAVAILABLE');
  expect(await ask('right')).toBe('anna');
});

test.each(['Basic YTpi', 'Bearer', 'Bearer ', 'Bearer a b', 'right', ''])(
  'the header %j has no key',
  async (header) => {
    const { open } = accessWith('right');
    await expect(open(header, () => HERE)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  },
);

test('the scheme Bearer is case-insensitive', async () => {
  const { open } = accessWith('right');
  expect(await open('bearer  right ', () => HERE)).toEqual(anna);
});
