import fc from 'fast-check';

/** Days from 2020 to 2026, dense enough to meet one another. */
export const days = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const months = days.map((day) => day.slice(0, 7));
const years = days.map((day) => day.slice(0, 4));
const dates = fc.oneof(days, months, years);
/** Two dates, of which the second does not end before the first begins. */
const pairs = fc.tuple(dates, dates).map((two) => two.sort((a, b) => a.slice(0, 4).localeCompare(b.slice(0, 4)) || 0));
const ordered = pairs.filter(([a, b]) => a <= `${b}~`.padEnd(10, '~'));

/** EDTF text of every form that is taken. */
export const edtfs = fc.oneof(
  dates,
  ordered.map(([a, b]) => `${a}/${b}`),
  ordered.map(([a, b]) => `[${a}..${b}]`),
  dates.map((date) => `${date}/..`),
  dates.map((date) => `../${date}`),
  dates.map((date) => `[${date}..]`),
  dates.map((date) => `[..${date}]`),
  fc.tuple(dates, fc.constantFrom('?', '~', '%')).map(([date, qualifier]) => date + qualifier),
  months.map((month) => `${month}-XX`),
  months.map((month) => `XXXX-${month.slice(5)}`),
  ordered.map(([a, b]) => `[${a},${b}]`),
  years.map((year) => `${year.slice(0, 3)}X`),
  fc.tuple(years, fc.integer({ min: 21, max: 41 })).map(([year, part]) => `${year}-${part}`),
);

const allDays = Array.from({ length: 9 * 366 }, (_, index) =>
  new Date(Date.UTC(2019, 0, 1 + index)).toISOString().slice(0, 10),
).filter((day) => day < '2028');
const between = (from: string, until: string) => allDays.filter((day) => from <= day && day <= until);
const matching = (digits: string) => allDays.filter((day) => [...digits].every((d, at) => d === 'X' || d === day[at]));

interface DateWithDays {
  edtf: string;
  /** Every day that it may be. */
  days: string[];
}

/** A date of the years 2020 to 2026 with digits replaced by X, none of them of the century or decade. */
const patterns: fc.Arbitrary<DateWithDays> = fc
  .tuple(dates, fc.array(fc.integer({ min: 3, max: 9 }), { maxLength: 4 }))
  .map(([date, hidden]) => [...date].map((c, at) => (hidden.includes(at) && c !== '-' ? 'X' : c)).join(''))
  .filter((digits) => digits[3] !== 'X')
  .map((digits) => ({ edtf: digits, days: matching(digits) }));

/** By the months in which a season may be: of its own year and around its turns. */
const SEASONS: Readonly<Record<number, readonly string[]>> = {
  21: ['03', '04', '05', '09', '10', '11'],
  22: ['06', '07', '08', '01', '02', '12', 'before', 'after'],
  23: ['03', '04', '05', '09', '10', '11'],
  24: ['06', '07', '08', '01', '02', '12', 'before', 'after'],
  25: ['03', '04', '05'],
  26: ['06', '07', '08'],
  27: ['09', '10', '11'],
  28: ['01', '02', '12', 'before', 'after'],
  29: ['09', '10', '11'],
  30: ['01', '02', '12', 'before', 'after'],
  31: ['03', '04', '05'],
  32: ['06', '07', '08'],
};
const seasons: fc.Arbitrary<DateWithDays> = fc
  .tuple(fc.integer({ min: 2020, max: 2026 }), fc.integer({ min: 21, max: 32 }))
  .map(([year, season]) => {
    const months = SEASONS[season]!.flatMap((month) => {
      if (month === 'before') return [`${year - 1}-12`];
      return month === 'after' ? [`${year + 1}-01`, `${year + 1}-02`] : [`${year}-${month}`];
    });
    return { edtf: `${year}-${season}`, days: allDays.filter((day) => months.includes(day.slice(0, 7))) };
  });

const ranges: fc.Arbitrary<DateWithDays> = fc
  .tuple(days, days)
  .map((pair) => pair.sort())
  .map(([from = '', until = '']) => ({ edtf: `${from}..${until}`, days: between(from, until) }));

/** Dates, seasons and sets, each with every day that it may be. */
export const datesWithDays: fc.Arbitrary<DateWithDays> = fc.oneof(
  patterns,
  seasons,
  fc.array(fc.oneof(patterns, seasons, ranges), { minLength: 1, maxLength: 3 }).map((members) => ({
    edtf: `[${members.map(({ edtf }) => edtf).join(',')}]`,
    days: [...new Set(members.flatMap((member) => member.days))],
  })),
);
