import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { ClientError } from '../domain/errors.ts';
import { type Database } from '../graph/database.ts';
import { ANONYMOUS, type Caller, keyRequired } from './caller.ts';
import { type RateLimiter, createRateLimiter } from './rate-limit.ts';
import { type VerifyApiKey, createApiKeyVerifier } from './verify-api-key.ts';
import { type Issuer, type VerifyToken, createTokenVerifier } from './verify-token.ts';

/** The operator's settings for access. */
export interface AccessSettings {
  /** Whether reading needs no key. */
  readingIsOpen: boolean;
  /** The OpenID Connect issuer whose tokens are accepted beside keys; null for none. */
  issuer: Issuer | null;
}

/** Finds out who sends a request. */
export interface Authenticator {
  /**
   * The caller with this `Authorization` header; anonymous without one.
   *
   * @param address The client's IP address, for rate limiting.
   * @throws ClientError UNAUTHENTICATED for a credential that is not valid, or for none if reading is closed;
   *   TOO_MANY_ATTEMPTS with `retryAfter`, in seconds; ISSUER_UNAVAILABLE, and the errors of the database.
   */
  authenticate(authorization: string | undefined, address: () => string): Promise<Caller>;
}

/** Recently valid credentials are exempt from the rate limit: clients behind one proxy share their address with an attacker there. */
const RECENTLY_VALID = { max: 1_000, ttl: 60 * 60_000 };

/** Authenticates by the keys in the graph and the tokens of the issuer. */
export function createAuthenticator(database: Database, { readingIsOpen, issuer }: AccessSettings): Authenticator {
  const tokens = issuer && createTokenVerifier(issuer);
  return { authenticate: rateLimited(readingIsOpen, createApiKeyVerifier(database), tokens, createRateLimiter()) };
}

/** The part of {@link createAuthenticator} that needs no database. */
export function rateLimited(
  readingIsOpen: boolean,
  keys: VerifyApiKey,
  tokens: VerifyToken | null,
  limiter: RateLimiter,
): Authenticator['authenticate'] {
  const recentlyValid = new LRUCache<string, true>(RECENTLY_VALID);
  /** Running checks, by address and credential: ten concurrent requests of one page count as one attempt. */
  const inFlight = new Map<string, Promise<Caller>>();

  async function limitedCheck(credential: string, digest: string, address: string): Promise<Caller> {
    const seconds = recentlyValid.has(digest) ? 0 : limiter.secondsToWait(address);
    if (seconds > 0) throw tooManyAttempts(seconds);
    const forgive = limiter.start(address); // counted before the check, or concurrent attempts would all pass
    try {
      const caller = await check(credential);
      forgive();
      recentlyValid.set(digest, true);
      return caller;
    } catch (error) {
      const isInvalid = error instanceof ClientError && error.code === 'UNAUTHENTICATED';
      if (isInvalid) recentlyValid.delete(digest);
      else forgive();
      throw error;
    }
  }

  function check(credential: string): Promise<Caller> {
    // A JWT has dots, a key has none.
    return tokens !== null && credential.includes('.') ? tokens(credential) : keys(credential);
  }

  return async (authorization, addressOf) => {
    if (authorization === undefined) {
      if (readingIsOpen) return ANONYMOUS;
      throw keyRequired();
    }
    const credential = bearerCredential(authorization);
    const digest = createHash('sha256').update(credential).digest('base64');
    const address = addressOf();
    const key = `${address} ${digest}`;
    let result = inFlight.get(key);
    if (result === undefined) {
      result = limitedCheck(credential, digest, address).finally(() => inFlight.delete(key));
      inFlight.set(key, result);
    }
    return result;
  };
}

/** The credential of the scheme `Bearer`; any other scheme counts as a wrong credential. */
function bearerCredential(authorization: string): string {
  const [, credential] = /^bearer +(\S+) *$/i.exec(authorization) ?? [];
  return credential ?? '';
}

function tooManyAttempts(seconds: number): ClientError {
  return new ClientError(
    'TOO_MANY_ATTEMPTS',
    `Too many keys or tokens from your address were not valid. Try again with a valid one in ${seconds} seconds.`,
    { retryAfter: seconds },
  );
}
