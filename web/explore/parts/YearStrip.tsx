import { Link } from 'wouter';
import { listAddress } from '../address.ts';

/** How many of a list there were in each year, as columns that lead to the list of that year. `filters` is the list's own address. */
export function YearStrip({
  counts,
  filters,
}: {
  counts: readonly { values: readonly (string | null)[]; count: number }[];
  filters: Record<string, string>;
}) {
  const dated = counts.flatMap(({ values: [year], count }) => (year ? [{ year: Number(year), count }] : []));
  if (dated.length < 2) return null;
  const most = Math.max(...dated.map(({ count }) => count));
  const first = Math.min(...dated.map(({ year }) => year));
  const last = Math.max(...dated.map(({ year }) => year));
  const countOf = new Map(dated.map(({ year, count }) => [year, count]));
  return (
    <ol className="years" aria-label="Meetings by year">
      {Array.from({ length: last - first + 1 }, (_, index) => first + index).map((year) => (
        <li key={year}>
          {countOf.has(year) ? (
            <Link
              href={listAddress('meetings', { ...filters, beginsIn: String(year) })}
              aria-label={`${year}: ${countOf.get(year)}`}
              title={`${year}: ${countOf.get(year)}`}
            >
              <span className="column" style={{ height: `${Math.max(8, (countOf.get(year)! / most) * 100)}%` }} />
              <span className="year">{year}</span>
            </Link>
          ) : (
            <span className="year">{year}</span>
          )}
        </li>
      ))}
    </ol>
  );
}
