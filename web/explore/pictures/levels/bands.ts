import { PALE, type Series } from '../series.ts';
import type { Level } from '../../../../src/domain/vocabulary.generated.ts';

/** Levels that are seen as one, the highest first. `unknown` is what no source says. */
export const BANDS = {
  heads: 'Heads of state or government',
  organizations: 'Heads of organizations',
  ministers: 'Ministers',
  deputies: 'Deputies and senior officials',
  military: 'Military chiefs',
  ambassadors: 'Ambassadors',
  others: 'Others',
  unknown: 'Level not recorded',
} as const;

export type Band = keyof typeof BANDS;

const BAND_OF: Readonly<Record<Level, Band>> = {
  HEAD_OF_STATE_AND_GOVERNMENT: 'heads',
  HEAD_OF_STATE: 'heads',
  HEAD_OF_GOVERNMENT: 'heads',
  DEPUTY_HEAD: 'deputies',
  HEAD_OF_ORGANIZATION: 'organizations',
  MINISTER: 'ministers',
  DEPUTY_MINISTER: 'deputies',
  SENIOR_OFFICIAL: 'deputies',
  MILITARY_CHIEF: 'military',
  AMBASSADOR: 'ambassadors',
  LEGISLATOR: 'others',
  SUBNATIONAL: 'others',
  OTHER: 'others',
  UNKNOWN: 'unknown',
};

export const bandOf = (level: string): Band => BAND_OF[level as Level] ?? 'others';

const ORDER = Object.keys(BANDS) as Band[];

/** The highest of some levels; `unknown` only where no other is. */
export function highestBand(levels: readonly string[]): Band {
  const bands = levels.map(bandOf);
  return ORDER.find((band) => bands.includes(band)) ?? 'unknown';
}

/** Ministers have the strongest colour, what is not recorded the palest. */
const LOOK: Readonly<Record<Band, number>> = {
  heads: 3,
  organizations: 6,
  ministers: 0,
  deputies: 2,
  military: 5,
  ambassadors: 1,
  others: 7,
  unknown: PALE,
};

/** The bands that are seen in some parts, the highest first: at the bottom of the bars. */
export const bandsIn = (parts: readonly { series: string }[]): (Series & { key: Band })[] =>
  ORDER.filter((band) => parts.some(({ series }) => series === band)).map((key) => ({
    key,
    label: BANDS[key],
    look: LOOK[key],
  }));
