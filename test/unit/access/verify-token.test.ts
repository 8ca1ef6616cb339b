import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { callerName, roleFromClaims } from '../../../src/access/verify-token.ts';

describe('the role in a token', () => {
  test.each([
    ['a text', { roles: 'analyst' }, 'roles', 'ANALYST'],
    ['the highest of a list', { roles: ['reader', 'ADMIN', 'analyst'] }, 'roles', 'ADMIN'],
    ['a path', { realm_access: { roles: ['analyst'] } }, 'realm_access.roles', 'ANALYST'],
    [
      'a name with dots of its own',
      { 'https://example.org/roles': ['analyst'] },
      'https://example.org/roles',
      'ANALYST',
    ],
    ['nothing', {}, 'roles', 'READER'],
    ['a path that ends early', { realm_access: 'analyst' }, 'realm_access.roles', 'READER'],
    ['names of others', { roles: ['owner', 'root'] }, 'roles', 'READER'],
    ['what is no text', { roles: [{ name: 'admin' }, 7, null, ['admin']] }, 'roles', 'READER'],
    ['what every object has', {}, 'constructor.name', 'READER'],
  ])('%s', (_, claims, path, role) => {
    expect(roleFromClaims(claims, path)).toBe(role);
  });

  test('is always a known role, whatever the claims', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.string(), (claims, path) =>
        ['READER', 'ANALYST', 'ADMIN'].includes(roleFromClaims(claims as Record<string, unknown>, path)),
      ),
    );
  });
});

describe('the name of the caller of a token', () => {
  test('is the subject at the issuer', () => {
    expect(callerName('248289', 'https://id.example.org')).toBe('248289@id.example.org');
    expect(callerName('auth0|123', 'https://id.example.org/realms/a/')).toBe('auth0%7C123@id.example.org/realms/a');
  });

  test('differs when the subject does, and has no separators or invisible characters', () => {
    const subject = fc.string({ unit: 'binary', minLength: 1 });
    fc.assert(
      fc.property(subject, subject, (a, b) => {
        const [one, other] = [a, b].map((each) => callerName(each, 'https://id.example.org'));
        expect(one).not.toMatch(/[|\s\p{C}]/u);
        expect(one === other).toBe(a.toWellFormed() === b.toWellFormed());
      }),
    );
  });
});
