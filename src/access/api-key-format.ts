import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** The parts of a key, `chancery_ID_SECRET`: the id finds it in the graph, the secret proves possession. */
export interface ApiKeyParts {
  /** 12 hexadecimal digits; not secret. */
  id: string;
  /** 64 hexadecimal digits: 256 random bits. */
  secret: string;
}

const PATTERN = /^chancery_([0-9a-f]{12})_([0-9a-f]{64})$/;

/** A new key, in hexadecimal so that a double click selects all of it. */
export function generateApiKey(): ApiKeyParts {
  return { id: randomBytes(6).toString('hex'), secret: randomBytes(32).toString('hex') };
}

export function formatApiKey({ id, secret }: ApiKeyParts): string {
  return `chancery_${id}_${secret}`;
}

/** Null for text that does not have the format of a key. */
export function parseApiKey(text: string): ApiKeyParts | null {
  const [, id, secret] = PATTERN.exec(text) ?? [];
  return id === undefined || secret === undefined ? null : { id, secret };
}

/**
 * SHA-256, in hexadecimal. A slow hash (scrypt, argon2) protects passwords that people choose; 256 random bits cannot be guessed
 * however fast the hash is, and every request would pay for a slow one.
 */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Compared with when there is no such key: no secret has this hash. */
const NO_HASH = '0'.repeat(64);

/** Whether a secret has this hash, compared in constant time, even if there is no key (null). */
export function matchesHash(secret: string, hash: string | null): boolean {
  return timingSafeEqual(Buffer.from(hashSecret(secret), 'hex'), Buffer.from(hash ?? NO_HASH, 'hex'));
}
