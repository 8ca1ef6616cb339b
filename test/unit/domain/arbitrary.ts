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
  years.map((year) => `${year.slice(0, 3)}X`),
  fc.tuple(years, fc.integer({ min: 21, max: 41 })).map(([year, part]) => `${year}-${part}`),
);
