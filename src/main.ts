import { openDatabase } from './cli/open.ts';
import { readConfig, type Config } from './cli/config.ts';
import { explain } from './cli/say.ts';
import { stopOnSignals } from './cli/signals.ts';
import { holdHome, homeAt } from './graph/managed/home.ts';
import { listen } from './server/listen.ts';

/** How long running requests may take to end when the server stops. */
const GRACE_MS = 10_000;

/** What has been opened, to be closed in reverse. */
const opened = new AsyncDisposableStack();

let stopping = false;

/** Lines for people go to standard output; the structured log is on standard error. */
function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** `npm start`: the database, the seed, the playground, the server, and where to click. */
async function start(): Promise<void> {
  const config = readConfig(process.env);
  await checkAddress(config);

  const opening = openDatabase(config, say);
  // Loaded only now, so that most of the code comes while Neo4j starts: a second of a start.
  const [
    graph,
    { importSeed, whatIsLoaded },
    { createAccess },
    { aboutKeys },
    { createApi },
    { createApp },
    { createLog },
    { builtPlayground },
  ] = await Promise.all([
    opening,
    import('./cli/seed.ts'),
    import('./access/access.ts'),
    import('./cli/first-key.ts'),
    import('./api/api.ts'),
    import('./server/app.ts'),
    import('./server/log.ts'),
    import('../web/built.ts'),
  ]);
  opened.defer(() => graph.stop());
  const { database } = graph;
  if (graph.managed || config.seed) await importSeed(database, say);
  const playground = await builtPlayground(say);

  const log = createLog(config.logLevel);
  const api = createApi({ database, timeoutMs: config.queryTimeoutMs });
  const access = createAccess(database, config.access);
  const ready = { database: () => database.ping() };
  const http = await createApp({ api, access, proxies: config.proxies, log, ready, playground });
  opened.defer(() => http.stop());
  const server = await listen(http.app, config);
  opened.defer(() => server.stop(GRACE_MS));

  say('');
  say(await whatIsLoaded(database));
  if (config.host !== 'localhost' && config.access.readingIsOpen) {
    say(`Whoever reaches ${config.host} on port ${server.port} can read it.`);
  }
  for (const line of await aboutKeys(database, { isOurs: graph.managed, host: config.host })) say(line);
  say(`Open ${server.url} in a browser. Ctrl-C stops the server.`);

  api.rehearse().catch((error: unknown) => log.debug({ err: error }, 'the first answers will be no quicker'));
  graph.quickenNextStart().catch((error: unknown) => log.debug({ err: error }, 'the next start will be no quicker'));

  await end(await graph.lost);
}

/**
 * A taken port is better told now than after the database has started. Of two starts on one home the second should hear of
 * the home first.
 */
async function checkAddress(config: Config): Promise<void> {
  try {
    const server = await listen(() => {}, config);
    await server.stop(0);
  } catch (error) {
    if (config.external === null) (await holdHome(homeAt(config.home)))();
    throw error;
  }
}

async function end(error: unknown): Promise<void> {
  if (stopping) return; // What was going on has been broken off, and says so.
  process.stderr.write(`${explain(error)}\n`);
  await opened.disposeAsync();
  process.exit(1);
}

stopOnSignals(async () => {
  stopping = true;
  say('Stopping: running requests may end first.');
  await opened.disposeAsync();
  say('Stopped.');
  return 0;
});
start().catch(end);
