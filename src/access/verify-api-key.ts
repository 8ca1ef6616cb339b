import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { type Database } from '../graph/database.ts';
import { type Caller, invalidCredential } from './caller.ts';
import { matchesHash, parseApiKey } from './api-key-format.ts';
import { type Role } from './roles.ts';

/** Keys in use at the same time that need no look-up; the others are looked up. */
const MAX_CACHED_KEYS = 1_000;

/** One row whether or not there is such a key, so that both are the same work. */
const FIND_KEY = {
  cypher: `OPTIONAL MATCH (k:ApiKey {id: $id})
RETURN k.hash AS hash, k.name AS name, k.role AS role, k.revokedAt AS revokedAt, k.lastUsedOn AS lastUsedOn`,
  columns: ['hash', 'name', 'role', 'revokedAt', 'lastUsedOn'],
};

type ApiKeyRow = [hash: string | null, name: string, role: Role, revokedAt: string | null, lastUsedOn: string | null];

const RECORD_USE = 'MATCH (k:ApiKey {id: $id}) SET k.lastUsedOn = $day';

/** Says whose a key is. Throws UNAUTHENTICATED for any other text. */
export type VerifyApiKey = (text: string) => Promise<Caller>;

/**
 * Checks keys against the graph. A key that was found right is right as long as the graph has not changed, which every
 * revocation does: it holds at once in the process that revokes, and within a poll (src/graph/watch.ts) in all others.
 * Wrong, revoked and unknown keys take one path: each is looked up, compared, and only then judged; none is kept.
 *
 * @param compare Whether a secret has a hash; to be watched by tests.
 */
export function createApiKeyVerifier(database: Database, compare: typeof matchesHash = matchesHash): VerifyApiKey {
  const verified = new LRUCache<string, { caller: Caller; version: string }>({ max: MAX_CACHED_KEYS });
  const usageRecorded = new LRUCache<string, string>({ max: MAX_CACHED_KEYS });

  return async (text) => {
    const key = parseApiKey(text);
    if (key === null) throw invalidCredential('it has not the form of a key');
    const digest = createHash('sha256').update(text).digest('base64');
    // Taken before the look-up, which is then at least as recent. Whether the database is away is for the look-up to tell.
    const version = await database.version().catch(() => null);
    const cached = verified.get(digest);
    if (version !== null && cached?.version === version) return cached.caller;

    const [row] = (await database.queryRows(FIND_KEY, { id: key.id })) as [ApiKeyRow];
    const [hash, name, role, revokedAt, lastUsedOn] = row;
    const matches = compare(key.secret, hash);
    if (!matches || revokedAt !== null) {
      verified.delete(digest);
      throw invalidCredential(
        hash === null ? 'no such key' : matches ? `the key ${name} is revoked` : `not the key ${name}`,
      );
    }
    const caller: Caller = { name, role, kind: 'key' };
    if (version !== null) verified.set(digest, { caller, version });
    recordUse(key.id, lastUsedOn);
    return caller;
  };

  /** One small write per key and day, for which nobody waits. A database that takes no writes is not asked again that day. */
  function recordUse(id: string, lastUsedOn: string | null): void {
    const day = new Date().toISOString().slice(0, 10);
    if (lastUsedOn === day || usageRecorded.get(id) === day) return;
    usageRecorded.set(id, day);
    database.write((tx) => tx.run(RECORD_USE, { id, day })).catch(() => {});
  }
}
