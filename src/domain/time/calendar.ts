/** Days of the proleptic Gregorian calendar as text, `YYYY-MM-DD`, years 0000 to 9999; they compare as text. */

/** The days of a month, 28 to 31; `month` counts from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The first day that matches a date whose digits may be `X` and whose month and day may be missing; null if none does. */
export function firstDay(digits: string): string | null {
  return findMatchingDay(digits, 'first');
}

/** The last day that matches. */
export function lastDay(digits: string): string | null {
  return findMatchingDay(digits, 'last');
}

function findMatchingDay(digits: string, which: 'first' | 'last'): string | null {
  const [year = '', month = 'XX', day = 'XX'] = digits.split('-');
  const days = matchingNumbers(day, 1, 31, which);
  for (const y of matchingNumbers(year, 0, 9999, which)) {
    for (const m of matchingNumbers(month, 1, 12, which)) {
      const d = days.find((each) => each <= daysInMonth(y, m));
      if (d !== undefined) return formatDay(y, m, d);
    }
  }
  return null;
}

/** The numbers from `min` to `max` that match a pattern with `X` for any digit, in the requested order. */
function matchingNumbers(pattern: string, min: number, max: number, which: 'first' | 'last'): number[] {
  const numbers = [...pattern]
    .reduce<number[]>(
      (prefixes, digit) => prefixes.flatMap((number) => possibleDigits(digit).map((d) => number * 10 + d)),
      [0],
    )
    .filter((number) => number >= min && number <= max);
  return which === 'first' ? numbers : numbers.reverse();
}

function possibleDigits(digit: string): readonly number[] {
  return digit === 'X' ? [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] : [Number(digit)];
}

function formatDay(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** First and last month of the EDTF sub-year groupings 21 to 41. */
const SUB_YEAR_MONTHS: Record<number, readonly [first: number, last: number]> = {
  21: [3, 5],
  22: [6, 8],
  23: [9, 11],
  25: [3, 5],
  26: [6, 8],
  27: [9, 11],
  29: [9, 11],
  31: [3, 5],
  32: [6, 8],
  33: [1, 3],
  34: [4, 6],
  35: [7, 9],
  36: [10, 12],
  37: [1, 4],
  38: [5, 8],
  39: [9, 12],
  40: [1, 6],
  41: [7, 12],
};

/**
 * First and last day of a season, quarter, quadrimester or semester, by its EDTF number (ISO 8601-2, 4.8). A season is three
 * whole months; without a hemisphere, those of the northern one. For the season around the turn of the year (24 and 28, in
 * the south 30) some give the year in which it begins and others the year in which it ends, so both are included.
 */
export function subYearRange(year: number, subYear: number): { first: string; last: string } {
  const months = SUB_YEAR_MONTHS[subYear];
  if (months) {
    const [first, last] = months;
    return { first: formatDay(year, first, 1), last: formatDay(year, last, daysInMonth(year, last)) };
  }
  const begin = year > 0 ? formatDay(year - 1, 12, 1) : formatDay(0, 1, 1);
  const end = year < 9999 ? formatDay(year + 1, 2, daysInMonth(year + 1, 2)) : formatDay(9999, 12, 31);
  return { first: begin, last: end };
}
