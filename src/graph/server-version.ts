import { ClientError } from '../domain/errors.ts';

/** The oldest Neo4j that understands every statement Chancery sends. */
const MIN_VERSION = [5, 26] as const;

/**
 * Refuses a database too old for the statements that Chancery sends.
 *
 * @param agent What the server calls itself, `Neo4j/5.26.12`; an unknown product is let pass.
 * @throws TellableError UNSUPPORTED_NEO4J
 */
export function checkServerVersion(agent: string, uri: string): void {
  const version = /^Neo4j\/(\d+)\.(\d+)/.exec(agent);
  if (version === null) return;
  const [major, minor] = [Number(version[1]), Number(version[2])];
  if (major > MIN_VERSION[0] || (major === MIN_VERSION[0] && minor >= MIN_VERSION[1])) return;
  throw new ClientError(
    'UNSUPPORTED_NEO4J',
    `The database at ${uri} is ${agent.replace('/', ' ')}. Chancery needs Neo4j ${MIN_VERSION.join('.')} or later; ` +
      '5.26 LTS is what it is tested with. Upgrade it, or leave NEO4J_URI unset to let Chancery run its own.',
  );
}
