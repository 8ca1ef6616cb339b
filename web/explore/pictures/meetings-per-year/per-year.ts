import { type MeetingConditions, inYear, meetingsAddress } from '../conditions.ts';
import { MeetingKind } from '../../../../src/domain/vocabulary.generated.ts';
import type { BarPart } from '../parts/StackedBars.tsx';
import type { Series } from '../series.ts';
import type { Table } from '../table.ts';
import { capitalised, counted, inWords } from '../../words.ts';

/** Groups as the API counts them by YEAR and KIND. */
export type YearCounts = readonly { values: readonly (string | null)[]; count: number }[];

/** In the order of the vocabulary, so that a kind looks the same whatever else is shown. */
const KINDS = Object.values(MeetingKind);

/** All years from the first to the last that is counted, those without meetings too. */
export function yearsOf(counts: YearCounts): string[] {
  const years = counts.flatMap(({ values: [year] }) => (year ? [Number(year)] : []));
  if (years.length === 0) return [];
  const first = Math.min(...years);
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, index) => String(first + index));
}

/** The kinds that are counted, the most frequent first, which stands at the bottom of the bars. */
export function kindsOf(counts: YearCounts): (Series & { key: MeetingKind })[] {
  const totals = Map.groupBy(counts, ({ values: [, kind] }) => kind as MeetingKind);
  const total = (kind: MeetingKind) => totals.get(kind)!.reduce((sum, { count }) => sum + count, 0);
  return [...totals.keys()]
    .toSorted((a, b) => total(b) - total(a) || a.localeCompare(b))
    .map((key) => ({ key, label: capitalised(inWords(key)), look: KINDS.indexOf(key) }));
}

/** The parts of the bars, each leading to its meetings. */
export function barsOf(counts: YearCounts, conditions: MeetingConditions): BarPart[] {
  return counts.flatMap(({ values: [year, kind], count }) =>
    year && kind
      ? [
          {
            x: year,
            series: kind,
            count,
            title: `${year}, ${inWords(kind)}: ${counted(count, 'meeting')}`,
            href: meetingsAddress({ ...inYear(conditions, year), kinds: [kind as MeetingKind] }),
          },
        ]
      : [],
  );
}

/** A row for each year, a column for each kind, and the sum; the last row is of meetings whose year is not known. */
export function tableOf(counts: YearCounts, conditions: MeetingConditions): Table {
  const kinds = kindsOf(counts);
  const countOf = (year: string | null, kind: string) =>
    counts.find(({ values }) => values[0] === year && values[1] === kind)?.count ?? 0;
  const row = (year: string | null) => {
    const total = kinds.reduce((sum, { key }) => sum + countOf(year, key), 0);
    return [
      year === null ? 'Year not known' : { text: year, href: meetingsAddress(inYear(conditions, year)) },
      ...kinds.map(({ key }) => {
        const count = countOf(year, key);
        return count === 0 || year === null
          ? count
          : { text: count, href: meetingsAddress({ ...inYear(conditions, year), kinds: [key] }) };
      }),
      total,
    ];
  };
  const isUndatedCounted = counts.some(({ values: [year] }) => year === null);
  return {
    columns: ['Year', ...kinds.map(({ label }) => label), 'All'],
    rows: [...yearsOf(counts).map(row), ...(isUndatedCounted ? [row(null)] : [])],
  };
}

/** What is seen, in one sentence: `206 meetings from 2022 to 2026, most in 2025 (106); most are multilateral meetings (104).` */
export function sentenceOf(counts: YearCounts): string {
  const years = yearsOf(counts);
  const totalOf = (at: 0 | 1, value: string) =>
    counts.reduce((sum, { values, count }) => sum + (values[at] === value ? count : 0), 0);
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const [kind] = kindsOf(counts);
  if (total === 0 || kind === undefined) return 'No meeting meets these conditions.';
  const most = years.toSorted((a, b) => totalOf(0, b) - totalOf(0, a))[0];
  const undated = total - years.reduce((sum, year) => sum + totalOf(0, year), 0);
  return [
    counted(total, 'meeting'),
    most !== undefined &&
      years.length > 1 &&
      ` from ${years[0]} to ${years.at(-1)}, most in ${most} (${totalOf(0, most)})`,
    most !== undefined && years.length === 1 && ` in ${most}`,
    `; the most frequent kind is ${inWords(kind.key)} (${totalOf(1, kind.key)})`,
    undated > 0 && `; the year of ${undated} is not known`,
    '.',
  ]
    .filter(Boolean)
    .join('');
}
