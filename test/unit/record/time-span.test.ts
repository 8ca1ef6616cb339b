import { describe, expect, test } from '@jest/globals';
import { spansOverlap, rowTimeSpan } from '../../../src/record/resolve/time-span.ts';

/** The span of a tenure as a row gives it, in a document of this day. */
const span = (status: string, start: string | null, end: string | null, published = '2025-02-10') =>
  rowTimeSpan(
    { status, ...(start && { start: { edtf: start } }), ...(end && { end: { edtf: end } }) },
    { edtf: published },
  );

describe('two sources speak of the same tenure', () => {
  test('when their times overlap, an open end being open', () => {
    expect(spansOverlap(span('CURRENT', '2024-07-05', null), span('CURRENT', null, null))).toBe(true);
    expect(spansOverlap(span('CURRENT', '2024-07-05', null), span('ENDED', '2024-07', '2026'))).toBe(true);
    expect(spansOverlap(span('ENDED', null, null), span('ENDED', '2021-01-20', '2025-01-20'))).toBe(true);
  });

  test('when one was nominated for what the other holds later', () => {
    expect(spansOverlap(span('NOMINATED', null, null, '2024-06-01'), span('CURRENT', '2024-07-05', null))).toBe(true);
  });

  test('not when one had ended before the other began, be it on the same day or in the same month', () => {
    const first = span('ENDED', '2017-01-20', '2021-01-20');
    expect(spansOverlap(first, span('CURRENT', '2025-01-20', null))).toBe(false);
    expect(spansOverlap(first, span('ENDED', '2021-01-20', '2025-01-20'))).toBe(false);
    expect(spansOverlap(span('ENDED', '2019', '2021-03'), span('CURRENT', '2021-03', null))).toBe(false);
  });

  test('not when it is seen held long after the other ended', () => {
    expect(spansOverlap(span('ENDED', '2010', '2012'), span('CURRENT', null, null))).toBe(false);
  });
});
