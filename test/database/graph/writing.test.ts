import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import neo4j from 'neo4j-driver';
import { type Database, connect } from '../../../src/graph/database.ts';
import { MAX_AGE_MS } from '../../../src/graph/version-cache.ts';
import { emptyGraph, testAddress, testDatabase } from '../../support/database.ts';
import { proxyTo } from '../../support/proxy.ts';

let database: Database;
/** The same graph, as another server would see it. */
let other: Database;
beforeAll(async () => {
  database = await testDatabase();
  other = await connect(testAddress());
});
afterAll(() => other.close());
beforeEach(() => emptyGraph(database));

describe('write', () => {
  test('is visible to the reads after it', async () => {
    for (let key = 0; key < 20; key++) {
      await database.write((tx) => tx.run('CREATE (:Topic {key: $key})', { key: `t${key}` }));
      const seen = await database.read((tx) => tx.rows('MATCH (t:Topic) RETURN count(*)'));
      expect(seen).toEqual([[key + 1]]);
    }
  });

  test('is rolled back when its function throws', async () => {
    const version = await database.version();
    const failing = database.write(async (tx) => {
      await tx.run('CREATE (:Topic)');
      throw new RangeError('mine');
    });
    await expect(failing).rejects.toThrow(RangeError);
    expect(await database.read((tx) => tx.rows('MATCH (t:Topic) RETURN count(*)'))).toEqual([[0]]);
    expect(await database.version()).toBe(version);
  });

  test('excludes other writes, of the same server and of others', async () => {
    await database.write((tx) => tx.run('CREATE (:Counter {value: 0, versions: []})'));
    // Reading first and setting later loses counts wherever two overlap.
    const count = (server: Database) =>
      server.write(async (tx, version) => {
        const [[value]] = (await tx.rows('MATCH (c:Counter) RETURN c.value')) as [[number]];
        await tx.run('MATCH (c:Counter) SET c.value = $next, c.versions = c.versions + $version', {
          next: value + 1,
          version,
        });
      });
    await Promise.all(Array.from({ length: 60 }, (_, n) => count(n % 2 ? database : other)));

    const [[value, versions]] = (await database.read((tx) =>
      tx.rows('MATCH (c:Counter) RETURN c.value, c.versions'),
    )) as [[number, number[]]];
    expect(value).toBe(60);
    expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
  });

  test('does not wait for readers, nor readers for writers that wait', async () => {
    const writes = Array.from({ length: 50 }, () => database.write((tx) => tx.run('CREATE (:Topic)')));
    await database.read((tx) => tx.rows('RETURN 1'), { timeoutMs: 30_000 });
    await Promise.all(writes);
  });

  test('reports that the database was emptied, and works again after a start', async () => {
    await database.write((tx) => tx.run('MATCH (n:Graph) DETACH DELETE n'));
    await expect(database.write((tx) => tx.run('CREATE (:Topic)'))).rejects.toMatchObject({ code: 'NOT_PREPARED' });
    await database.migrate();
    await database.write((tx) => tx.run('CREATE (:Topic)'));
  });

  test('takes effect once when the connection is lost after the commit was sent', async () => {
    const proxy = await proxyTo(Number(new URL(testAddress().uri).port));
    const shaky = await connect({ ...testAddress(), uri: `bolt://127.0.0.1:${proxy.port}` });
    let times = 0;
    const key = await shaky.write(async (tx) => {
      times++;
      await tx.run('CREATE (:Topic {key: $key})', { key: `t${times}` });
      // The next such message is that of this very transaction: announcing is a statement of its own.
      if (times === 1) proxy.cutAfter(COMMIT);
      return `t${times}`;
    });
    await shaky.close();
    await proxy.close();

    expect(proxy.cuts()).toBe(1);
    expect(times).toBe(1);
    expect(key).toBe('t1');
    expect(await database.read((tx) => tx.rows('MATCH (t:Topic) RETURN t.key'))).toEqual([['t1']]);
  });
});

describe('version', () => {
  test('changes with every write and with nothing else', async () => {
    const versions: (string | null)[] = [];
    for (let n = 0; n < 3; n++) {
      await other.write((tx) => tx.run('CREATE (:Topic)'));
      versions.push(await database.version(true), await database.version(true));
    }
    expect(new Set(versions).size).toBe(3);
    expect(versions[0]).toBe(versions[1]);
  });

  test('shows a write of this process at once, and one of another within the time of a poll', async () => {
    const before = await database.version();
    await database.write((tx) => tx.run('CREATE (:Topic)'));
    const own = await database.version();
    expect(own).not.toBe(before);

    await other.write((tx) => tx.run('CREATE (:Topic)'));
    await sleep(MAX_AGE_MS + 1);
    const others = await database.version();
    expect(others).not.toBe(own);
    expect(others).toBe(await other.version());
  });

  test('is null during a commit', async () => {
    const { uri, username, password } = testAddress();
    await using driver = neo4j.driver(uri, neo4j.auth.basic(username, password));
    await driver.executeQuery('MATCH (c:Commits) SET c.begun = c.begun + 1'); // announced, and not yet settled
    expect(await database.version(true)).toBeNull();
    await database.write(() => Promise.resolve());
    expect(await database.version()).toEqual(expect.any(String));
  });
});

describe('during many writes', () => {
  test('reads show one state of the graph', async () => {
    await database.write((tx) => tx.run('UNWIND range(1, 300) AS n CREATE (:Counter {value: 0})'));
    let writing = true;
    let rounds = 0;
    const writer = (async () => {
      for (; writing; rounds++) await other.write((tx) => tx.run('MATCH (c:Counter) SET c.value = c.value + 1'));
    })();

    const cypher = 'MATCH (c:Counter) RETURN min(c.value) AS low, max(c.value) AS high';
    const torn: unknown[] = [];
    for (let turn = 0; turn < 100; turn++) {
      const rows =
        turn % 2
          ? await database.queryRows({ cypher, columns: ['low', 'high'] }, {})
          : await database.read((tx) => tx.rows(cypher));
      const [low, high] = rows[0]!;
      if (low !== high) torn.push(rows[0]);
    }
    writing = false;
    await writer;
    expect(rounds).toBeGreaterThan(20);
    expect(torn).toEqual([]);
  });
});

/** The message of a commit in the Bolt protocol: a chunk of two bytes and the end of the message. */
const COMMIT = Buffer.from([0x00, 0x02, 0xb0, 0x12, 0x00, 0x00]);
