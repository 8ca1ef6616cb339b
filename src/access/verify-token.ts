import { type JWTPayload, type JWTVerifyGetKey, createRemoteJWKSet, errors, jwtVerify } from 'jose';
import { z } from 'zod';
import { ClientError } from '../domain/errors.ts';
import { type Caller, invalidCredential } from './caller.ts';
import { type Role, highestRole } from './roles.ts';

/** An OpenID Connect provider, and what its tokens must say. */
export interface Issuer {
  /** As its tokens name it in `iss`, and below which its discovery document lies. */
  url: string;
  /** What the tokens must name in `aud`. */
  audience: string;
  /** Where the roles are: the name of a claim, or a path with dots (`realm_access.roles`). */
  roleClaim: string;
  /** Where its keys are; null to ask its discovery document. */
  jwksUrl: string | null;
}

/** Says whose a token is. Throws UNAUTHENTICATED, or ISSUER_UNAVAILABLE while the keys of the issuer cannot be had. */
export type VerifyToken = (token: string) => Promise<Caller>;

/** Only where the issuer signs and we can but verify: with a shared secret, whoever checks tokens could make them. */
const ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];
/** What the clocks of two machines may differ by, in seconds. */
const CLOCK_TOLERANCE_S = 10;
const FETCH_TIMEOUT_MS = 5_000;
/** An issuer that could not be reached is not asked again sooner. */
const RETRY_DELAY_MS = 5_000;

/** Checks the JWTs of an issuer: signature, issuer, audience, times, and that they name a subject. */
export function createTokenVerifier(issuer: Issuer): VerifyToken {
  const keySet = createKeySet(issuer);

  return async (token) => {
    let payload: JWTPayload;
    try {
      ({ payload } = await jwtVerify(token, keySet, {
        issuer: issuer.url,
        audience: issuer.audience,
        algorithms: ALGORITHMS,
        clockTolerance: CLOCK_TOLERANCE_S,
        requiredClaims: ['exp', 'sub'],
      }));
    } catch (error) {
      if (error instanceof ClientError) throw error;
      throw isTokenError(error) ? invalidCredential(`token: ${(error as Error).message}`) : issuerUnavailable(error);
    }
    const { sub } = payload;
    if (typeof sub !== 'string' || sub === '' || sub.length > 255)
      throw invalidCredential('token: it names no subject');
    return { name: callerName(sub, issuer.url), role: roleFromClaims(payload, issuer.roleClaim), kind: 'token' };
  };
}

/**
 * Who a token speaks of: `SUBJECT@ISSUER`, as `248289@id.example.org`. The subject and not the preferred name, which its bearer may
 * often change, and which may be that of a key: what was done stays with who did it. Characters that separate or are not
 * seen are written as in addresses.
 */
export function callerName(subject: string, issuer: string): string {
  const { host, pathname } = new URL(issuer);
  const readable = subject.toWellFormed().replace(/[%|\s\p{C}]/gu, (character) => encodeURIComponent(character));
  return `${readable}@${host}${pathname.replace(/\/+$/, '')}`;
}

/** The highest role that a claim names, by a text or a list; READER where it names none. */
export function roleFromClaims(claims: Readonly<Record<string, unknown>>, path: string): Role {
  const value = claimAt(claims, path);
  const names: unknown[] = Array.isArray(value) ? value : [value];
  return highestRole(names.filter((name) => typeof name === 'string'));
}

/** A claim of that whole name comes first: some are addresses, with dots of their own. */
function claimAt(claims: unknown, path: string): unknown {
  if (ownProperty(claims, path) !== undefined) return ownProperty(claims, path);
  return path.split('.').reduce<unknown>(ownProperty, claims);
}

function ownProperty(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Record<string, unknown>)[name];
}

/** The keys of an issuer, fetched when first needed, kept, and fetched anew when a token names one that is not among them. */
function createKeySet({ url, jwksUrl }: Issuer): JWTVerifyGetKey {
  let keySet: Promise<JWTVerifyGetKey> | undefined;
  const load = async () =>
    createRemoteJWKSet(new URL(jwksUrl ?? (await discover(url))), { timeoutDuration: FETCH_TIMEOUT_MS });

  return async (...args) => {
    if (keySet === undefined) {
      const loading = (keySet = load());
      loading.catch(() => setTimeout(() => (keySet = undefined), RETRY_DELAY_MS).unref());
    }
    return (await keySet)(...args);
  };
}

const Discovery = z.object({ issuer: z.string(), jwks_uri: z.url() });

/** Where the discovery document of an issuer says that its keys are. */
async function discover(issuer: string): Promise<string> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  try {
    const response = await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) });
    if (response.status !== 200) throw new Error(`${address} answered ${response.status}`);
    const document = Discovery.parse(await response.json());
    if (document.issuer !== issuer) throw new Error(`${address} speaks of the issuer ${document.issuer}`);
    return document.jwks_uri;
  } catch (error) {
    throw issuerUnavailable(error);
  }
}

/** Whether the token is at fault, and not the way to the keys of its issuer. */
function isTokenError(error: unknown): boolean {
  return error instanceof errors.JOSEError && !KEY_SET_ERRORS.has(error.code);
}

/** A key set that could not be fetched (`ERR_JOSE_GENERIC`), in time or at all, or is none. */
const KEY_SET_ERRORS = new Set(['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID']);

function issuerUnavailable(cause: unknown): ClientError {
  return new ClientError(
    'ISSUER_UNAVAILABLE',
    'Your token cannot be checked at the moment, because the service that issued it does not answer. Try again shortly.',
    {},
    { cause },
  );
}
