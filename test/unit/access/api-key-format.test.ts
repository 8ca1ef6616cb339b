import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import {
  matchesHash,
  hashSecret,
  generateApiKey,
  parseApiKey,
  formatApiKey,
} from '../../../src/access/api-key-format.ts';

describe('the text of a key', () => {
  test('has a prefix for secret scanners, an id, and 256 random bits', () => {
    const keys = Array.from({ length: 100 }, generateApiKey);
    expect(formatApiKey(keys[0]!)).toMatch(/^chancery_[0-9a-f]{12}_[0-9a-f]{64}$/);
    expect(new Set(keys.map(({ secret }) => secret)).size).toBe(100);
    for (const key of keys) expect(parseApiKey(formatApiKey(key))).toEqual(key);
  });

  test('is refused if anything is added, missing, or different', () => {
    const text = formatApiKey(generateApiKey());
    for (const wrong of [
      ` ${text}`,
      `${text}\n`,
      `${text}0`,
      text.slice(0, -1),
      text.toUpperCase(),
      '',
      'chancery__',
    ]) {
      expect(parseApiKey(wrong)).toBeNull();
    }
  });

  test('any other text is null, and does not throw', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => parseApiKey(text) === null));
  });
});

describe('the hash of a secret', () => {
  test('matches that secret and no other, not even with one digit changed', () => {
    const digit = fc.integer({ min: 0, max: 63 });
    fc.assert(
      fc.property(digit, fc.constantFrom(...'0123456789abcdef'), (at, other) => {
        const { secret } = generateApiKey();
        const changed = secret.slice(0, at) + other + secret.slice(at + 1);
        return matchesHash(changed, hashSecret(secret)) === (changed === secret);
      }),
    );
  });

  test('of no key matches none', () => {
    expect(matchesHash(generateApiKey().secret, null)).toBe(false);
    expect(matchesHash('', null)).toBe(false);
  });
});
