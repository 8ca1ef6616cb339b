import { join } from 'node:path';
import { ClientError } from '../../domain/errors.ts';
import { runProgram } from './run-program.ts';

/** A Java runtime that can run Neo4j. */
export interface Java {
  command: string;
  /** The major version. */
  version: number;
  /** Identifies the build: `17.0.15+6-Debian-1`. */
  build: string;
}

/** Required by Neo4j 5.26. */
const MIN_JAVA_VERSION = 17;

const INSTALL_HINT =
  'Install Java 17 or 21 (for instance from https://adoptium.net, or `apt install openjdk-17-jre-headless`, or ' +
  '`brew install openjdk@21`) and start again. Or set NEO4J_URI to use a Neo4j that runs elsewhere.';

/**
 * Finds the Java to run Neo4j with: the one in `JAVA_HOME` if that is set, else `java` on the path.
 *
 * @throws ClientError JAVA_MISSING or JAVA_TOO_OLD.
 */
export async function findJava(env: NodeJS.ProcessEnv): Promise<Java> {
  const command = env.JAVA_HOME ? join(env.JAVA_HOME, 'bin', 'java') : 'java';
  const result = await runProgram(command, ['-version'], { env });
  if (result === null || result.code !== 0) {
    const where = env.JAVA_HOME ? `JAVA_HOME is ${env.JAVA_HOME}, but there is no working Java.` : 'No Java was found.';
    throw new ClientError('JAVA_MISSING', `${where} Chancery needs Java to run its own Neo4j. ${INSTALL_HINT}`);
  }
  const version = parseMajorVersion(result.output);
  if (version !== null && version < MIN_JAVA_VERSION) {
    throw new ClientError(
      'JAVA_TOO_OLD',
      `The Java found (${command}) is version ${version}; Neo4j needs ${MIN_JAVA_VERSION} or later. ${INSTALL_HINT}`,
    );
  }
  return { command, version: version ?? MIN_JAVA_VERSION, build: parseBuild(result.output) };
}

/** The major version in the output of `java -version`: 17 for `"17.0.15"`, 8 for `"1.8.0_402"`; null if not found. */
export function parseMajorVersion(output: string): number | null {
  const found = /version "(?:1\.)?(\d+)/.exec(output);
  return found ? Number(found[1]) : null;
}

/** The build in the output of `java -version`, or the whole output. */
export function parseBuild(output: string): string {
  return /\(build ([^,)]+)/.exec(output)?.[1] ?? output;
}
