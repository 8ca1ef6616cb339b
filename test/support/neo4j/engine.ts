import { existsSync } from 'node:fs';
import { type RequestOptions, get } from 'node:http';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { type ContainerRuntimeClient } from 'testcontainers';

/** An engine that takes longer to say that it is there would hold up every run. */
const PATIENCE_MS = 3_000;

/** The Docker engine of this machine, or the one that DOCKER_HOST names; undefined where none answers. */
export async function findEngine(): Promise<ContainerRuntimeClient | undefined> {
  const place = process.env.DOCKER_HOST ?? usualPlace();
  if (place === undefined || !(await answers(place))) return undefined;
  const { getContainerRuntimeClient } = await import('testcontainers');
  return getContainerRuntimeClient().catch(() => undefined);
}

function usualPlace(): string | undefined {
  const sockets = [
    '/var/run/docker.sock',
    join(process.env.XDG_RUNTIME_DIR ?? '/run', 'docker.sock'),
    join(homedir(), '.docker/run/docker.sock'),
    join(homedir(), '.docker/desktop/docker.sock'),
  ];
  const socket = sockets.find((path) => existsSync(path));
  return socket && `unix://${socket}`;
}

/** Asks without testcontainers, which would wait for an engine that hangs, and takes its time to load. */
function answers(place: string): Promise<boolean> {
  const { protocol, hostname, port, pathname } = new URL(place);
  const encrypted = process.env.DOCKER_TLS_VERIFY !== undefined;
  if (protocol !== 'unix:' && (protocol !== 'tcp:' || encrypted)) return Promise.resolve(true);
  const where: RequestOptions = protocol === 'unix:' ? { socketPath: pathname } : { hostname, port: port || 2375 };
  return new Promise((resolve) => {
    const request = get({ ...where, path: '/_ping', signal: AbortSignal.timeout(PATIENCE_MS) }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.once('error', () => resolve(false));
  });
}
