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

/** IF NOT EXISTS is not atomic: another server created the same constraint meanwhile. A retry will find it. */
const CREATED_CONCURRENTLY = 'Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists';

/**
 * Whether the same work may succeed when retried: a deadlock, a change of leader, a lost connection. Out-of-memory errors are
 * transient according to their codes, but the same transaction would fail again.
 */
export function isRetryable(error: unknown): boolean {
  if (!(error instanceof Neo4jError) || TOO_LARGE.has(error.code)) return false;
  return error.retryable || error.code === CREATED_CONCURRENTLY;
}

/** Whether the connection was lost, or the server says that the database is stopping, starting or offline. */
export function isUnavailable(error: unknown): boolean {
  return error instanceof Neo4jError && UNAVAILABLE.test(error.code);
}

const UNAVAILABLE = /^(ServiceUnavailable|SessionExpired|Neo\.\w+\.\w+\.DatabaseUnavailable)$/;

/** Whether the database itself has sent this error, so that it is running. */
export function isAnswer(error: unknown): boolean {
  return error instanceof Neo4jError && error.code.startsWith('Neo.') && !isUnavailable(error);
}

/** Translates driver errors that a user can do something about to client errors; others are returned unchanged. */
export function translateDriverError(error: unknown, uri: string): unknown {
  if (!(error instanceof Neo4jError)) return error;
  const clientError = (code: ErrorCode, message: string) => new ClientError(code, message, {}, { cause: error });

  if (TIMED_OUT.has(error.code)) {
    return clientError(
      'TIMED_OUT',
      'The database stopped this operation because it timed out. Ask for fewer nodes or a shorter period.',
    );
  }
  if (TOO_LARGE.has(error.code)) {
    return clientError(
      'TOO_LARGE',
      'The database does not have enough memory for this operation. Ask for less, or give the database more memory.',
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
      `The database at ${uri} refuses logins after too many wrong passwords. Wait some seconds, then check NEO4J_USERNAME and NEO4J_PASSWORD.`,
    );
  }
  if (error.code === 'Neo.ClientError.Database.DatabaseNotFound') {
    return clientError(
      'DATABASE_NOT_FOUND',
      `There is no such database at ${uri}. Check NEO4J_DATABASE; \`SHOW DATABASES\` lists the databases.`,
    );
  }
  if (error.code === 'Neo.ClientError.Security.Forbidden') {
    return clientError(
      'WRITING_NOT_ALLOWED',
      `The user in NEO4J_USERNAME does not have the privileges for this at ${uri}. It needs a role that may write and create indexes and constraints.`,
    );
  }
  if (READ_ONLY.has(error.code)) {
    return clientError(
      'READ_ONLY',
      `The database at ${uri} is read-only. For a cluster, use an address with neo4j:// instead of bolt://; otherwise check its settings.`,
    );
  }
  if (/responded HTTP/.test(error.message)) {
    return clientError(
      'DATABASE_UNAVAILABLE',
      `The server at ${uri} speaks HTTP. Use Neo4j's Bolt port, usually 7687.`,
    );
  }
  if (/acquisition timed out/.test(error.message)) {
    return clientError('DATABASE_BUSY', 'The database is busy with other queries. Try again in a moment.');
  }
  if (isUnavailable(error)) {
    return clientError(
      'DATABASE_UNAVAILABLE',
      `The database at ${uri} cannot be reached. Is it running, and do host, port and encryption (bolt:// or bolt+s://) match?`,
    );
  }
  return error;
}
