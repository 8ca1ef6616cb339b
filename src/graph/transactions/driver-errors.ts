import { Neo4jError } from 'neo4j-driver';
import { type ErrorCode } from '../../domain/error-codes.ts';
import { ClientError } from '../../domain/errors.ts';

const TIMED_OUT = new Set([
  'Neo.ClientError.Transaction.TransactionTimedOut',
  'Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration',
]);

const TOO_LARGE = new Set([
  'Neo.TransientError.General.MemoryPoolOutOfMemoryError',
  'Neo.TransientError.General.TransactionMemoryLimit',
  'Neo.TransientError.General.OutOfMemoryError',
]);

const READ_ONLY = new Set([
  'Neo.ClientError.Cluster.NotALeader',
  'Neo.ClientError.General.ForbiddenOnReadOnlyDatabase',
  'Neo.ClientError.General.WriteOnReadOnlyAccessMode',
]);

/** IF NOT EXISTS looks first and makes later: another server made the same in between, and next time it will be seen. */
const CREATED_CONCURRENTLY = 'Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists';

/**
 * Whether the same work may succeed when tried again: a deadlock, a change of leader, a lost connection. A transaction
 * too large for the memory calls itself transient but would be too large again.
 */
export function isRetryable(error: unknown): boolean {
  if (!(error instanceof Neo4jError) || TOO_LARGE.has(error.code)) return false;
  return error.retryable || error.code === CREATED_CONCURRENTLY;
}

/** Whether the connection broke, so that it is not known whether the last statement took effect. */
export function isLostConnection(error: unknown): boolean {
  return error instanceof Neo4jError && ['ServiceUnavailable', 'SessionExpired'].includes(error.code);
}

/** Turns those errors of the driver about which a person can do something into errors that say so; others stay as they are. */
export function translateDriverError(error: unknown, uri: string): unknown {
  if (!(error instanceof Neo4jError)) return error;
  const clientError = (code: ErrorCode, message: string) => new ClientError(code, message, {}, { cause: error });

  if (TIMED_OUT.has(error.code)) {
    return clientError(
      'TIMED_OUT',
      'This took too long, and the database stopped it. Ask for fewer things, or a shorter period.',
    );
  }
  if (TOO_LARGE.has(error.code)) {
    return clientError(
      'TOO_LARGE',
      'The database has not enough memory to do this at once. Ask for less, or give the database more memory.',
    );
  }
  if (error.code === 'Neo.ClientError.Security.Unauthorized') {
    return clientError(
      'WRONG_PASSWORD',
      `The database at ${uri} does not accept this user name and password. Check NEO4J_USERNAME and NEO4J_PASSWORD.`,
    );
  }
  if (error.code === 'Neo.ClientError.Security.AuthenticationRateLimit') {
    return clientError(
      'WRONG_PASSWORD',
      `The database at ${uri} was given a wrong password too often. Wait some seconds, then check NEO4J_USERNAME and NEO4J_PASSWORD.`,
    );
  }
  if (error.code === 'Neo.ClientError.Database.DatabaseNotFound') {
    return clientError(
      'DATABASE_NOT_FOUND',
      `There is no such database at ${uri}. Check NEO4J_DATABASE; \`SHOW DATABASES\` lists those there are.`,
    );
  }
  if (error.code === 'Neo.ClientError.Security.Forbidden') {
    return clientError(
      'WRITING_NOT_ALLOWED',
      `The user that NEO4J_USERNAME names may not do this at ${uri}. Give it a role that may write, and make indexes and constraints.`,
    );
  }
  if (READ_ONLY.has(error.code)) {
    return clientError(
      'READ_ONLY',
      `The database at ${uri} takes no writes. Of a cluster, give an address with neo4j:// instead of bolt://; else check its settings.`,
    );
  }
  if (/responded HTTP/.test(error.message)) {
    return clientError(
      'DATABASE_UNAVAILABLE',
      `What answers at ${uri} is a web server. Neo4j speaks to programs on another port, mostly 7687.`,
    );
  }
  if (/acquisition timed out/.test(error.message)) {
    return clientError('DATABASE_BUSY', 'The database is busy with other questions. Try again in a moment.');
  }
  if (isLostConnection(error)) {
    return clientError(
      'DATABASE_UNAVAILABLE',
      `The database at ${uri} cannot be reached. Is it running, and do host, port and encryption (bolt:// or bolt+s://) match?`,
    );
  }
  return error;
}
