import { totalmem } from 'node:os';

/** How much memory the managed Neo4j may use, in MiB. */
export interface Memory {
  heap: number;
  pageCache: number;
}

/**
 * A modest share of the machine: a sixth for the heap and an eighth for the page cache, within bounds that serve some
 * hundred thousand facts, so that a researcher's laptop stays usable.
 */
export function memoryFor(totalBytes: number = totalmem()): Memory {
  const total = totalBytes / 2 ** 20;
  return {
    heap: Math.round(Math.min(1024, Math.max(384, total / 6))),
    pageCache: Math.round(Math.min(1024, Math.max(128, total / 8))),
  };
}

/** The text of neo4j.conf for a database that only this machine can reach, over Bolt alone. */
export function neo4jConf(options: { port: number; memory: Memory }): string {
  const address = `127.0.0.1:${options.port}`;
  return `# Written anew by Chancery at every start.
server.default_listen_address=127.0.0.1
server.bolt.listen_address=${address}
server.bolt.advertised_address=${address}
server.http.enabled=false
server.https.enabled=false
server.memory.pagecache.size=${options.memory.pageCache}m
dbms.usage_report.enabled=false
db.logs.query.enabled=OFF
# Hops to one thing from a node with few relationships are cheaper so. Must be set before data is loaded.
db.relationship_grouping_threshold=1
# Otherwise each statement is planned anew for lists of some ten, some hundred, some thousand: half a second each at first,
# and to no avail, since what lists are for here is looked up by indexes, however long they are.
internal.cypher.use_parameter_size=false
# The last resort; Chancery sends a limit of its own with every transaction.
db.transaction.timeout=1h
# Without these an idle server takes ten seconds to stop.
internal.dbms.bolt.netty_server_shutdown_quiet_period=0
internal.server.bolt.connection_shutdown_wait_time=1s
internal.server.bolt.thread_pool_shutdown_wait_time=1s
`;
}

/**
 * How much code must run before Java compiles it once more, and best: eight times as much as by itself. That takes a third
 * off a start, which on two cores has to share them with the compiler, and code that matters runs as often soon.
 */
const DELAYED_TIER4_COMPILATION = [
  '-XX:Tier4InvocationThreshold=40000',
  '-XX:Tier4MinInvocationThreshold=4800',
  '-XX:Tier4CompileThreshold=120000',
  '-XX:Tier4BackEdgeThreshold=320000',
];

/** The options of the Java virtual machine, as Neo4j's own launcher sets them, less those that only cost start-up time. */
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
