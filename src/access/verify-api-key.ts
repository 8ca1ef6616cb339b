import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { type Database } from '../graph/database.ts';
import { matchesHash, parseApiKey } from './api-key-format.ts';
import { type Caller, invalidCredential } from './caller.ts';
import { type Role } from './roles.ts';

/** Keys whose verification is cached. */
const MAX_CACHED_KEYS = 1_000;

/** Returns a row even if there is no such key, so that both cases take the same work. */
const FIND_KEY = {
  cypher: `OPTIONAL MATCH (k:ApiKey {id: $id})
RETURN k.hash AS hash, k.name AS name, k.role AS role, k.revokedAt AS revokedAt, k.lastUsedOn AS lastUsedOn`,
  columns: ['hash', 'name', 'role', 'revokedAt', 'lastUsedOn'],
};

type ApiKeyRow = [hash: string | null, name: string, role: Role, revokedAt: string | null, lastUsedOn: string | null];

const RECORD_USE = 'MATCH (k:ApiKey {id: $id}) SET k.lastUsedOn = $day';

/** The caller that a key belongs to. Throws UNAUTHENTICATED for any other text. */
export type VerifyApiKey = (text: string) => Promise<Caller>;

/**
 * Verifies keys against the graph. A valid key is cached for one version of the graph. A revocation changes the version, so it takes
 * effect at once in the process that revokes, and after at most one poll (src/graph/version-cache.ts) in all others. Wrong, revoked
 * and unknown keys take the same path, against timing attacks: each is looked up and compared, and none is cached.
 *
 * @param compare Replaced by tests, to count the comparisons.
 */
export function createApiKeyVerifier(database: Database, compare: typeof matchesHash = matchesHash): VerifyApiKey {
  const verified = new LRUCache<string, { caller: Caller; version: string }>({ max: MAX_CACHED_KEYS });
  const usageRecorded = new LRUCache<string, string>({ max: MAX_CACHED_KEYS });

  return async (text) => {
    const key = parseApiKey(text);
    if (key === null) throw invalidCredential('it does not have the format of a key');
    const digest = createHash('sha256').update(text).digest('base64');
    // Read before the look-up, whose result is then at least as recent. If the database is down, the look-up reports it.
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

  /** One small write per key and day, in the background; if it fails, there is no retry on that day. */
  function recordUse(id: string, lastUsedOn: string | null): void {
    const day = new Date().toISOString().slice(0, 10);
    if (lastUsedOn === day || usageRecorded.get(id) === day) return;
    usageRecorded.set(id, day);
    database.write((tx) => tx.run(RECORD_USE, { id, day })).catch(() => {});
  }
}
