import { describe, expect, test } from '@jest/globals';
import { termsOverlap, rowTerm } from '../../../src/record/resolve/term.ts';

/** The term of a tenure as a row gives it, in a document of this day. */
const term = (status: string, start: string | null, end: string | null, published = '2025-02-10') =>
  rowTerm(
    { status, ...(start && { start: { edtf: start } }), ...(end && { end: { edtf: end } }) },
    { edtf: published },
  );

describe('two sources speak of the same tenure', () => {
  test('when their times overlap, an open end being open', () => {
    expect(termsOverlap(term('CURRENT', '2024-07-05', null), term('CURRENT', null, null))).toBe(true);
    expect(termsOverlap(term('CURRENT', '2024-07-05', null), term('ENDED', '2024-07', '2026'))).toBe(true);
    expect(termsOverlap(term('ENDED', null, null), term('ENDED', '2021-01-20', '2025-01-20'))).toBe(true);
  });

  test('when one was nominated for what the other holds later', () => {
    expect(termsOverlap(term('NOMINATED', null, null, '2024-06-01'), term('CURRENT', '2024-07-05', null))).toBe(true);
  });

  test('not when one had ended before the other began, be it on the same day or in the same month', () => {
    const first = term('ENDED', '2017-01-20', '2021-01-20');
    expect(termsOverlap(first, term('CURRENT', '2025-01-20', null))).toBe(false);
    expect(termsOverlap(first, term('ENDED', '2021-01-20', '2025-01-20'))).toBe(false);
    expect(termsOverlap(term('ENDED', '2019', '2021-03'), term('CURRENT', '2021-03', null))).toBe(false);
  });

  test('not when it is seen held long after the other ended', () => {
    expect(termsOverlap(term('ENDED', '2010', '2012'), term('CURRENT', null, null))).toBe(false);
  });
});
