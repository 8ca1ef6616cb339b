import { ClientError } from '../domain/errors.ts';
import { type Role, roleIncludes } from './roles.ts';

/** Who asks. */
export interface Caller {
  /** What changes are signed with: the name of a key, or `SUBJECT@ISSUER` of a token. */
  name: string;
  role: Role;
  kind: 'anonymous' | 'key' | 'token';
}

/** Whoever shows neither key nor token. Never more than a reader. */
export const ANONYMOUS: Caller = { name: 'anonymous', role: 'READER', kind: 'anonymous' };

/**
 * Lets only those pass whose role is at least this one.
 *
 * @throws TellableError UNAUTHENTICATED where nothing was shown, FORBIDDEN where the role is too small, with the way to one
 *   that is enough.
 */
export function requireRole(caller: Caller, needed: Role): void {
  if (roleIncludes(caller.role, needed)) return;
  const role = needed.toLowerCase();
  const message =
    caller.kind === 'anonymous'
      ? `This needs the role ${role}, and the request shows no key. Send one as the header Authorization: Bearer KEY. ${howToCreateKey(role)}`
      : `This needs the role ${role}; ${caller.name} has the role ${caller.role.toLowerCase()}. Ask whoever runs this server for a higher one.`;
  const code = caller.kind === 'anonymous' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
  throw new ClientError(code, message, { needed, role: caller.role });
}

/** The credential is not valid. That is all a caller is told; what exactly is wrong (`reason`) is for the log. */
export function invalidCredential(reason: string): ClientError {
  const message =
    'This key or token is not valid: it is mistyped, expired, revoked, or was never given out. Send a valid one as the header ' +
    'Authorization: Bearer KEY, or no such header to ask without one.';
  return new ClientError('UNAUTHENTICATED', message, {}, { cause: reason });
}

/** Reading is closed, and nothing was shown. */
export function keyRequired(): ClientError {
  const message =
    'Reading needs a key on this server. Send one as the header Authorization: Bearer KEY; in the playground, put it under Headers ' +
    `as {"authorization": "Bearer KEY"} and fetch the schema again. ${howToCreateKey('reader')}`;
  return new ClientError('UNAUTHENTICATED', message);
}

const howToCreateKey = (role: string) =>
  `Whoever runs the server makes keys: npm run -s chancery -- keys add NAME --role ${role}`;
