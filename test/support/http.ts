import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { type Authenticator } from '../../src/access/authenticator.ts';
import { ANONYMOUS } from '../../src/access/caller.ts';
import { createApi, type Api } from '../../src/api/api.ts';
import { createApp, type AppDependencies } from '../../src/server/app.ts';
import { listen } from '../../src/server/listen.ts';
import { createLog } from '../../src/server/log.ts';
import { testDatabase } from './database.ts';

/** A line of the structured log. */
export interface LogLine {
  level: number;
  msg: string;
  request?: string;
  [field: string]: unknown;
}

/** A server on a free port of this machine. */
export interface TestServer {
  url: string;
  /** What it has logged so far. */
  lines: LogLine[];
  /** Sends an operation the usual way. */
  ask(query: string, variables?: Record<string, unknown>, init?: RequestInit): Promise<Answer>;
  /** As Ctrl-C does: running requests end first. */
  stop: () => Promise<void>;
}

/** An answer over HTTP. */
export interface Answer {
  status: number;
  headers: Headers;
  body: {
    data?: unknown;
    errors?: { message: string; path?: unknown; extensions: { code: string; [fact: string]: unknown } }[];
  };
}

const servers: TestServer[] = [];
const folders: string[] = [];
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** Everybody reads. */
const OPEN: Authenticator = { authenticate: () => Promise.resolve(ANONYMOUS) };

/** Serves the API as the program does, its log kept for the test; stops after the tests of the file. */
export async function serve({
  arrivalTimeoutMs,
  ...parts
}: Pick<AppDependencies, 'api'> & Partial<AppDependencies> & { arrivalTimeoutMs?: number }): Promise<TestServer> {
  const lines: LogLine[] = [];
  const log = createLog('debug', { write: (line: string) => void lines.push(JSON.parse(line) as LogLine) });
  const {
    listener,
    upgrade,
    endStreams,
    stop: stopApp,
  } = await createApp({
    authenticator: OPEN,
    hosts: [],
    origins: [],
    proxies: 0,
    publicUrl: null,
    log,
    readinessChecks: {},
    playground: emptyPlayground(),
    explorer: null,
    ...parts,
  });
  const listening = await listen(listener, { host: 'localhost', port: 0, arrivalTimeoutMs, upgrade });
  let stopping: Promise<void> | undefined;
  const server: TestServer = {
    url: listening.url,
    lines,
    ask: async (query, variables, init) => {
      const response = await fetch(`${listening.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
        ...init,
      });
      return { status: response.status, headers: response.headers, body: (await response.json()) as Answer['body'] };
    },
    stop: () => {
      endStreams();
      return (stopping ??= listening.stop(5_000).then(stopApp));
    },
  };
  servers.push(server);
  return server;
}

/** Tests of everything but the playground need no page that takes seconds to build. */
function emptyPlayground(): string {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-playground-'));
  folders.push(folder);
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>playground</title>');
  return folder;
}

/** The API over this worker's database, which is empty unless the test has filled it. */
export async function testApi({ timeoutMs = 120_000 } = {}): Promise<Api> {
  return createApi({ database: await testDatabase(), timeoutMs });
}
