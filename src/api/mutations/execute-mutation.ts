import { createHash } from 'node:crypto';
import { type Caller, requireRole } from '../../access/caller.ts';
import { ClientError } from '../../domain/errors.ts';
import { type Database } from '../../graph/database.ts';
import { type MutationExecutor } from '../../query/execute-mutation.ts';
import { type Arguments } from '../../query/ir/bound-arguments.ts';
import { executeWithActivity } from '../../record/operation/execute-with-activity.ts';
import { type Idempotency } from '../../record/operation/operation.ts';
import { refuseBlankReason } from './mutation-request.ts';
import { mutations } from './mutations.ts';

/** Who sends a mutation. */
export interface MutationContext {
  caller: Caller;
  /** From the request's header; it stands for all root fields of the operation. */
  idempotencyKey: string | null;
}

/**
 * Executes the root fields of one mutation for its caller.
 *
 * @throws ClientError UNAUTHENTICATED or FORBIDDEN when the caller may not write.
 */
export function createMutationExecutor(database: Database, { caller, ...request }: MutationContext): MutationExecutor {
  requireRole(caller, 'ANALYST');
  return (field, args, index, read) => {
    const { operation, reason, dryRun, idempotencyKey } = refuseBlankReason(mutations[field]!(args), args);
    const key = idempotencyKey ?? fieldKey(request.idempotencyKey, index);
    // A dry run is rolled back, so there is no result to repeat.
    const idempotency = key === null || dryRun ? null : idempotencyOf(key, field, args);
    return executeWithActivity(
      database,
      { operation: field, by: caller.name, reason, dryRun, idempotency },
      operation,
      read,
    );
  };
}

/** The key of a request, made unique for each of its root fields. */
const fieldKey = (key: string | null, index: number) => (key === null || index === 0 ? key : `${key}#${index}`);

const MAX_KEY_LENGTH = 200;

function idempotencyOf(key: string, field: string, args: Arguments): Idempotency {
  if (key === '' || key.length > MAX_KEY_LENGTH) {
    const message = `An idempotency key has 1 to ${MAX_KEY_LENGTH} characters, such as a UUID; this one has ${key.length}.`;
    throw new ClientError('BAD_USER_INPUT', message);
  }
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([field, stripIdempotencyKey(args)]))
    .digest('base64url');
  return { key, fingerprint };
}

/** A call is the same whether the key comes in an argument or in the header. */
function stripIdempotencyKey({ input, ...args }: Arguments): unknown {
  const stripKey = ({ idempotencyKey: _, ...rest }: Arguments) => rest;
  return [input === undefined ? null : stripKey(input as Arguments), stripKey(args)];
}
