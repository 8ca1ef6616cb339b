import { totalmem } from 'node:os';

/** Memory of the managed Neo4j, in MiB. */
export interface Memory {
  heap: number;
  pageCache: number;
}

/**
 * A moderate share of the machine, so that a laptop stays usable: a sixth for the heap and an eighth for the page cache, within
 * bounds that are enough for some hundred thousand facts.
 */
export function memoryFor(totalBytes: number = totalmem()): Memory {
  const total = totalBytes / 2 ** 20;
  return {
    heap: Math.round(Math.min(1024, Math.max(384, total / 6))),
    pageCache: Math.round(Math.min(1024, Math.max(128, total / 8))),
  };
}

/** Settings of Neo4j in addition to those below, by their names in neo4j.conf. */
export type Neo4jSettings = Readonly<Record<string, string>>;

/** The neo4j.conf of a database that is reachable from this machine only, over Bolt. */
export function neo4jConf(options: { port: number; memory: Memory; settings?: Neo4jSettings }): string {
  const address = `127.0.0.1:${options.port}`;
  return `# Overwritten by Chancery at every start.
server.default_listen_address=127.0.0.1
server.bolt.listen_address=${address}
server.bolt.advertised_address=${address}
server.http.enabled=false
server.https.enabled=false
server.memory.pagecache.size=${options.memory.pageCache}m
dbms.usage_report.enabled=false
db.logs.query.enabled=OFF
# Makes expanding one relationship type cheaper on nodes with few relationships. Must be set before data is loaded.
db.relationship_grouping_threshold=1
# Otherwise each statement is planned again for list parameters of another order of magnitude, which takes up to half a second
# and gives the same plan, because list parameters are always looked up by index.
internal.cypher.use_parameter_size=false
# A safety net; Chancery sets a timeout for every transaction.
db.transaction.timeout=1h
# With the defaults an idle server takes ten seconds to stop.
internal.dbms.bolt.netty_server_shutdown_quiet_period=0
internal.server.bolt.connection_shutdown_wait_time=1s
internal.server.bolt.thread_pool_shutdown_wait_time=1s
${Object.entries(options.settings ?? {})
  .map(([name, value]) => `${name}=${value}\n`)
  .join('')}`;
}

/**
 * Raises the thresholds for the C2 compiler (tier 4) eightfold. A start is a third faster, because on two cores it competes with
 * the compiler, and hot code reaches these thresholds soon anyway.
 */
const DELAYED_TIER4_COMPILATION = [
  '-XX:Tier4InvocationThreshold=40000',
  '-XX:Tier4MinInvocationThreshold=4800',
  '-XX:Tier4CompileThreshold=120000',
  '-XX:Tier4BackEdgeThreshold=320000',
];

/** The JVM options of Neo4j's own launcher, without those that only slow down the start. */
export function javaOptions(memory: Memory): string[] {
  return [
    `-Xms${Math.min(256, memory.heap)}m`,
    `-Xmx${memory.heap}m`,
    '-XX:+UseG1GC',
    '-XX:-OmitStackTraceInFastThrow',
    '-XX:+DisableExplicitGC',
    '-XX:+ExitOnOutOfMemoryError',
    '-XX:+IgnoreUnrecognizedVMOptions',
    ...DELAYED_TIER4_COMPILATION,
    '-Djdk.nio.maxCachedBufferSize=1024',
    '-Dio.netty.tryReflectionSetAccessible=true',
    '-Dlog4j2.disable.jmx=true',
    '-Dfile.encoding=UTF-8',
    ...['java.nio', 'java.io', 'sun.nio.ch'].map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
  ];
}
