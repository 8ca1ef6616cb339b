import { ClientError } from '../domain/errors.ts';
import { closestMatches } from '../domain/identity/keys.ts';
import { type Database, type Tx } from '../graph/database.ts';
import { type ApiKeyParts, hashSecret, generateApiKey, formatApiKey } from './api-key-format.ts';
import { ANONYMOUS } from './caller.ts';
import { type Role } from './roles.ts';

/** A stored key, without its hash. Times are ISO 8601 and days `YYYY-MM-DD`, in UTC. */
export interface ApiKey {
  id: string;
  name: string;
  role: Role;
  createdAt: string;
  lastUsedOn: string | null;
  revokedAt: string | null;
}

/** Names are shown in the history (`by`) and are part of idempotency keys (`name|key`): no separators, nothing invisible. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._-]{0,62}(?<! )$/u;

/** Names under which the program itself writes. */
const RESERVED = [ANONYMOUS.name, 'chancery'];

const LIVE = 'MATCH (k:ApiKey {name: $name}) WHERE k.revokedAt IS NULL RETURN k.id';

const CREATE = 'CREATE (k:ApiKey {id: $id, name: $name, role: $role, hash: $hash, createdAt: $at})';

const LIST = `MATCH (k:ApiKey)
RETURN k.id AS id, k.name AS name, k.role AS role, k.createdAt AS createdAt, k.lastUsedOn AS lastUsedOn, k.revokedAt AS revokedAt
ORDER BY k.createdAt, k.id`;

const REVOKE = `MATCH (k:ApiKey {name: $name}) WHERE k.revokedAt IS NULL
SET k.revokedAt = $at RETURN k.id`;

/**
 * Creates a key and stores its hash. The key itself is returned only here.
 *
 * @throws ClientError INVALID_NAME or KEY_NAME_TAKEN.
 */
export async function addKey(database: Database, { name, role }: { name: string; role: Role }): Promise<string> {
  if (!NAME.test(name) || RESERVED.includes(name.toLowerCase())) throw invalidName(name);
  const key = generateApiKey();
  await database.write(async (tx) => {
    if ((await tx.rows(LIVE, { name })).length > 0) throw nameTaken(name, role);
    await createKey(tx, key, name, role);
  });
  return formatApiKey(key);
}

/** Creates the first key of a graph; null if there has ever been one, even a revoked one. */
export async function addFirstKey(database: Database, name: string, role: Role): Promise<string | null> {
  if (await hasKeys(database)) return null;
  const key = generateApiKey();
  const isFirst = await database.write(async (tx) => {
    const [existing] = await tx.rows(ANY); // another process may have been faster
    if (existing === undefined) await createKey(tx, key, name, role);
    return existing === undefined;
  });
  return isFirst ? formatApiKey(key) : null;
}

/** Whether a key has ever been created. */
export async function hasKeys(database: Database): Promise<boolean> {
  return (await database.read((tx) => tx.rows(ANY))).length > 0;
}

const ANY = 'MATCH (k:ApiKey) RETURN k.id LIMIT 1';

/** All keys, in the order of their creation. */
export function listKeys(database: Database): Promise<ApiKey[]> {
  return database.read((tx) => tx.run<ApiKey>(LIST));
}

/**
 * Revokes a key for good. It stays in the list, because the history refers to its name.
 *
 * @throws ClientError NO_SUCH_KEY, with similar names.
 */
export async function revokeKey(database: Database, name: string): Promise<void> {
  await database.write(async (tx) => {
    const revoked = await tx.rows(REVOKE, { name, at: new Date().toISOString() });
    if (revoked.length === 0) throw await noSuchKey(tx, name);
  });
}

async function createKey(tx: Tx, { id, secret }: ApiKeyParts, name: string, role: Role): Promise<void> {
  await tx.run(CREATE, { id, name, role, hash: hashSecret(secret), at: new Date().toISOString() });
}

function invalidName(name: string): ClientError {
  return new ClientError(
    'INVALID_NAME',
    `A key cannot be named ${JSON.stringify(name)}. Expected up to 63 letters, digits, spaces, dots, hyphens or underscores, ` +
      `beginning with a letter or digit, and not ${RESERVED.join(' or ')}: the name of its user, for example "Anna Berg" or "import-job".`,
  );
}

function nameTaken(name: string, role: Role): ClientError {
  return new ClientError(
    'KEY_NAME_TAKEN',
    `There is already a key named ${name}. Choose another name, or revoke that key first: ` +
      `npm run -s chancery -- keys revoke ${JSON.stringify(name)}, then add it again with --role ${role.toLowerCase()}.`,
  );
}

async function noSuchKey(tx: Tx, name: string): Promise<ClientError> {
  const rows = await tx.rows('MATCH (k:ApiKey) RETURN k.name, k.revokedAt IS NULL');
  if (rows.some(([known]) => known === name)) {
    return new ClientError('NO_SUCH_KEY', `The key ${name} is already revoked. Nothing was changed.`);
  }
  const live = rows.filter(([, isLive]) => isLive).map(([known]) => known as string);
  const suggestions = closestMatches(name, live);
  const hint = suggestions.length > 0 ? ` Did you mean ${suggestions.join(' or ')}?` : '';
  return new ClientError('NO_SUCH_KEY', `There is no key named ${name}.${hint} "keys list" shows all.`);
}
