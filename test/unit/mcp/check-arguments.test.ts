import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { ClientError } from '../../../src/domain/errors.ts';
import { checkArguments } from '../../../src/mcp/check-arguments.ts';

const input = z.strictObject({
  text: z.string().max(5),
  kinds: z.array(z.enum(['SUMMIT', 'VISIT'])).optional(),
  time: z.strictObject({ from: z.string().optional() }).optional(),
  first: z.int().min(1).default(10),
});

function complaint(given: unknown): string {
  try {
    checkArguments('find', input, given);
  } catch (error) {
    if (error instanceof ClientError) return error.message;
    throw error;
  }
  throw new Error('Nothing is wrong.');
}

test('what is left out has its default', () => {
  expect(checkArguments('find', input, { text: 'a' })).toEqual({ text: 'a', first: 10 });
});

describe('what is wrong is told', () => {
  test('all at once, with the nearest name', () => {
    const message = complaint({ txt: 'a', kinds: ['SUMIT'], first: 0 });
    expect(message).toContain('There is no argument `txt`. Did you mean text?');
    expect(message).toContain('`kinds.0` has no such value. Did you mean SUMMIT? There are SUMMIT, VISIT.');
    expect(message).toContain('`first`: ');
    expect(message).toContain('`text`: ');
  });

  test('also inside an argument', () => {
    expect(complaint({ text: 'a', time: { form: '2025' } })).toContain('no argument `time.form`. Did you mean from?');
  });

  test.each([null, 'text', 1, []])('for %j, which are no arguments', (given) => {
    expect(complaint(given)).toMatch(/^find cannot be called so\. /);
  });

  test('for every name that there is not', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        fc.pre(!(name in input.shape) && name !== '__proto__');
        expect(complaint({ text: 'a', [name]: 1 })).toContain('There is no argument');
      }),
    );
  });
});
