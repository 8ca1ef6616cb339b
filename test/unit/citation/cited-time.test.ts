import { describe, expect, test } from '@jest/globals';
import { citedTime, dateText } from '../../../src/citation/cited-time.ts';
import { times } from './works.ts';

describe('a time to be cited', () => {
  test.each(times)('%s is as precise as its source', (edtf, from, until, isApproximate) => {
    const time = citedTime(edtf)!;
    expect([time.from && dateText(time.from), time.until && dateText(time.until)]).toEqual([from, until]);
    expect(time).toMatchObject({ isApproximate, edtf });
  });

  test.each([[null], ['XXXX'], ['XXXX-XX-XX']])('%s says nothing', (edtf) => {
    expect(citedTime(edtf)).toBeNull();
  });

  test('marks stay with their date', () => {
    const { from, until } = citedTime('2022~/2023-04?')!;
    expect([from!.mark, until!.mark]).toEqual(['~', '?']);
    expect(citedTime('2022?-04~')!.from!.mark).toBe('%');
  });
});
