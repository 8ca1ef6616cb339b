import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { ClientError } from '../domain/errors.ts';
import { type Database } from '../graph/database.ts';
import { type RateLimiter, createRateLimiter } from './rate-limit.ts';
import { ANONYMOUS, type Caller, keyRequired } from './caller.ts';
import { type VerifyApiKey, createApiKeyVerifier } from './verify-api-key.ts';
import { type Issuer, type VerifyToken, createTokenVerifier } from './verify-token.ts';

/** Who may do what, as the operator has set it. */
export interface AccessSettings {
  /** Whether one may read without a key. */
  readingIsOpen: boolean;
  /** Whose tokens are taken beside keys; null for nobody's. */
  issuer: Issuer | null;
}

/** Tells who asks. */
export interface Authenticator {
  /**
   * The caller who sends this `Authorization` header, or none.
   *
   * @param address Tells from where.
   * @throws TellableError UNAUTHENTICATED for a credential that is not valid, or none where reading is closed;
   *   TOO_MANY_ATTEMPTS with `retryAfter`, in seconds; ISSUER_UNAVAILABLE, and the errors of the database.
   */
  authenticate(authorization: string | undefined, address: () => string): Promise<Caller>;
}

/** Credentials that were right lately: who shares an address with someone who guesses may go on with them. */
const RECENTLY_VALID = { max: 1_000, ttl: 60 * 60_000 };

/** Access by the keys in a graph and the tokens of the issuer. */
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
  /** What is being checked now, by address and credential: a page that opens with ten questions at once makes one attempt. */
  const inFlight = new Map<string, Promise<Caller>>();

  async function limitedCheck(credential: string, digest: string, address: string): Promise<Caller> {
    const seconds = recentlyValid.has(digest) ? 0 : limiter.secondsToWait(address);
    if (seconds > 0) throw tooManyAttempts(seconds);
    const forgive = limiter.start(address); // counted at the start, or many at once would all pass
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
    // A token is three parts with dots between them, which no key has.
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

/** What stands behind `Bearer`; another scheme is a credential that nobody here can check, and counts as a wrong one. */
function bearerCredential(authorization: string): string {
  const [, credential] = /^bearer +(\S+) *$/i.exec(authorization) ?? [];
  return credential ?? '';
}

function tooManyAttempts(seconds: number): ClientError {
  return new ClientError(
    'TOO_MANY_ATTEMPTS',
    `Too many keys or tokens from your address were not valid. Try again in ${seconds} seconds, with a valid one.`,
    { retryAfter: seconds },
  );
}
