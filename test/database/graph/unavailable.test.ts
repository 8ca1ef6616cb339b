import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Database, type Tx, connect } from '../../../src/graph/database.ts';
import { emptyGraph, testAddress, testDatabase } from '../../support/database.ts';
import { type Proxy, proxyTo } from '../../support/proxy.ts';

let database: Database;
/** The same database over a network that hangs when a test says so. */
let shaky: Database;
let proxy: Proxy;
beforeAll(async () => {
  database = await testDatabase();
  proxy = await proxyTo(Number(new URL(testAddress().uri).port));
  shaky = await connect({ ...testAddress(), uri: `bolt://127.0.0.1:${proxy.port}` });
});
afterAll(async () => {
  await shaky.close();
  await proxy.close();
});
beforeEach(() => emptyGraph(database));

const topics = () => database.read((tx) => tx.rows('MATCH (t:Topic) RETURN t.key ORDER BY t.key'));
const create = (key: string) => (tx: Tx) => tx.run('CREATE (:Topic {key: $key})', { key });
const ONE = { cypher: 'RETURN 1 AS n', columns: ['n'] };

describe('while the database does not answer', () => {
  test('impatient callers are told, others wait until it does', async () => {
    proxy.hang();
    const patient = shaky.read((tx) => tx.rows('RETURN 1'));
    const impatient = shaky.impatient();
    const told = await Promise.allSettled([
      impatient.read((tx) => tx.rows('RETURN 1')),
      impatient.queryRows(ONE, {}),
      impatient.write(create('a')),
      impatient.version(true),
      impatient.ping(),
    ]);
    expect(told).toEqual(told.map(() => ({ status: 'rejected', reason: expect.any(Error) })));
    await expect(impatient.queryRows(ONE, {})).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
    proxy.goOn();
    expect(await patient).toEqual([[1]]);
    await isBack(impatient);
    expect(await impatient.queryRows(ONE, {})).toEqual([[1]]);
  });

  test('a write that was given up before its commit has no effect', async () => {
    const writing = shaky.impatient().write(async (tx) => {
      await create('a')(tx);
      proxy.hang();
      return tx.rows('RETURN 1');
    });
    const error = await writing.catch((error: unknown) => error);
    expect(error).toMatchObject({ code: 'DATABASE_UNAVAILABLE', details: {} });
    proxy.goOn();
    await isBack(shaky.impatient());
    await shaky.write(create('b')); // waits for the one before it
    expect(await topics()).toEqual([['b']]);
  });

  test('a write whose commit was sent says that it may take effect, and does once', async () => {
    const writing = shaky.impatient().write(async (tx) => {
      await create('a')(tx);
      proxy.hang(COMMIT);
    });
    await expect(writing).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE', details: { mayTakeEffect: true } });
    proxy.goOn();
    await isBack(shaky.impatient());
    await shaky.write(create('b'));
    expect(await topics()).toEqual([['a'], ['b']]);
  });
});

async function isBack(impatient: Database): Promise<void> {
  const answers = () =>
    impatient.ping().then(
      () => true,
      () => false,
    );
  while (!(await answers())) await sleep(20);
}

/** The message of a commit in the Bolt protocol: a chunk of two bytes and the end of the message. */
const COMMIT = Buffer.from([0x00, 0x02, 0xb0, 0x12, 0x00, 0x00]);
