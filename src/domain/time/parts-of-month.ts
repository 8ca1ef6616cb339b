import { daysInMonth } from './calendar.ts';

/**
 * Parts of a month. No standard says where they end; these are the thirds by which East Asian texts count (上旬, 中旬, 下旬), and
 * whoever is shown one is shown the days.
 */
export const monthParts = { early: [1, 10], mid: [11, 20], late: [21, 31] } as const;

export type MonthPart = keyof typeof monthParts;

/** Some day of a part of a month, as EDTF: `[2025-02-01..2025-02-10]`. */
export function partOfMonth(year: string, month: string, part: MonthPart): string {
  const [from, to] = monthParts[part];
  const end = Math.min(to, daysInMonth(Number(year), Number(month)));
  return `[${year}-${month}-${String(from).padStart(2, '0')}..${year}-${month}-${end}]`;
}
