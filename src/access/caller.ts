import { ClientError } from '../domain/errors.ts';
import { type Role, roleIncludes } from './roles.ts';

/** Who sends a request. */
export interface Caller {
  /** Recorded with each write (`by`): the name of a key, or `SUBJECT@ISSUER` of a token. */
  name: string;
  role: Role;
  kind: 'anonymous' | 'key' | 'token';
}

/** A caller without key or token; always a reader. */
export const ANONYMOUS: Caller = { name: 'anonymous', role: 'READER', kind: 'anonymous' };

/** @throws ClientError if the caller's role is below `needed`: UNAUTHENTICATED for an anonymous caller, otherwise FORBIDDEN. */
export function requireRole(caller: Caller, needed: Role): void {
  if (roleIncludes(caller.role, needed)) return;
  const role = needed.toLowerCase();
  const message =
    caller.kind === 'anonymous'
      ? `This needs the role ${role}, and the request has no key. Send one in the header Authorization: Bearer KEY. ${howToCreateKey(role)}`
      : `This needs the role ${role}; ${caller.name} has the role ${caller.role.toLowerCase()}. Ask the operator of this server for a higher one.`;
  const code = caller.kind === 'anonymous' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
  throw new ClientError(code, message, { needed, role: caller.role });
}

/** The same message whatever is wrong with the credential; `reason` is for the log only. */
export function invalidCredential(reason: string): ClientError {
  const message =
    'This key or token is not valid: it is mistyped, expired, revoked or unknown. Send a valid one in the header ' +
    'Authorization: Bearer KEY, or leave the header out.';
  return new ClientError('UNAUTHENTICATED', message, {}, { cause: reason });
}

export function keyRequired(): ClientError {
  const message =
    'Reading needs a key on this server. Send one in the header Authorization: Bearer KEY; in the playground, put it under Headers ' +
    `as {"authorization": "Bearer KEY"} and fetch the schema again. ${howToCreateKey('reader')}`;
  return new ClientError('UNAUTHENTICATED', message);
}

const howToCreateKey = (role: string) =>
  `The operator of the server creates keys: npm run -s chancery -- keys add NAME --role ${role}`;
