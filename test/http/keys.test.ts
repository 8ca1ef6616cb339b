import { beforeEach, describe, expect, test } from '@jest/globals';
import { createApiKeyVerifier } from '../../src/access/verify-api-key.ts';
import { addFirstKey, addKey, hasKeys, listKeys, revokeKey } from '../../src/access/api-keys.ts';
import { firstKeyNotice } from '../../src/cli/startup/first-key.ts';
import { type Database } from '../../src/graph/database.ts';
import { chancery } from '../support/chancery.ts';
import { emptyGraph, testAddress, testDatabase } from '../support/database.ts';
import { settingsFor } from '../support/program.ts';

let database: Database;
beforeEach(async () => {
  database = await testDatabase();
  await emptyGraph(database);
});

/** Runs `chancery keys ...`; gives its exit code and all it printed. */
async function keys(...words: string[]): Promise<{ code: number | NodeJS.Signals; output: string }> {
  const command = chancery(['keys', ...words], settingsFor(testAddress()));
  return { code: await command.ended, output: command.output() };
}

const KEY = /chancery_[0-9a-f]{12}_[0-9a-f]{64}/;

describe('chancery keys', () => {
  test('creates a key that works, prints it once, lists it without its secret, and revokes it', async () => {
    const { code, output } = await keys('add', 'Anna Berg', '--role', 'analyst');
    expect(code).toBe(0);
    const [key] = KEY.exec(output)!;
    expect(output).toMatch(
      /shown only this once.*\n[^]*Authorization: Bearer KEY[^]*under Headers[^]*keys revoke "Anna Berg"/,
    );
    expect(await createApiKeyVerifier(database)(key)).toEqual({ name: 'Anna Berg', role: 'ANALYST', kind: 'key' });

    const list = await keys('list');
    expect(list.output).toMatch(
      /name +role +created on +last used on +revoked on\nAnna Berg +analyst +\d{4}-\d\d-\d\d/,
    );
    expect(list.output).not.toMatch(/chancery_|[0-9a-f]{64}/);

    expect((await keys('revoke', 'Anna Berg')).code).toBe(0);
    await expect(createApiKeyVerifier(database)(key)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect((await keys('list')).output).toMatch(/Anna Berg .*\d{4}-\d\d-\d\d$/m);
  });

  test('reports errors with advice', async () => {
    await addKey(database, { name: 'anna', role: 'READER' });
    expect(await keys('add', 'anna', '--role', 'analyst')).toMatchObject({
      code: 1,
      output: expect.stringContaining('keys revoke "anna"') as unknown,
    });
    expect(await keys('revoke', 'ana')).toMatchObject({
      code: 1,
      output: expect.stringContaining('Did you mean anna?') as unknown,
    });
    expect(await keys('add', 'berta', '--role', 'owner')).toMatchObject({
      code: 1,
      output: expect.stringContaining('Expected one of reader, analyst, admin.') as unknown,
    });
    expect((await keys('add', 'berta')).output).toContain('--role');
  });
});

describe('names', () => {
  test.each(['', ' anna', 'anna ', 'a|b', 'a@b', 'a\nb', 'x'.repeat(64), 'anonymous', 'Chancery', '-anna'])(
    '%j is refused',
    async (name) => {
      await expect(addKey(database, { name, role: 'READER' })).rejects.toMatchObject({ code: 'INVALID_NAME' });
      expect(await hasKeys(database)).toBe(false);
    },
  );

  test.each(['Anna Berg', 'Jürgen-2', 'Зеленський', '范斯', 'import_job.1'])('%j is accepted', async (name) => {
    await addKey(database, { name, role: 'READER' });
    expect(await listKeys(database)).toMatchObject([{ name, role: 'READER', revokedAt: null }]);
  });

  test('are free again once their key is revoked, and the old one stays in the list', async () => {
    await addKey(database, { name: 'anna', role: 'READER' });
    await revokeKey(database, 'anna');
    await addKey(database, { name: 'anna', role: 'ANALYST' });
    expect((await listKeys(database)).map(({ role, revokedAt }) => [role, revokedAt === null])).toEqual([
      ['READER', false],
      ['ANALYST', true],
    ]);
  });

  test('two concurrent keys of one name are one', async () => {
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => addKey(database, { name: 'anna', role: 'READER' })));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await listKeys(database)).toHaveLength(1);
  });
});

describe('the first start', () => {
  const local = { isManaged: true, host: 'localhost', isTerminal: false };

  test('with a managed database on loopback prints a key once', async () => {
    const lines = (await firstKeyNotice(database, local)).join('\n');
    const [key] = KEY.exec(lines)!;
    expect(lines).toContain(`{"authorization": "Bearer ${key}"}`);
    expect(await createApiKeyVerifier(database)(key)).toMatchObject({ role: 'ANALYST' });
    expect(await firstKeyNotice(database, local)).toEqual([]);
  });

  test('prints the command instead where others could read the output', async () => {
    for (const elsewhere of [
      { ...local, host: '0.0.0.0' },
      { ...local, host: '192.0.2.1' },
      { ...local, isManaged: false },
      { ...local, isManaged: false, isTerminal: true },
    ]) {
      expect(await firstKeyNotice(database, elsewhere)).toEqual([
        'There is no key for writing yet. Create one: npm run -s chancery -- keys add NAME --role analyst',
      ]);
    }
    expect(await hasKeys(database)).toBe(false);
  });

  test('on a terminal prints one, whatever it listens on', async () => {
    expect((await firstKeyNotice(database, { ...local, host: '0.0.0.0', isTerminal: true })).join('\n')).toMatch(KEY);
  });

  test('never happens again, even if all keys are revoked', async () => {
    await addFirstKey(database, 'analyst', 'ANALYST');
    await revokeKey(database, 'analyst');
    expect(await firstKeyNotice(database, local)).toEqual([]);
  });

  test('two concurrent ones create one key', async () => {
    const made = await Promise.all([1, 2, 3].map(() => addFirstKey(database, 'analyst', 'ANALYST')));
    expect(made.filter((key) => key !== null)).toHaveLength(1);
    expect(await listKeys(database)).toHaveLength(1);
  });
});
