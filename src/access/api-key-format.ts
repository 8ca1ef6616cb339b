import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A key as people hold it: `chancery_ID_SECRET`. The id finds it in the graph; the secret proves that one has it. */
export interface ApiKeyParts {
  /** 12 hexadecimal digits; no secret. */
  id: string;
  /** 64 hexadecimal digits: 256 random bits. */
  secret: string;
}

const PATTERN = /^chancery_([0-9a-f]{12})_([0-9a-f]{64})$/;

/** A new key. Hexadecimal, so that a double click selects all of it. */
export function generateApiKey(): ApiKeyParts {
  return { id: randomBytes(6).toString('hex'), secret: randomBytes(32).toString('hex') };
}

export function formatApiKey({ id, secret }: ApiKeyParts): string {
  return `chancery_${id}_${secret}`;
}

/** Null for what is no key by its form, which is no secret and may be told at once. */
export function parseApiKey(text: string): ApiKeyParts | null {
  const [, id, secret] = PATTERN.exec(text) ?? [];
  return id === undefined || secret === undefined ? null : { id, secret };
}

/**
 * What is stored of a secret: SHA-256, in hexadecimal. Slow hashes (scrypt, argon2) make up for what people choose as passwords; 256
 * random bits cannot be tried out however fast the hash is, and a slow one would be paid by every request.
 */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Stands for the hash of a key that does not exist: no secret has it. */
const NO_HASH = '0'.repeat(64);

/** Whether a secret has this hash, in the same time whatever the answer; also where there is no key (null). */
export function matchesHash(secret: string, hash: string | null): boolean {
  return timingSafeEqual(Buffer.from(hashSecret(secret), 'hex'), Buffer.from(hash ?? NO_HASH, 'hex'));
}
