import { openDatabase } from './cli/runtime/open-database.ts';
import { readConfig, type Config } from './cli/runtime/config.ts';
import { explainError } from './cli/runtime/output.ts';
import { stopOnSignals } from './cli/runtime/signals.ts';
import { lockHome, resolveHome } from './graph/managed/home.ts';
import { listen } from './server/listen.ts';

/** How long running requests may take to end when the server stops. */
const SHUTDOWN_GRACE_MS = 10_000;

/** What has been opened, to be closed in reverse. */
const resources = new AsyncDisposableStack();

let stopping = false;

/** Lines for people go to standard output; the structured log is on standard error. */
function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** `npm start`: the database, the seed, the playground, the server, and where to click. */
async function start(): Promise<void> {
  const config = readConfig(process.env);
  await checkListenAddress(config);

  const opening = openDatabase(config, print);
  // Loaded only now, so that most of the code comes while Neo4j starts: a second of a start.
  const [
    graph,
    { importSeed, describeContents: whatIsLoaded },
    { createAuthenticator: createAccess },
    { firstKeyNotice: aboutKeys },
    { createApi },
    { createApp },
    { createLog },
    { builtPlayground },
  ] = await Promise.all([
    opening,
    import('./cli/startup/seed.ts'),
    import('./access/authenticator.ts'),
    import('./cli/startup/first-key.ts'),
    import('./api/api.ts'),
    import('./server/app.ts'),
    import('./server/log.ts'),
    import('../web/built.ts'),
  ]);
  resources.defer(() => graph.stop());
  const { database } = graph;
  if (graph.managed || config.seed) await importSeed(database, print);
  const playground = await builtPlayground(print);

  const log = createLog(config.logLevel);
  const api = createApi({ database, timeoutMs: config.queryTimeoutMs });
  const authenticator = createAccess(database, config.access);
  const readinessChecks = { database: () => database.ping() };
  const http = await createApp({ api, authenticator, proxies: config.proxies, log, readinessChecks, playground });
  resources.defer(() => http.stop());
  const server = await listen(http.app, config);
  resources.defer(() => server.stop(SHUTDOWN_GRACE_MS));

  print('');
  print(await whatIsLoaded(database));
  if (config.host !== 'localhost' && config.access.readingIsOpen) {
    print(`Whoever reaches ${config.host} on port ${server.port} can read it.`);
  }
  for (const line of await aboutKeys(database, { isManaged: graph.managed, host: config.host })) print(line);
  print(`Open ${server.url} in a browser. Ctrl-C stops the server.`);

  api.warmUp().catch((error: unknown) => log.debug({ err: error }, 'the first answers will be no quicker'));
  graph.prepareFastStart().catch((error: unknown) => log.debug({ err: error }, 'the next start will be no quicker'));

  await fail(await graph.crashed);
}

/**
 * A taken port is better told now than after the database has started. Of two starts on one home the second should hear of
 * the home first.
 */
async function checkListenAddress(config: Config): Promise<void> {
  try {
    const server = await listen(() => {}, config);
    await server.stop(0);
  } catch (error) {
    if (config.external === null) (await lockHome(resolveHome(config.home)))();
    throw error;
  }
}

async function fail(error: unknown): Promise<void> {
  if (stopping) return; // What was going on has been broken off, and says so.
  process.stderr.write(`${explainError(error)}\n`);
  await resources.disposeAsync();
  process.exit(1);
}

stopOnSignals(async () => {
  stopping = true;
  print('Stopping: running requests may end first.');
  await resources.disposeAsync();
  print('Stopped.');
  return 0;
});
start().catch(fail);
