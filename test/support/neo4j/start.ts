import { pinnedVersion } from '../../../src/graph/managed/artifacts.ts';
import { imageName, provideImage, removeContainerLeftovers, startContainer } from './docker.ts';
import { findEngine } from './engine.ts';
import { removeManagedLeftovers, startManagedThrowaways } from './managed.ts';
import { createNames } from './names.ts';
import { type Throwaway } from './throwaway.ts';

/** What CHANCERY_TEST_DATABASE may ask for; when it is not set, containers where they can be had. */
const KINDS = ['docker', 'managed'];

/**
 * Removes what killed runs left behind, then starts as many empty databases: in containers where a Docker engine answers
 * and has, or gets, the image of Neo4j; else the managed ones. CHANCERY_TEST_DATABASE forces either.
 *
 * @param say Told which it is, in one line, and what takes time.
 * @throws Error when Docker is forced and cannot be had.
 */
export async function startDatabases(count: number, say: (line: string) => void): Promise<Throwaway[]> {
  const wanted = process.env.CHANCERY_TEST_DATABASE || undefined;
  if (wanted !== undefined && !KINDS.includes(wanted)) {
    throw new Error(`CHANCERY_TEST_DATABASE is "${wanted}"; expected ${KINDS.join(' or ')}, or that it is not set.`);
  }
  if ((await removeManagedLeftovers()) > 0) say('Ended the Neo4j that a killed test run had left behind.');

  const obstacle = wanted === 'managed' ? 'as CHANCERY_TEST_DATABASE asks for' : await obstacleToContainers(say);
  if (obstacle !== undefined && wanted === 'docker') {
    throw new Error(`CHANCERY_TEST_DATABASE is "docker", but ${obstacle}. Mend that, or set it to "managed".`);
  }
  say(
    obstacle === undefined
      ? `Tests run on ${await imageName()} in Docker.`
      : `Tests run on the managed Neo4j ${await pinnedVersion()}: ${obstacle}.`,
  );
  const starts = obstacle === undefined ? Array.from({ length: count }, startContainer) : startManagedThrowaways(count);
  const started = await allOf(starts);
  return allOf(started.map((throwaway) => prepared(throwaway)));
}

async function prepared(throwaway: Throwaway): Promise<Throwaway> {
  await createNames(throwaway.address);
  return throwaway;
}

/** Why there can be no containers, or undefined when they can be started. */
async function obstacleToContainers(say: (line: string) => void): Promise<string | undefined> {
  const engine = await findEngine();
  if (engine === undefined) return 'no Docker engine answers';
  try {
    if ((await removeContainerLeftovers(engine)) > 0) say('Removed the containers that a killed test run had left.');
    await provideImage(engine, say);
    return undefined;
  } catch (error) {
    return `Docker answers, but ${await imageName()} cannot be had (${(error as Error).message.trim()})`;
  }
}

/** All of them, or when one fails, none. */
async function allOf(starts: Promise<Throwaway>[]): Promise<Throwaway[]> {
  const outcomes = await Promise.allSettled(starts);
  const started = outcomes.filter((outcome) => outcome.status === 'fulfilled').map(({ value }) => value);
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed === undefined) return started;
  await Promise.all(started.map((database) => database.remove()));
  throw failed.reason;
}
