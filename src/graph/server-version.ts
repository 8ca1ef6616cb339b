import { ClientError } from '../domain/errors.ts';

/** The oldest Neo4j version that supports every statement that Chancery sends. */
const MIN_VERSION = [5, 26] as const;

/**
 * Rejects a database that is too old for the statements that Chancery sends.
 *
 * @param agent The server agent, `Neo4j/5.26.12`; unknown products are accepted.
 * @throws ClientError UNSUPPORTED_NEO4J
 */
export function checkServerVersion(agent: string, uri: string): void {
  const version = /^Neo4j\/(\d+)\.(\d+)/.exec(agent);
  if (version === null) return;
  const [major, minor] = [Number(version[1]), Number(version[2])];
  if (major > MIN_VERSION[0] || (major === MIN_VERSION[0] && minor >= MIN_VERSION[1])) return;
  throw new ClientError(
    'UNSUPPORTED_NEO4J',
    `The database at ${uri} is ${agent.replace('/', ' ')}. Chancery needs Neo4j ${MIN_VERSION.join('.')} or later; ` +
      'it is tested with 5.26 LTS. Upgrade the database, or leave NEO4J_URI unset to let Chancery run its own.',
  );
}
