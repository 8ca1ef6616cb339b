import { describe, expect, test } from '@jest/globals';
import { chooseTerms } from '../../../src/record/resolve/choose-term.ts';
import { type TermDates, rowTermDates } from '../../../src/record/resolve/term.ts';

/** What a source of this day says of a tenure. */
const term = (status: string, start: string | null, end: string | null, published?: string): TermDates =>
  rowTermDates(
    { status, ...(start && { start: { edtf: start } }), ...(end && { end: { edtf: end } }) },
    published === undefined ? null : { edtf: published },
  );

/** Two terms of one president, of which the first is known to have ended. */
const twoTerms = [term('ENDED', '2017-01-20', '2021-01-20'), term('CURRENT', '2025-01-20', null, '2025-02-10')];

describe('a source means the tenure whose days it overlaps', () => {
  test.each([
    ['in office since, said long ago', term('CURRENT', '2017-01-20', null, '2018-03-01'), [0]],
    ['in office, said long ago', term('CURRENT', null, null, '2018-03-01'), [0]],
    ['in office, said now', term('CURRENT', null, null, '2025-06-01'), [1]],
    ['in office between the two', term('CURRENT', null, null, '2023-03-01'), []],
    ['over, with both days', term('ENDED', '2017-01-20', '2021-01-20', '2022-01-01'), [0]],
    ['over, with another end', term('ENDED', '2017-01-20', '2020-12-31', '2022-01-01'), [0]],
    ['begun in a month', term('CURRENT', '2025-01', null, '2025-03-01'), [1]],
    ['begun with another day', term('CURRENT', '2025-01-21', null, '2025-03-01'), [1]],
    ['over, by the year of its end', term('ENDED', null, '2021', '2022-01-01'), [0]],
    ['nominated for what came', term('NOMINATED', null, null, '2024-07-01'), [1]],
    ['begun after the first had ended', term('ENDED', '2021-01-20', '2025-01-20', '2025-02-01'), []],
    ['undated, in office', term('CURRENT', null, null), [1]],
  ])('%s', (_, source, meant) => {
    expect(chooseTerms(source, twoTerms)).toEqual(meant);
    expect(chooseTerms(source, twoTerms.toReversed())).toEqual(meant.map((index) => 1 - index));
  });

  test('a missing end closes where the next term begins', () => {
    const open = [term('CURRENT', '2017-01-20', null, '2018-03-01'), term('CURRENT', '2025-01-20', null, '2025-02-10')];
    expect(chooseTerms(term('CURRENT', null, null, '2026-01-01'), open)).toEqual([1]);
    expect(chooseTerms(term('CURRENT', null, null, '2020-01-01'), open)).toEqual([0]);
  });

  test('two pages that call somebody current, with no start, mean the same term', () => {
    const seen = [term('CURRENT', null, null, '2025-02-10')];
    expect(chooseTerms(term('CURRENT', null, null, '2025-09-01'), seen)).toEqual([0]);
    expect(chooseTerms(term('CURRENT', '2024-07-05', null, '2025-09-01'), seen)).toEqual([0]);
  });

  test('a term that was over long before the other is seen is another one, whichever is known first', () => {
    const [over, seen] = [term('ENDED', '2010', '2012', '2025-03-01'), term('CURRENT', null, null, '2025-01-10')];
    expect(chooseTerms(over, [seen])).toEqual([]);
    expect(chooseTerms(seen, [over])).toEqual([]);
    expect(chooseTerms(term('CURRENT', null, null, '2023-01-10'), [seen])).toEqual([0]);
  });

  test('a successive term in the same month is another one', () => {
    expect(chooseTerms(term('CURRENT', '2021-03', null, '2021-05-01'), [term('ENDED', '2019', '2021-03')])).toEqual([]);
  });
});

describe('of several tenures, a source means', () => {
  const terms = [
    term('ENDED', '2010-01-01', '2012-01-01'),
    term('ENDED', '2012-01-01', '2014-01-01'),
    term('ENDED', '2014-01-01', '2016-01-01'),
  ];

  test.each([
    ['that with the same start', term('ENDED', '2012-01-01', '2015-01-01', '2020-01-01'), [1]],
    ['that with the same end, by the year', term('ENDED', '2011', '2014', '2020-01-01'), [1]],
    ['that which covers the publication', term('CURRENT', '2011-01-01', null, '2013-05-01'), [1]],
    ['that which contains the start', term('ENDED', '2011-01-01', '2015-01-01', '2020-01-01'), [0]],
    ['without a start the latest', term('ENDED', null, null, '2020-01-01'), [2]],
    ['any of those in which it may have begun', term('ENDED', '[2011..2013]', '2015-05-01', '2020-01-01'), [1]],
  ])('%s', (_, source, meant) => {
    expect(chooseTerms(source, terms)).toEqual(meant);
  });

  test('any of them, if nothing decides', () => {
    expect(chooseTerms(term('ENDED', '2009', '2017', '2020-01-01'), terms)).toEqual([0, 1, 2]);
  });
});
