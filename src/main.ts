import { readConfig, type Config } from './cli/runtime/config.ts';
import { openDatabase } from './cli/runtime/open-database.ts';
import { explainError } from './cli/runtime/output.ts';
import { stopOnSignals } from './cli/runtime/signals.ts';
import { lockHome, resolveHome } from './graph/managed/home.ts';
import { listen } from './server/listen.ts';
import { isLoopback } from './server/loopback.ts';

/** How long to wait for running requests when the server stops. */
const SHUTDOWN_GRACE_MS = 10_000;

/** Everything that is open, closed in reverse order. */
const resources = new AsyncDisposableStack();

let stopping = false;

/** Start-up lines for people; the structured log goes to standard error. */
function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** `npm start`: opens the database, imports the seed, builds the pages, starts the server and prints its address. */
async function start(): Promise<void> {
  const config = readConfig(process.env);
  await checkListenAddress(config);

  const opening = openDatabase(config, print);
  // Imported here and not above, so that most modules load while Neo4j starts, which saves a second.
  const [
    graph,
    { importSeed, describeContents },
    { createAuthenticator },
    { firstKeyNotice },
    { createApi },
    { createApp },
    { createLog },
    { builtExplorer, builtPlayground },
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
  const explorer = await builtExplorer(print);

  const log = createLog(config.logLevel);
  const served = database.impatient();
  const api = createApi({ database: served, timeoutMs: config.queryTimeoutMs });
  resources.defer(() => api.close());
  const authenticator = createAuthenticator(served, config.access);
  const readinessChecks = { database: () => served.ping() };
  const hosts = isLoopback(config.host) ? config.hosts : null;
  const { origins, proxies, publicUrl } = config;
  const http = await createApp({
    api,
    authenticator,
    hosts,
    origins,
    proxies,
    publicUrl,
    log,
    readinessChecks,
    playground,
    explorer,
  });
  resources.defer(() => http.stop());
  const server = await listen(http.listener, { ...config, upgrade: http.upgrade });
  resources.defer(() => server.stop(SHUTDOWN_GRACE_MS));
  resources.defer(http.endStreams);

  print('');
  print(await describeContents(database));
  if (config.host !== 'localhost' && config.access.readingIsOpen) {
    print(`Everyone who can reach ${config.host} on port ${server.port} can read it.`);
  }
  for (const line of await firstKeyNotice(database, { isManaged: graph.managed, host: config.host })) print(line);
  print(
    `Open ${server.url} in a browser to ask in GraphQL, ${server.url}/explore to look around. Ctrl-C stops the server.`,
  );

  api.warmUp().catch((error: unknown) => log.debug({ err: error }, 'warm-up failed; the first requests may be slow'));
  graph
    .prepareFastStart()
    .catch((error: unknown) => log.debug({ err: error }, 'preparing a fast start failed; the next start may be slow'));

  await fail(await graph.crashed);
}

/**
 * Fails early if the port is taken, before the database starts. But if a second process uses the same CHANCERY_HOME, that is the error
 * to report.
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
  if (stopping) return; // the error is only that of the work that was interrupted
  process.stderr.write(`${explainError(error)}\n`);
  await resources.disposeAsync();
  process.exit(1);
}

stopOnSignals(async () => {
  stopping = true;
  print('Stopping after the running requests.');
  await resources.disposeAsync();
  print('Stopped.');
  return 0;
});
start().catch(fail);
