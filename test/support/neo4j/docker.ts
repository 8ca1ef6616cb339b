import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { type ContainerRuntimeClient } from 'testcontainers';
import { pinnedVersion } from '../../../src/graph/managed/artifacts.ts';
import { neo4jConf } from '../../../src/graph/managed/configuration.ts';
import { isAlive } from '../../../src/graph/managed/orphans.ts';
import { MEMORY, SETTINGS, type Throwaway } from './throwaway.ts';

const BOLT = 7687;
const OWNER = 'chancery.test.owner';
const HOST = 'chancery.test.host';

/** The official image of the very version that the managed Neo4j is. */
export async function imageName(): Promise<string> {
  return `neo4j:${await pinnedVersion()}-community`;
}

/**
 * Sees to it that the engine has the image.
 *
 * @throws Error with the engine's words when it can be had from nowhere.
 */
export async function provideImage(engine: ContainerRuntimeClient, say: (line: string) => void): Promise<void> {
  const { ImageName } = await import('testcontainers');
  const image = ImageName.fromString(await imageName());
  if (await engine.image.exists(image)) return;
  say(`Fetching ${image.string} (once, some 600 MB) ...`);
  await engine.image.pull(image);
}

/** Starts a Neo4j in a container that keeps its data in memory. */
export async function startContainer(): Promise<Throwaway> {
  // The reaper that removes containers of killed runs is one more image; removeContainerLeftovers does without.
  process.env.TESTCONTAINERS_RYUK_DISABLED ??= 'true';
  const { GenericContainer, Wait } = await import('testcontainers');
  const password = randomBytes(18).toString('hex');
  const container = await new GenericContainer(await imageName())
    .withEnvironment({ NEO4J_AUTH: `neo4j/${password}`, ...settings() })
    .withExposedPorts(BOLT)
    .withTmpFs({ '/data': 'rw', '/logs': 'rw' })
    .withLabels({ [OWNER]: String(process.pid), [HOST]: hostname() })
    .withWaitStrategy(Wait.forLogMessage(/ Started\./))
    .withStartupTimeout(180_000)
    .start();
  const host = container.getHost().replace('localhost', '127.0.0.1');
  return {
    address: { uri: `bolt://${host}:${container.getMappedPort(BOLT)}`, username: 'neo4j', password },
    // What nobody will read needs no orderly end.
    remove: async () => void (await container.stop({ timeout: 0, remove: true, removeVolumes: true })),
  };
}

/**
 * Removes the containers that runs of this machine left behind when they were killed.
 *
 * @returns How many there were.
 */
export async function removeContainerLeftovers(engine: ContainerRuntimeClient): Promise<number> {
  const { dockerode } = engine.container;
  const ours = await dockerode.listContainers({ all: true, filters: { label: [OWNER, `${HOST}=${hostname()}`] } });
  const left = ours.filter(({ Labels }) => !isAlive(Number(Labels[OWNER])));
  await Promise.all(left.map(({ Id }) => dockerode.getContainer(Id).remove({ force: true, v: true })));
  return left.length;
}

/** The settings of the managed Neo4j, but for where it listens, as the image takes them: `a.b_c` is `NEO4J_a_b__c`. */
function settings(): Record<string, string> {
  const managed = neo4jConf({ port: BOLT, memory: MEMORY, settings: SETTINGS })
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#') && !line.includes('address'))
    .map((line) => line.split('=', 2) as [string, string]);
  const all: [string, string][] = [
    ...managed,
    ['server.memory.heap.initial_size', `${MEMORY.heap}m`],
    ['server.memory.heap.max_size', `${MEMORY.heap}m`],
    // Half a gigabyte of memory, where the data is.
    ['db.tx_log.preallocate', 'false'],
  ];
  const named = (setting: string) => `NEO4J_${setting.replaceAll('_', '__').replaceAll('.', '_')}`;
  return Object.fromEntries(all.map(([setting, value]) => [named(setting), value]));
}
