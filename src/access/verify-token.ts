import { type JWTPayload, type JWTVerifyGetKey, createRemoteJWKSet, errors, jwtVerify } from 'jose';
import { z } from 'zod';
import { ClientError } from '../domain/errors.ts';
import { type Caller, invalidCredential } from './caller.ts';
import { type Role, highestRole } from './roles.ts';

/** An OpenID Connect issuer, and what its tokens must contain. */
export interface Issuer {
  /** The `iss` of its tokens, and the base of the URL of its discovery document. */
  url: string;
  /** The required `aud`. */
  audience: string;
  /** The claim with the roles: its name, or a path with dots (`realm_access.roles`). */
  roleClaim: string;
  /** The URL of its key set; null to look it up in the discovery document. */
  jwksUrl: string | null;
}

/** The caller that a token belongs to. Throws UNAUTHENTICATED, or ISSUER_UNAVAILABLE while the key set cannot be fetched. */
export type VerifyToken = (token: string) => Promise<Caller>;

/** Asymmetric algorithms only: with a shared secret, a service that verifies tokens could also create them. */
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
/** Allowed clock skew, in seconds. */
const CLOCK_TOLERANCE_S = 10;
const FETCH_TIMEOUT_MS = 5_000;
/** Pause after a failed discovery. */
const RETRY_DELAY_MS = 5_000;

/** Verifies JWTs: signature, issuer, audience, times, and that there is a subject. */
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
    if (typeof sub !== 'string' || sub === '' || sub.length > 255) throw invalidCredential('token: no subject');
    return { name: callerName(sub, issuer.url), role: roleFromClaims(payload, issuer.roleClaim), kind: 'token' };
  };
}

/**
 * `SUBJECT@ISSUER`, such as `248289@id.example.org`. Not the preferred name, which users can often change, and which may equal the name
 * of a key: the history must keep attributing writes to the same person. Separators and invisible characters are percent-encoded.
 */
export function callerName(subject: string, issuer: string): string {
  const { host, pathname } = new URL(issuer);
  const readable = subject.toWellFormed().replace(/[%|\s\p{C}]/gu, (character) => encodeURIComponent(character));
  return `${readable}@${host}${pathname.replace(/\/+$/, '')}`;
}

/** The highest role in a claim, which is a string or a list; READER if it has none. */
export function roleFromClaims(claims: Readonly<Record<string, unknown>>, path: string): Role {
  const value = claimAt(claims, path);
  const names: unknown[] = Array.isArray(value) ? value : [value];
  return highestRole(names.filter((name) => typeof name === 'string'));
}

/** A claim with exactly this name takes precedence: names that are URLs contain dots. */
function claimAt(claims: unknown, path: string): unknown {
  if (ownProperty(claims, path) !== undefined) return ownProperty(claims, path);
  return path.split('.').reduce<unknown>(ownProperty, claims);
}

function ownProperty(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Record<string, unknown>)[name];
}

/** The issuer's key set: fetched on first use, cached, and fetched again for a token with an unknown key id. */
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

/** The URL of the key set, from the issuer's discovery document. */
async function discover(issuer: string): Promise<string> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  try {
    const response = await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) });
    if (response.status !== 200) throw new Error(`${address} answered ${response.status}`);
    const document = Discovery.parse(await response.json());
    if (document.issuer !== issuer) throw new Error(`${address} is the document of another issuer, ${document.issuer}`);
    return document.jwks_uri;
  } catch (error) {
    throw issuerUnavailable(error);
  }
}

/** Whether the token is not valid, rather than the key set unavailable. */
function isTokenError(error: unknown): boolean {
  return error instanceof errors.JOSEError && !KEY_SET_ERRORS.has(error.code);
}

/** The key set could not be fetched (`ERR_JOSE_GENERIC`), not in time, or is malformed. */
const KEY_SET_ERRORS = new Set(['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID']);

function issuerUnavailable(cause: unknown): ClientError {
  return new ClientError(
    'ISSUER_UNAVAILABLE',
    'Your token cannot be verified at the moment, because its issuer does not respond. Try again shortly.',
    {},
    { cause },
  );
}
