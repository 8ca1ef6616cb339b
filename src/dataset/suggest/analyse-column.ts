import { formatDay, isCalendarDay } from '../../domain/time/calendar.ts';
import { isEdtf } from '../../domain/time/edtf.ts';
import { suggestEdtf } from '../../domain/time/suggest-edtf.ts';
import { type ColumnValues, Tally, tallyIn } from './column-values.ts';
import { type KnownValues, type NamedList } from './known-values.ts';

/** What a text can be; it may be several of these. */
type Trait =
  | 'YEAR'
  | 'DATE'
  | 'DAY_FIRST'
  | 'MONTH_FIRST'
  | 'EITHER_FIRST'
  | 'OTHER_TIME'
  | 'NEW_YEAR'
  | 'END_OF_YEAR'
  | 'NUMBER'
  | NamedList;

/** Cells with a separator in them, and how many of their parts name something in each list. */
interface Separated {
  separator: string;
  cells: Tally;
  parts: number;
  known: Map<NamedList, number>;
}

/** What the remembered values of a column are. */
export interface ColumnAnalysis {
  column: ColumnValues;
  /** Words that often stand for a value that is not there, with their cells. */
  missing: ReadonlyMap<string, number>;
  /** The cells with other values. */
  values: Tally;
  /** Those that are no time. */
  noTimes: Tally;
  traits: ReadonlyMap<Trait, Tally>;
  /** Cells with codes of known countries, by their schemes. */
  codes: ReadonlyMap<string, Tally>;
  separated: readonly Separated[];
}

/** Whether they do is for the author of the file to say. */
const MISSING =
  /^(-9{1,4}|n\/?a\.?|n\.a\.?|null|none|nan|nil|[-–—.?]+|unknown|not (known|available|applicable)|tb[ac]|tbd|#n\/a)$/i;
const SEPARATORS = [';', '|', ' / ', ',', ' and ', ' & '];

export function analyseColumn(column: ColumnValues, known: KnownValues): ColumnAnalysis {
  const missing = new Map<string, number>();
  const values = new Tally();
  const noTimes = new Tally();
  const traits = new Map<Trait, Tally>();
  const codes = new Map<string, Tally>();
  const separated = SEPARATORS.map((separator): Separated => ({
    separator,
    cells: new Tally(),
    parts: 0,
    known: new Map(),
  }));
  for (const [text, { cells, date }] of column.different) {
    if (MISSING.test(text)) missing.set(text, cells);
    // NA is the code of Namibia, and so is counted as a value where it can be one.
    const schemes = known.schemesOf(text);
    if (missing.has(text) && schemes.length === 0) continue;
    values.add(text, cells);
    const times = timeTraits(date ?? text);
    if (times.length === 0) noTimes.add(text, cells);
    for (const trait of [...times, ...otherTraits(text, known)]) tallyIn(traits, trait).add(text, cells);
    for (const scheme of schemes) tallyIn(codes, scheme).add(text, cells);
    for (const found of separated) {
      if (!text.includes(found.separator)) continue;
      const parts = text.split(found.separator);
      found.cells.add(text, cells);
      found.parts += parts.length * cells;
      for (const list of parts.flatMap((part) => [...known.listsOf(part)]))
        found.known.set(list, (found.known.get(list) ?? 0) + cells);
    }
  }
  return {
    column,
    missing,
    values,
    noTimes,
    traits,
    codes,
    separated: separated.filter(({ cells }) => cells.cells > 0),
  };
}

const otherTraits = (text: string, known: KnownValues): Trait[] => [
  ...(/^-?\d+(\.\d+)?$/.test(text) ? (['NUMBER'] as const) : []),
  ...known.listsOf(text),
];

const DAY_IN_NUMBERS = /^(\d{1,2})[./-] ?(\d{1,2})[./-] ?(\d{4})$/;

function timeTraits(text: string): Trait[] {
  if (/^(1[5-9]|20)\d\d$/.test(text)) return ['YEAR'];
  // EDTF has years from 0000 to 9999, but such numbers count something.
  if (/^\d+$/.test(text) && !/^(1[5-9]|20)\d{6}$/.test(text)) return [];
  const [, first, second, year] = DAY_IN_NUMBERS.exec(text) ?? [];
  if (first !== undefined) {
    const [one, other] = [Number(first), Number(second)];
    return orderTraits(formatDay(Number(year), other, one), formatDay(Number(year), one, other));
  }
  if (!/\d{4}/.test(text)) return [];
  if (isEdtf(text)) return ['DATE', ...placeholders(text)];
  return suggestEdtf(text).filter(isEdtf).length === 1 ? ['OTHER_TIME'] : [];
}

function orderTraits(dayFirst: string, monthFirst: string): Trait[] {
  const [isDayFirst, isMonthFirst] = [isCalendarDay(dayFirst), isCalendarDay(monthFirst)];
  if (isDayFirst && isMonthFirst) return ['EITHER_FIRST', ...placeholders(dayFirst)];
  if (isDayFirst) return ['DAY_FIRST', ...placeholders(dayFirst)];
  return isMonthFirst ? ['MONTH_FIRST', ...placeholders(monthFirst)] : [];
}

const placeholders = (time: string): Trait[] =>
  time.endsWith('-01-01') ? ['NEW_YEAR'] : time.endsWith('-12-31') ? ['END_OF_YEAR'] : [];
