import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { ANONYMOUS, requireRole } from '../../../src/access/caller.ts';
import { ROLES, highestRole, roleIncludes } from '../../../src/access/roles.ts';
import { ClientError } from '../../../src/domain/errors.ts';

const role = fc.constantFrom(...ROLES);

describe('roles', () => {
  test('are ordered: each includes itself and those below', () => {
    fc.assert(
      fc.property(role, role, role, (a, b, c) => {
        expect(roleIncludes(a, a)).toBe(true);
        expect(roleIncludes(a, b) || roleIncludes(b, a)).toBe(true);
        if (roleIncludes(a, b) && roleIncludes(b, c)) expect(roleIncludes(a, c)).toBe(true);
        if (roleIncludes(a, b) && roleIncludes(b, a)) expect(a).toBe(b);
      }),
    );
    expect(roleIncludes('ADMIN', 'ANALYST') && roleIncludes('ANALYST', 'READER')).toBe(true);
    expect(roleIncludes('READER', 'ANALYST')).toBe(false);
  });

  test('of many names the highest counts, ignoring case, order and unknown names', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(role, fc.string())), (names) => {
        const highest = highestRole(names);
        const spelt = highestRole(names.map((name) => name.toLowerCase()).reverse());
        expect(spelt).toBe(highest);
        for (const name of names)
          if (ROLES.some((known) => known === name)) expect(roleIncludes(highest, name as 'ADMIN')).toBe(true);
        expect(highest === 'READER' || names.some((name) => name.toUpperCase() === highest)).toBe(true);
      }),
    );
    expect(highestRole([])).toBe('READER');
    expect(highestRole(['editor', 'Analyst', 'superadmin'])).toBe('ANALYST');
  });
});

describe('requireRole', () => {
  const refusal = (caller: Parameters<typeof requireRole>[0]): ClientError => {
    try {
      requireRole(caller, 'ANALYST');
    } catch (error) {
      if (error instanceof ClientError) return error;
    }
    throw new Error('expected an error for people');
  };

  test('accepts an analyst and an admin for the role analyst', () => {
    for (const role of ['ANALYST', 'ADMIN'] as const) requireRole({ name: 'anna', role, kind: 'key' }, 'ANALYST');
  });

  test('tells an anonymous caller what to send, and a caller with a lower role which is needed', () => {
    expect(refusal(ANONYMOUS)).toMatchObject({
      code: 'UNAUTHENTICATED',
      message: expect.stringMatching(/has no key.*Authorization: Bearer KEY.*keys add NAME --role analyst/) as unknown,
      details: { needed: 'ANALYST', role: 'READER' },
    });
    expect(refusal({ name: 'rita', role: 'READER', kind: 'key' })).toMatchObject({
      code: 'FORBIDDEN',
      message: expect.stringMatching(/needs the role analyst; rita has the role reader/) as unknown,
    });
  });
});
