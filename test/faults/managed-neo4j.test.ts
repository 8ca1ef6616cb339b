import { access, stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { readConfig } from '../../src/cli/runtime/config.ts';
import { openDatabase, openForCommand } from '../../src/cli/runtime/open-database.ts';
import { type Database, connect } from '../../src/graph/database.ts';
import { lockHome, readRun } from '../../src/graph/managed/home.ts';
import { killOrphans, findProcesses } from '../../src/graph/managed/orphans.ts';
import { type Command, addressOf, chancery, throwawayHome } from '../support/chancery.ts';

jest.setTimeout(8 * 60_000);

const { home, settings } = throwawayHome();
// Each test begins and ends with nothing running on the home.
afterEach(async () => {
  for (const { process } of started.splice(0)) process.kill('SIGKILL');
  const left = await findProcesses(home.neo4j);
  await killOrphans(home.neo4j, 0); // so that the next test does not pay for this one
  expect(left).toEqual([]);
});

/** What a test has started and may have left running. */
const started: Command[] = [];

/** `npm run db`, once it is ready. */
async function startDb(): Promise<Command> {
  const db = chancery(['db'], settings);
  started.push(db);
  await db.says('Ctrl-C stops it.');
  return db;
}

/** A connection of our own to the database that runs on the home, with the notes of other tests removed. */
async function client(): Promise<Database> {
  const database = await connect(await addressOf(home));
  await database.migrate();
  await database.write((tx) => tx.run('MATCH (n:Note) DELETE n'));
  return database;
}

async function jvm(): Promise<number> {
  return (await readRun(home))!.pid!;
}

describe('the managed Neo4j', () => {
  test('waits for a Chancery that is still stopping', async () => {
    const unlock = await lockHome(home);
    const db = chancery(['db'], settings);
    started.push(db);
    await db.says(`is still using ${home.folder}; waiting for it to stop`);
    unlock();
    await db.says('Ctrl-C stops it.');
    db.process.kill('SIGTERM');
    expect(await db.ended).toBe(0);
  });

  test('lets in this machine and this user only, has one owner, and stops with it', async () => {
    const db = await startDb();
    const address = await addressOf(home);
    expect(db.output()).toContain(address.uri);
    expect(db.output()).not.toContain(address.password);
    expect((await stat(home.passwordFile)).mode & 0o777).toBe(0o600);

    const second = chancery(['db'], settings);
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`Another Chancery (process ${db.pid}) is already using ${home.folder}`);
    expect(second.output()).toContain('set CHANCERY_HOME to another folder');
    expect(second.output()).toContain(`Another Chancery (process ${db.pid}) is still using`);

    const command = await openForCommand(readConfig(settings, '/'), () => {});
    await note(command.database, 0);
    await command.stop();
    expect(await findProcesses(home.neo4j)).toEqual([await jvm()]);

    // `npm run` passes on a Ctrl-C that the terminal sends to its whole group: it arrives twice.
    db.process.kill('SIGINT');
    await sleep(50);
    db.process.kill('SIGINT');
    expect(await db.ended).toBe(0);
    expect(db.output()).toContain('Neo4j has stopped.');
    await expect(access(home.runFile)).rejects.toThrow('ENOENT');
  });

  test('ends by itself when its owner is stopped while it starts', async () => {
    const db = chancery(['db'], settings);
    while ((await findProcesses(home.neo4j)).length === 0) await sleep(20);
    db.process.kill('SIGTERM');
    expect(await db.ended).toBe(0);
    while ((await findProcesses(home.neo4j)).length > 0) await sleep(50);
  });

  test('is started again after kill -9, with nothing acknowledged lost or written twice; but not for ever', async () => {
    const db = await startDb();
    const database = await client();
    const acknowledged: number[] = [];
    let writing = true;
    const writer = (async () => {
      for (let number = 1; writing; number++) {
        await note(database, number);
        acknowledged.push(number);
      }
    })();
    const thirtyMore = async () => {
      for (const before = acknowledged.length; acknowledged.length < before + 30;) await sleep(5);
    };
    // A writer that fails is told at once, and not by a wait without end.
    const more = () => Promise.race([thirtyMore(), writer]);

    const restarts = () => db.output().split('Neo4j is running again.').length - 1;
    for (let kill = 1; kill <= 2; kill++) {
      await more();
      process.kill(await jvm(), 'SIGKILL');
      while (restarts() < kill) await sleep(20);
    }
    await more();
    writing = false;
    await writer;
    expect(await notes(database)).toEqual(acknowledged);
    await database.close();

    // One that cannot live is given up.
    process.kill(await jvm(), 'SIGKILL');
    while (restarts() < 3) await sleep(20);
    process.kill(await jvm(), 'SIGKILL');
    expect(await db.ended).toBe(1);
    expect(db.output()).toContain(`keeps crashing. Its logs are in ${home.neo4j}`);
  });

  test('is not left behind by an owner that was killed: the next start ends it and loses nothing', async () => {
    const first = await startDb();
    const database = await client();
    for (let number = 1; number <= 20; number++) await note(database, number);
    const orphan = await jvm();
    first.process.kill('SIGKILL');
    expect(await first.ended).toBe('SIGKILL');
    await database.close();
    expect(await findProcesses(home.neo4j)).toEqual([orphan]);

    const second = await startDb();
    expect(second.output()).toContain('Stopped an orphaned Neo4j process of an earlier run.');
    const running = await findProcesses(home.neo4j);
    expect(running).toHaveLength(1);
    expect(running).not.toContain(orphan);

    // And when both are killed at once:
    process.kill(await jvm(), 'SIGKILL');
    second.process.kill('SIGKILL');
    await second.ended;
    const opened = await openDatabase(readConfig(settings, '/'), () => {});
    expect(await notes(opened.database)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    await opened.stop();
  });
});

async function note(database: Database, number: number): Promise<void> {
  await database.write((tx) => tx.run('CREATE (:Note {number: $number})', { number }));
}

async function notes(database: Database): Promise<number[]> {
  const rows = await database.read((tx) => tx.rows('MATCH (n:Note) RETURN n.number ORDER BY n.number'));
  return rows.map(([number]) => number as number);
}
