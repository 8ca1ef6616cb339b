import { access, stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { readConfig } from '../../src/cli/config.ts';
import { openDatabase, openForCommand } from '../../src/cli/open.ts';
import { type Database, connect } from '../../src/graph/database.ts';
import { homeAt, readRun } from '../../src/graph/managed/home.ts';
import { processesOn } from '../../src/graph/managed/orphans.ts';
import { addressOf, chancery, throwawayHome } from '../support/chancery.ts';

const MINUTES = 60_000;
const silent = () => {};

describe('the managed Neo4j', () => {
  test(
    'starts, is reachable by this machine and this user only, and stops with its owner',
    async () => {
      await using home = await throwawayHome();
      const db = chancery(['db'], { CHANCERY_HOME: home.folder });
      await db.says('Ctrl-C stops it.');

      const address = await addressOf(home.folder);
      expect(db.output()).toContain(address.uri);
      expect(db.output()).not.toContain(address.password);
      expect((await stat(homeAt(home.folder).passwordFile)).mode & 0o777).toBe(0o600);
      const database = await connect(address);
      await database.ping();
      await database.close();

      db.process.kill('SIGTERM');
      expect(await db.ended).toBe(0);
      expect(await processesOn(homeAt(home.folder).neo4j)).toEqual([]);
      await expect(access(homeAt(home.folder).runFile)).rejects.toThrow('ENOENT');
    },
    2 * MINUTES,
  );

  test(
    'stops in order when Ctrl-C arrives twice at once, as `npm run` does it',
    async () => {
      await using home = await throwawayHome();
      const db = chancery(['db'], { CHANCERY_HOME: home.folder });
      await db.says('Ctrl-C stops it.');
      db.process.kill('SIGINT');
      await sleep(50);
      db.process.kill('SIGINT');
      expect(await db.ended).toBe(0);
      expect(db.output()).toContain('Neo4j has stopped.');
    },
    2 * MINUTES,
  );

  test(
    'ends by itself when its owner is stopped while it starts',
    async () => {
      await using home = await throwawayHome();
      const db = chancery(['db'], { CHANCERY_HOME: home.folder });
      while ((await processesOn(homeAt(home.folder).neo4j)).length === 0) await sleep(50);
      db.process.kill('SIGINT');
      expect(await db.ended).toBe(0);
      await untilNothingRunsOn(home.folder);
    },
    2 * MINUTES,
  );

  test(
    'is used by one owner: a second one says who the first is, a command joins in',
    async () => {
      await using home = await throwawayHome();
      const settings = { CHANCERY_HOME: home.folder };
      const first = chancery(['db'], settings);
      await first.says('Ctrl-C stops it.');

      const second = chancery(['db'], settings);
      expect(await second.ended).toBe(1);
      expect(second.output()).toContain(`(process ${first.pid})`);
      expect(second.output()).toContain('set CHANCERY_HOME to another folder');
      expect(second.output()).not.toContain('    at ');

      const joined = await openForCommand(readConfig(settings), silent);
      await note(joined.database, 1);
      await joined.stop();
      expect(await processesOn(homeAt(home.folder).neo4j)).toHaveLength(1);

      first.process.kill('SIGTERM');
      await first.ended;
    },
    2 * MINUTES,
  );

  test(
    'is started again after kill -9, and nothing acknowledged is lost or written twice',
    async () => {
      await using home = await throwawayHome();
      const said: string[] = [];
      const opened = await openDatabase(readConfig({ CHANCERY_HOME: home.folder }), (line) => said.push(line));
      const acknowledged: number[] = [];
      let writing = true;
      const writer = (async () => {
        for (let number = 1; writing; number++) {
          await note(opened.database, number);
          acknowledged.push(number);
        }
      })();

      for (let kill = 0; kill < 2; kill++) {
        const before = acknowledged.length;
        while (acknowledged.length < before + 50) await sleep(5);
        const { pid } = (await readRun(homeAt(home.folder)))!;
        process.kill(pid!, 'SIGKILL');
        while ((await readRun(homeAt(home.folder)))!.pid === pid) await sleep(50);
      }
      const before = acknowledged.length;
      while (acknowledged.length < before + 50) await sleep(5);
      writing = false;
      await writer;

      expect(await notes(opened.database)).toEqual(acknowledged);
      expect(said.filter((line) => line.includes('ended unexpectedly'))).toHaveLength(2);
      await opened.stop();
      expect(await processesOn(homeAt(home.folder).neo4j)).toEqual([]);
    },
    4 * MINUTES,
  );

  test(
    'is not left behind by an owner that was killed: the next start ends it and loses nothing',
    async () => {
      await using home = await throwawayHome();
      const settings = { CHANCERY_HOME: home.folder };
      const first = chancery(['db'], settings);
      await first.says('Ctrl-C stops it.');
      const database = await connect(await addressOf(home.folder));
      await database.migrate();
      for (let number = 1; number <= 20; number++) await note(database, number);
      const [orphan] = await processesOn(homeAt(home.folder).neo4j);

      first.process.kill('SIGKILL');
      expect(await first.ended).toBe('SIGKILL');
      await database.close();
      expect(await processesOn(homeAt(home.folder).neo4j)).toEqual([orphan]);

      const second = chancery(['db'], settings);
      await second.says('Ctrl-C stops it.');
      expect(second.output()).toContain('Ended the Neo4j that an interrupted Chancery had left behind.');
      const running = await processesOn(homeAt(home.folder).neo4j);
      expect(running).toHaveLength(1);
      expect(running).not.toContain(orphan);
      const again = await connect(await addressOf(home.folder));
      expect(await notes(again)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
      await again.close();

      second.process.kill('SIGTERM');
      expect(await second.ended).toBe(0);
    },
    4 * MINUTES,
  );

  test(
    'recovers when both were killed',
    async () => {
      await using home = await throwawayHome();
      const settings = { CHANCERY_HOME: home.folder };
      const first = chancery(['db'], settings);
      await first.says('Ctrl-C stops it.');
      const database = await connect(await addressOf(home.folder));
      await database.migrate();
      for (let number = 1; number <= 20; number++) await note(database, number);
      const { pid } = (await readRun(homeAt(home.folder)))!;
      first.process.kill('SIGKILL');
      process.kill(pid!, 'SIGKILL');
      await first.ended;
      await database.close();

      const opened = await openDatabase(readConfig(settings), silent);
      expect(opened.firstStart).toBe(false);
      expect(await notes(opened.database)).toHaveLength(20);
      await opened.stop();
    },
    4 * MINUTES,
  );
});

async function note(database: Database, number: number): Promise<void> {
  await database.write((tx) => tx.run('CREATE (:Note {number: $number})', { number }));
}

async function notes(database: Database): Promise<number[]> {
  const rows = await database.read((tx) => tx.rows('MATCH (n:Note) RETURN n.number ORDER BY n.number'));
  return rows.map(([number]) => number as number);
}

async function untilNothingRunsOn(folder: string): Promise<void> {
  for (const deadline = Date.now() + 30_000; (await processesOn(homeAt(folder).neo4j)).length > 0;) {
    if (Date.now() > deadline) throw new Error('Neo4j still runs.');
    await sleep(100);
  }
}
