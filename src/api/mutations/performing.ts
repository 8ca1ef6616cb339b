import { createHash } from 'node:crypto';
import { type Caller, requireRole } from '../../access/caller.ts';
import { TellableError } from '../../domain/errors.ts';
import { type Database } from '../../graph/database.ts';
import { type Arguments } from '../../query/fields/call.ts';
import { type Perform } from '../../query/mutation.ts';
import { type Once } from '../../record/deed/deed.ts';
import { perform } from '../../record/deed/perform.ts';
import { mutations } from './mutations.ts';

/** Who asks for changes. */
export interface Asker {
  caller: Caller;
  /** The key for the whole request, from its header; null where there is none. */
  idempotencyKey: string | null;
}

/**
 * Does what mutations of this asker ask for.
 *
 * @throws TellableError UNAUTHENTICATED or FORBIDDEN where the asker may not change anything.
 */
export function performing(database: Database, { caller, ...request }: Asker): Perform {
  requireRole(caller, 'ANALYST');
  return (field, args, place, read) => {
    const { deed, reason, dryRun, idempotencyKey } = mutations[field]!(args);
    const key = idempotencyKey ?? keyAt(request.idempotencyKey, place);
    // A dry run leaves nothing that a later call could be a repetition of.
    const once = key === null || dryRun ? null : onceOf(key, field, args);
    return perform(database, { operation: field, by: caller.name, reason, dryRun, once }, deed, read);
  };
}

/** The key of a request stands for all that it asks for, each by its place. */
const keyAt = (key: string | null, place: number) => (key === null || place === 0 ? key : `${key}#${place}`);

const LONGEST_KEY = 200;

function onceOf(key: string, field: string, args: Arguments): Once {
  if (key === '' || key.length > LONGEST_KEY) {
    const message = `An idempotency key has 1 to ${LONGEST_KEY} characters, such as a UUID; this one has ${key.length}.`;
    throw new TellableError('BAD_USER_INPUT', message);
  }
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([field, withoutKey(args)]))
    .digest('base64url');
  return { key, fingerprint };
}

/** The key may stand in the arguments or in the header: either way it is the same call. */
function withoutKey({ input, ...args }: Arguments): unknown {
  const without = ({ idempotencyKey: _, ...others }: Arguments) => others;
  return [input === undefined ? null : without(input as Arguments), without(args)];
}
