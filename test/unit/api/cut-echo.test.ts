import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cutEcho } from '../../../src/api/cut-echo.ts';

describe('cutEcho', () => {
  test.each([
    'Cannot query field "metting" on type "Query". Did you mean "meeting" or "meetings"?',
    'Variable "$ref" got invalid value "two words"; "two words" is neither an id nor a key. A key is a kind, a colon, and letters, digits, "-", "_", "." or "/", such as "meeting:udcg-26" or "country:GB"; an id is the value of a field `id`.',
    'This operation could return up to 520,100 nodes; the limit is 100,000. Most come from meetings (100) × participations (100) × statements (50). Ask for smaller pages, such as first: 10, and for the next one with after: and the endCursor of pageInfo.',
  ])('leaves a message that repeats little as it is: %s', (message) => {
    expect(cutEcho(message)).toBe(message);
  });

  test('cuts a text, a list, an object and a word, and keeps what is said about them', () => {
    const long = 'x'.repeat(1_000);
    expect(cutEcho(`Variable "$t" got invalid value "${long}"; Expected type "Int".`)).toBe(
      `Variable "$t" got invalid value "${'x'.repeat(59)}…; Expected type "Int".`,
    );
    expect(cutEcho(`Expected value of type "Ref", found [["${long}"], "]"]. Send one.`)).toMatch(
      /found \[\["x{57}…\. Send one\.$/,
    );
    expect(cutEcho(`Expected value of type "Ref", found {a: "}", b: ${long}}. Send one.`)).toMatch(/x…\. Send one\.$/);
    expect(cutEcho(`Int cannot represent ${'9'.repeat(1_000)} as it is.`)).toBe(
      `Int cannot represent ${'9'.repeat(60)}… as it is.`,
    );
  });

  test('repeats at most 200 characters of however many values', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, maxLength: 300 }), { maxLength: 20 }), (values) => {
        const quoted = values.map((value) => JSON.stringify(value));
        const kept = cutEcho(quoted.join(' ')).replaceAll('…', '').replaceAll(' ', '');
        expect(kept.length).toBeLessThanOrEqual(200);
      }),
    );
  });
});
