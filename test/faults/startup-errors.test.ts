import { access, mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ensureNeo4jJars, pinnedVersion } from '../../src/graph/managed/artifacts.ts';
import { chancery } from '../support/chancery.ts';

/** A machine on which only the programs are installed that a test puts there, with nothing fetched yet. */
let machine: { bin: string; settings: { PATH: string; XDG_CACHE_HOME: string; CHANCERY_HOME: string }; folder: string };
beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'chancery-machine-'));
  const bin = join(folder, 'bin');
  await mkdir(bin);
  const settings = { PATH: bin, XDG_CACHE_HOME: join(folder, 'cache'), CHANCERY_HOME: join(folder, 'home') };
  machine = { bin, settings, folder };
});
afterEach(() => rm(machine.folder, { recursive: true }));

/** Puts a program on the machine, as a shell script. */
function install(name: string, script: string): Promise<void> {
  return writeFile(join(machine.bin, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
}

/** What the command prints that fails with these settings; it must fail, and without a stack trace. */
async function complaint(words: string[], settings: { [name: string]: string } = {}): Promise<string> {
  const command = chancery(words, { ...machine.settings, ...settings });
  expect(await command.ended).toBe(1);
  expect(command.output()).not.toMatch(/^\s+at /m);
  return command.output();
}

const JAVA_17 = `echo 'openjdk version "17.0.15" 2025-04-15' >&2`;

describe('the command line says the way out of', () => {
  test('a machine without Java', async () => {
    const said = await complaint(['db'], { JAVA_HOME: '' });
    expect(said).toContain('No Java was found');
    expect(said).toContain('Install Java 17 or 21');
    expect(said).toContain('Or set NEO4J_URI');
  });

  test.each([['verify'], ['rebuild'], ['export'], ['keys', 'list'], ['keys', 'add', 'Anna', '--role', 'analyst']])(
    'a home without a database, for: %s %s',
    async (...words) => {
      const home = join(machine.folder, 'mistyped');
      const said = await complaint(
        words.filter((word) => typeof word === 'string'),
        { CHANCERY_HOME: home },
      );
      expect(said).toContain(`There is no database in ${home}`);
      expect(said).toContain('set CHANCERY_HOME');
      expect(said).toContain('To create one, run npm start');
      await expect(access(home)).rejects.toThrow('ENOENT');
    },
  );

  test('a JAVA_HOME that leads nowhere', async () => {
    expect(await complaint(['db'], { JAVA_HOME: '/nowhere' })).toContain(
      'JAVA_HOME is /nowhere, but there is no working Java',
    );
  });

  test('a Java that is too old', async () => {
    await install('java', `echo 'java version "1.8.0_402"' >&2`);
    expect(await complaint(['db'], { JAVA_HOME: '' })).toContain('is version 8; Neo4j needs 17 or later');
  });

  test('a machine without Maven', async () => {
    await install('java', JAVA_17);
    const said = await complaint(['db'], { JAVA_HOME: '' });
    expect(said).toContain('Maven was not found');
    expect(said).toContain('Or set NEO4J_URI');
  });

  test('a download that fails, of which nothing stays behind', async () => {
    await install('java', JAVA_17);
    await install('mvn', `echo '[INFO] trying'; echo '[ERROR] Could not transfer artifact: no route to host'; exit 1`);
    const said = await complaint(['db'], { JAVA_HOME: '' });
    expect(said).toContain('Maven could not download Neo4j. Check the network');
    expect(said).toContain('no route to host');
    expect(await readdir(join(machine.settings.XDG_CACHE_HOME, 'chancery'))).toEqual([]);
  });

  test('a Neo4j that does not start', async () => {
    await install(
      'java',
      `${JAVA_17}; case "$*" in -version) ;; *) echo 'Error: Could not reserve memory'; exit 1 ;; esac`,
    );
    await mkdir(join(machine.settings.XDG_CACHE_HOME, 'chancery', `neo4j-${await pinnedVersion()}`), {
      recursive: true,
    });
    const said = await complaint(['db'], { JAVA_HOME: '' });
    expect(said).toContain('The managed Neo4j did not start');
    expect(said).toContain('Could not reserve memory');
  });

  test('a home that cannot be written', async () => {
    await writeFile(machine.settings.CHANCERY_HOME, 'a file, not a folder');
    expect(await complaint(['db'])).toContain(`CHANCERY_HOME (${machine.settings.CHANCERY_HOME}) cannot be used`);
  });

  test('an invalid setting', async () => {
    expect(await complaint(['db'], { PORT: 'http' })).toContain(
      'PORT is "http"; expected a whole number from 0 to 65535',
    );
  });

  test('a database alone that is elsewhere', async () => {
    const said = await complaint(['db'], { NEO4J_URI: 'bolt://localhost', NEO4J_PASSWORD: 'x' });
    expect(said).toContain('NEO4J_URI is set to bolt://localhost, so there is no managed database to run');
  });

  test('an external database that does not answer', async () => {
    const server = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const uri = `bolt://127.0.0.1:${(server.address() as { port: number }).port}`;
    const said = await complaint(['verify'], { NEO4J_URI: uri, NEO4J_PASSWORD: 'x' });
    server.close();
    expect(said).toContain(`The database at ${uri} cannot be reached`);
  });
});

describe('fetching Neo4j', () => {
  const fetch = () => ensureNeo4jJars({ ...process.env, ...machine.settings }, () => {});
  /** A Maven that fetches one file, slowly, and says when it was called. */
  const slowly = () =>
    install(
      'mvn',
      `for word; do case $word in -DoutputDirectory=*) cd "\${word#*=}";; esac; done; /bin/sleep 0.3; echo jar >neo4j.jar`,
    );
  const cached = () => readdir(join(machine.settings.XDG_CACHE_HOME, 'chancery'));

  test('happens once', async () => {
    await slowly();
    const jars = await fetch();
    expect(await readdir(jars)).toEqual(['neo4j.jar']);
    await rm(join(machine.bin, 'mvn'));
    expect(await fetch()).toBe(jars);
  });

  test('does no harm twice at the same time', async () => {
    await slowly();
    const [first, second] = await Promise.all([fetch(), fetch()]);
    expect(first).toBe(second);
    expect(await readdir(first)).toEqual(['neo4j.jar']);
    expect(await cached()).toEqual([`neo4j-${await pinnedVersion()}`]);
  });

  test('starts again after one that was interrupted', async () => {
    await slowly();
    const cache = join(machine.settings.XDG_CACHE_HOME, 'chancery');
    const leftover = join(cache, `neo4j-${await pinnedVersion()}.unfinished-abc`);
    await mkdir(leftover, { recursive: true });
    const longAgo = new Date(Date.now() - 48 * 60 * 60 * 1_000);
    await utimes(leftover, longAgo, longAgo);
    expect(await readdir(await fetch())).toEqual(['neo4j.jar']);
    expect(await cached()).toEqual([`neo4j-${await pinnedVersion()}`]);
  });
});
