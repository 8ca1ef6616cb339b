import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { type Database } from '../graph/database.ts';
import { type Caller, notValid } from './caller.ts';
import { hasHash, readKey } from './key-text.ts';
import { type Role } from './roles.ts';

/** Keys in use at the same time that need no look-up; the others are looked up. */
const MOST_KEPT = 1_000;

/** One row whether or not there is such a key, so that both are the same work. */
const LOOK_UP = {
  cypher: `OPTIONAL MATCH (k:ApiKey {id: $id})
RETURN k.hash AS hash, k.name AS name, k.role AS role, k.revokedAt AS revokedAt, k.lastUsedOn AS lastUsedOn`,
  columns: ['hash', 'name', 'role', 'revokedAt', 'lastUsedOn'],
};

type Row = [hash: string | null, name: string, role: Role, revokedAt: string | null, lastUsedOn: string | null];

const NOTE_USE = 'MATCH (k:ApiKey {id: $id}) SET k.lastUsedOn = $day';

/** Says whose a key is. Throws UNAUTHENTICATED for any other text. */
export type KeyCheck = (text: string) => Promise<Caller>;

/**
 * Checks keys against the graph. A key that was found right is right as long as the graph has not changed, which every
 * revocation does: it holds at once in the process that revokes, and within a poll (src/graph/watch.ts) in all others.
 * Wrong, revoked and unknown keys take one path: each is looked up, compared, and only then judged; none is kept.
 *
 * @param compare Whether a secret has a hash; to be watched by tests.
 */
export function keyCheck(database: Database, compare: typeof hasHash = hasHash): KeyCheck {
  const right = new LRUCache<string, { caller: Caller; version: string }>({ max: MOST_KEPT });
  const noted = new LRUCache<string, string>({ max: MOST_KEPT });

  return async (text) => {
    const key = readKey(text);
    if (key === null) throw notValid('it has not the form of a key');
    const digest = createHash('sha256').update(text).digest('base64');
    // Taken before the look-up, which is then at least as recent. Whether the database is away is for the look-up to tell.
    const version = await database.version().catch(() => null);
    const known = right.get(digest);
    if (version !== null && known?.version === version) return known.caller;

    const [row] = (await database.rows(LOOK_UP, { id: key.id })) as [Row];
    const [hash, name, role, revokedAt, lastUsedOn] = row;
    const isRight = compare(key.secret, hash);
    if (!isRight || revokedAt !== null) {
      right.delete(digest);
      throw notValid(hash === null ? 'no such key' : isRight ? `the key ${name} is revoked` : `not the key ${name}`);
    }
    const caller: Caller = { name, role, kind: 'key' };
    if (version !== null) right.set(digest, { caller, version });
    noteUse(key.id, lastUsedOn);
    return caller;
  };

  /** One small write per key and day, for which nobody waits. A database that takes no writes is not asked again that day. */
  function noteUse(id: string, lastUsedOn: string | null): void {
    const day = new Date().toISOString().slice(0, 10);
    if (lastUsedOn === day || noted.get(id) === day) return;
    noted.set(id, day);
    database.write((tx) => tx.run(NOTE_USE, { id, day })).catch(() => {});
  }
}
