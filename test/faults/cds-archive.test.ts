import { access, readFile, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { memoryFor } from '../../src/graph/managed/configuration.ts';
import { ensureNeo4jJars } from '../../src/graph/managed/artifacts.ts';
import { createCdsArchive, cdsOptions } from '../../src/graph/managed/cds-archive.ts';
import { findJava } from '../../src/graph/managed/java.ts';
import {
  type Installation,
  findFreePort,
  setInitialPassword,
  startNeo4j,
} from '../../src/graph/managed/neo4j-process.ts';
import { findProcesses } from '../../src/graph/managed/orphans.ts';
import { throwawayHome } from '../support/chancery.ts';

jest.setTimeout(8 * 60_000);

const { home } = throwawayHome();

async function installation(): Promise<Installation> {
  return {
    java: await findJava(process.env),
    jars: await ensureNeo4jJars(process.env, () => {}),
    cdsArchive: join(home.folder, 'classes.jsa'),
    home: home.neo4j,
    memory: memoryFor(),
    settings: {},
    env: process.env,
  };
}

test('Neo4j takes its classes from the archive that was made in the background, and nothing else is left of that', async () => {
  const neo4j = await installation();
  const stopping = new AbortController();
  await createCdsArchive(neo4j, home.scratch, stopping.signal);
  stopping.abort(); // comes too late to matter
  expect(await findProcesses(home.scratch)).toEqual([]);
  await expect(access(home.scratch)).rejects.toThrow('ENOENT');
  expect((await readdir(dirname(neo4j.cdsArchive))).filter((name) => name.includes('unfinished'))).toEqual([]);

  await setInitialPassword(neo4j, '-password-that-begins-like-an-option');
  const running = await startNeo4j(neo4j, await findFreePort(), cdsOptions(neo4j.cdsArchive));
  // Linux tells what files a process has in its memory.
  if (process.platform === 'linux') {
    expect(await readFile(`/proc/${running.pid}/maps`, 'utf8')).toContain(neo4j.cdsArchive);
  }
  await running.stop();
});

test('broken off, it leaves no process, no folder and no archive, and the next start goes as before', async () => {
  const neo4j = await installation();
  await rm(neo4j.cdsArchive, { force: true });
  const stopping = new AbortController();
  const making = createCdsArchive(neo4j, home.scratch, stopping.signal);
  while ((await findProcesses(home.scratch)).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  stopping.abort(new Error('stopped'));
  await expect(making).rejects.toThrow('stopped');
  expect(await findProcesses(home.scratch)).toEqual([]);
  await expect(access(home.scratch)).rejects.toThrow('ENOENT');
  await expect(access(neo4j.cdsArchive)).rejects.toThrow('ENOENT');

  const running = await startNeo4j(neo4j, await findFreePort(), cdsOptions(neo4j.cdsArchive));
  await running.stop();
});
