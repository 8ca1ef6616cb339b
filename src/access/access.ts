import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { TellableError } from '../domain/errors.ts';
import { type Database } from '../graph/database.ts';
import { type Attempts, countAttempts } from './attempts.ts';
import { ANONYMOUS, type Caller, keyWanted } from './caller.ts';
import { type KeyCheck, keyCheck } from './key-check.ts';
import { type Issuer, type TokenCheck, tokenCheck } from './tokens.ts';

/** Who may do what, as the operator has set it. */
export interface AccessSettings {
  /** Whether one may read without a key. */
  readingIsOpen: boolean;
  /** Whose tokens are taken beside keys; null for nobody's. */
  issuer: Issuer | null;
}

/** Tells who asks. */
export interface Access {
  /**
   * The caller who sends this `Authorization` header, or none.
   *
   * @param address Tells from where.
   * @throws TellableError UNAUTHENTICATED for a credential that is not valid, or none where reading is closed;
   *   TOO_MANY_ATTEMPTS with `retryAfter`, in seconds; ISSUER_UNAVAILABLE, and the errors of the database.
   */
  identify(authorization: string | undefined, address: () => string): Promise<Caller>;
}

/** Credentials that were right lately: who shares an address with someone who guesses may go on with them. */
const PROVEN = { max: 1_000, ttl: 60 * 60_000 };

/** Access by the keys in a graph and the tokens of the issuer. */
export function createAccess(database: Database, { readingIsOpen, issuer }: AccessSettings): Access {
  const tokens = issuer && tokenCheck(issuer);
  return { identify: limited(readingIsOpen, keyCheck(database), tokens, countAttempts()) };
}

/** The part of {@link createAccess} that needs no database. */
export function limited(
  readingIsOpen: boolean,
  keys: KeyCheck,
  tokens: TokenCheck | null,
  attempts: Attempts,
): Access['identify'] {
  const proven = new LRUCache<string, true>(PROVEN);
  /** What is being checked now, by address and credential: a page that opens with ten questions at once makes one attempt. */
  const running = new Map<string, Promise<Caller>>();

  async function attempt(credential: string, digest: string, address: string): Promise<Caller> {
    const seconds = proven.has(digest) ? 0 : attempts.secondsToWait(address);
    if (seconds > 0) throw tooMany(seconds);
    const takeBack = attempts.begin(address); // counted at the start, or many at once would all pass
    try {
      const caller = await check(credential);
      takeBack();
      proven.set(digest, true);
      return caller;
    } catch (error) {
      const isRefused = error instanceof TellableError && error.code === 'UNAUTHENTICATED';
      if (isRefused) proven.delete(digest);
      else takeBack();
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
      throw keyWanted();
    }
    const credential = bearer(authorization);
    const digest = createHash('sha256').update(credential).digest('base64');
    const address = addressOf();
    const name = `${address} ${digest}`;
    let result = running.get(name);
    if (result === undefined) {
      result = attempt(credential, digest, address).finally(() => running.delete(name));
      running.set(name, result);
    }
    return result;
  };
}

/** What stands behind `Bearer`; another scheme is a credential that nobody here can check, and counts as a wrong one. */
function bearer(authorization: string): string {
  const [, credential] = /^bearer +(\S+) *$/i.exec(authorization) ?? [];
  return credential ?? '';
}

function tooMany(seconds: number): TellableError {
  return new TellableError(
    'TOO_MANY_ATTEMPTS',
    `Too many keys or tokens from your address were not valid. Try again in ${seconds} seconds, with a valid one.`,
    { retryAfter: seconds },
  );
}
