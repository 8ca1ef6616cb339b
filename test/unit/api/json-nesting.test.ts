import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isJsonNestedTooDeep as isTooDeep, MAX_JSON_NESTING } from '../../../src/api/json-nesting.ts';

const nested = (levels: number, inner = '1') => `${'[{"a":'.repeat(levels / 2)}${inner}${'}]'.repeat(levels / 2)}`;

test('up to the limit is accepted, one level more is not', () => {
  expect(isTooDeep(nested(MAX_JSON_NESTING))).toBe(false);
  expect(isTooDeep(nested(MAX_JSON_NESTING, '[]'))).toBe(true);
  expect(isTooDeep('['.repeat(1_000_000))).toBe(true);
});

test('brackets side by side, and brackets in texts, are not nested', () => {
  expect(isTooDeep(`[${'[],'.repeat(1_000)}[]]`)).toBe(false);
  for (const text of ['['.repeat(1_000), '\\"['.repeat(1_000), 'ї[嗨"'.repeat(1_000)]) {
    expect(isTooDeep(JSON.stringify({ text }))).toBe(false);
    expect(isTooDeep(`{"text": ${JSON.stringify(text)}, "more": ${'['.repeat(200)}`)).toBe(true);
  }
});

test('any JSON of few levels is accepted', () => {
  fc.assert(fc.property(fc.json({ maxDepth: 20 }), (json) => expect(isTooDeep(json)).toBe(false)));
});
