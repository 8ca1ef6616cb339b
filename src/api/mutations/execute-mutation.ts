import { createHash } from 'node:crypto';
import { type Caller, requireRole } from '../../access/caller.ts';
import { ClientError } from '../../domain/errors.ts';
import { type Database } from '../../graph/database.ts';
import { type Arguments } from '../../query/ir/bound-arguments.ts';
import { type MutationExecutor } from '../../query/execute-mutation.ts';
import { type Idempotency } from '../../record/operation/operation.ts';
import { executeWithActivity } from '../../record/operation/execute-with-activity.ts';
import { mutations } from './mutations.ts';

/** Who asks for changes. */
export interface MutationContext {
  caller: Caller;
  /** The key for the whole request, from its header; null where there is none. */
  idempotencyKey: string | null;
}

/**
 * Does what mutations of this asker ask for.
 *
 * @throws TellableError UNAUTHENTICATED or FORBIDDEN where the asker may not change anything.
 */
export function createMutationExecutor(database: Database, { caller, ...request }: MutationContext): MutationExecutor {
  requireRole(caller, 'ANALYST');
  return (field, args, index, read) => {
    const { deed: operation, reason, dryRun, idempotencyKey } = mutations[field]!(args);
    const key = idempotencyKey ?? fieldKey(request.idempotencyKey, index);
    // A dry run leaves nothing that a later call could be a repetition of.
    const idempotency = key === null || dryRun ? null : idempotencyOf(key, field, args);
    return executeWithActivity(
      database,
      { operation: field, by: caller.name, reason, dryRun, idempotency },
      operation,
      read,
    );
  };
}

/** The key of a request stands for all that it asks for, each by its place. */
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

/** The key may stand in the arguments or in the header: either way it is the same call. */
function stripIdempotencyKey({ input, ...args }: Arguments): unknown {
  const stripKey = ({ idempotencyKey: _, ...others }: Arguments) => others;
  return [input === undefined ? null : stripKey(input as Arguments), stripKey(args)];
}
