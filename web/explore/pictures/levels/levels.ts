import { timeInWords } from '../../../../src/domain/time/time-in-words.ts';
import { addressOf } from '../../address.ts';
import { counted, inWords as enumInWords } from '../../words.ts';
import { type MeetingConditions, inYear, meetingsAddress } from '../conditions.ts';
import { yearsOf } from '../meetings-per-year/per-year.ts';
import type { BarPart, Told } from '../parts/StackedBars.tsx';
import type { Table } from '../table.ts';
import { BANDS, type Band, bandOf, bandsIn, highestBand } from './bands.ts';

/** The bars of a picture of levels, and what stands below them. */
export interface Levels {
  columns: string[];
  parts: BarPart[];
  table: Table;
  sentence: string;
  /** The year that begins at a bar; undefined where it is that of the bar before, or not known. */
  years?: (string | undefined)[];
  /** How many came to a meeting, where a source says so. */
  told?: Told[];
}

interface LeveledMeeting {
  __typename: 'Meeting';
  key: string;
  name: string;
  ordinal: number | null;
  time: { edtf: string | null };
  attendance: { value: number; comparator: string } | null;
  delegations: readonly { participations: readonly { level: string; status: string }[] }[];
}

/**
 * One bar for each meeting, the earliest first: how many countries and organizations sent whom at the highest. Only who was there
 * counts; a meeting at which nobody is recorded to have been has no bar.
 */
export function levelsByMeeting(newestFirst: readonly LeveledMeeting[]): Levels {
  const meetings = newestFirst.toReversed();
  const columnOf = shortNames(meetings);
  const parts = meetings.flatMap((meeting) => {
    const bands = meeting.delegations.flatMap(({ participations }) => {
      const there = participations.filter(({ status }) => status === 'ATTENDED');
      return there.length === 0 ? [] : [highestBand(there.map(({ level }) => level))];
    });
    return [...Map.groupBy(bands, (band) => band)].map(([band, { length }]) => ({
      x: columnOf.get(meeting)!,
      series: band,
      count: length,
      title: `${meeting.name}, ${dayOf(meeting)}: ${inWords(length, band)} recorded${meeting.attendance ? `; ${cameInWords(meeting.attendance)} came in all` : ''}`,
      href: addressOf(meeting)!,
    }));
  });
  const columns = [...columnOf.values()];
  const heads = meetings.map((meeting) => ({ text: meeting.name, href: addressOf(meeting)! }));
  const told = meetings.flatMap((meeting) =>
    meeting.attendance === null
      ? []
      : [
          {
            x: columnOf.get(meeting)!,
            count: meeting.attendance.value,
            title: `${meeting.name}: ${cameInWords(meeting.attendance)} came, as sources say`,
          },
        ],
  );
  return {
    columns,
    parts,
    told,
    years: beginnings(meetings.map(yearOf)),
    table: withTold(tableOf('Meeting', columns, heads, parts), meetings),
    sentence: meetings.length === 0 ? 'No meeting meets these conditions.' : sentenceOf(meetings, columns, parts),
  };
}

function sentenceOf(
  meetings: readonly LeveledMeeting[],
  columns: readonly string[],
  parts: readonly BarPart[],
): string {
  const withBand = (band: Band) => columns.filter((x) => countOf(parts, x, band) > 0).length;
  const isTold = meetings.some(({ attendance }) => attendance !== null);
  return (
    `${counted(meetings.length, 'meeting')}: ministers are recorded at ${withBand('ministers')}, heads of state or government ` +
    `at ${withBand('heads')}; at ${withBand('ambassadors')} the highest from some country was an ambassador. Bars count the ` +
    `countries and organizations from ` +
    `which somebody is recorded, each once with the highest whom it sent: not all that came.` +
    `${isTold ? ' A line marks how many came, where sources say so.' : ''} A low bar can mean that sources name few.`
  );
}

/** `over 50`: how many came. */
export const cameInWords = ({ value, comparator }: { value: number; comparator: string }): string =>
  comparator === 'EXACTLY' ? String(value) : `${enumInWords(comparator)} ${value}`;

const yearOf = ({ time: { edtf } }: LeveledMeeting): string | undefined => edtf?.match(/\d{4}/)?.[0];

/** Each where it differs from the one before. */
const beginnings = (years: readonly (string | undefined)[]) =>
  years.map((year, index) => (year === years[index - 1] ? undefined : year));

function withTold({ columns, rows }: Table, meetings: readonly LeveledMeeting[]): Table {
  return {
    columns: [columns[0]!, 'Recorded', 'Came, as sources say', ...columns.slice(1)],
    rows: rows.map(([first, ...counts], index) => {
      const { attendance } = meetings[index]!;
      const recorded = counts.reduce<number>((sum, count) => sum + Number(count), 0);
      return [first!, recorded, attendance ? cameInWords(attendance) : 'not told', ...counts];
    }),
  };
}

const dayOf = ({ time: { edtf } }: LeveledMeeting) => (edtf === null ? 'date unknown' : timeInWords(edtf));

/** What stands below a bar: the number in its series, else month and year; never the same twice. */
function shortNames(meetings: readonly LeveledMeeting[]): Map<LeveledMeeting, string> {
  const names = new Map<LeveledMeeting, string>();
  const taken = new Set<string>();
  for (const meeting of meetings) {
    const name = meeting.ordinal !== null ? `no. ${meeting.ordinal}` : (meeting.time.edtf ?? meeting.name);
    const free = numbered(name).find((each) => !taken.has(each))!;
    taken.add(free);
    names.set(meeting, free);
  }
  return names;
}

function* numbered(name: string) {
  yield name;
  for (let number = 2; ; number++) yield `${name} (${number})`;
}

/** One bar for each year: how many took part at which level, each once in a meeting. */
export function levelsByYear(
  counts: readonly { values: readonly (string | null)[]; count: number }[],
  conditions: MeetingConditions,
): Levels {
  const columns = yearsOf(counts);
  const groups = Map.groupBy(counts, ({ values: [year, level] }) => `${year} ${bandOf(level!)}`);
  const parts = [...groups].flatMap(([group, rows]) => {
    const [year, band] = group.split(' ') as [string, Band];
    const count = rows.reduce((sum, row) => sum + row.count, 0);
    return columns.includes(year)
      ? [
          {
            x: year,
            series: band,
            count,
            title: `${year}: ${inWords(count, band)}`,
            href: meetingsAddress(inYear(conditions, year)),
          },
        ]
      : [];
  });
  const heads = columns.map((year) => ({ text: year, href: meetingsAddress(inYear(conditions, year)) }));
  const total = (band: Band) => columns.reduce((sum, year) => sum + countOf(parts, year, band), 0);
  const all = parts.reduce((sum, { count }) => sum + count, 0);
  return {
    columns,
    parts,
    table: tableOf('Year', columns, heads, parts),
    sentence:
      all === 0
        ? 'Nobody is recorded to have been at such a meeting.'
        : `Recorded are ${counted(all, 'presence')} from ${columns[0]} to ${columns.at(-1)}: ${total('ministers')} of ministers, ${total('heads')} of heads of state or government, ${total('deputies')} of deputies, ${total('ambassadors')} of ambassadors; of ${total('unknown')} the level is not recorded. Many who came are not recorded: a low bar can mean that sources name few.`,
  };
}

const inWords = (count: number, band: Band) => `${BANDS[band]}, ${count}`;

const countOf = (parts: readonly BarPart[], x: string, band: string): number =>
  parts.find((part) => part.x === x && part.series === band)?.count ?? 0;

function tableOf(
  first: string,
  columns: readonly string[],
  heads: readonly { text: string; href: string }[],
  parts: readonly BarPart[],
): Table {
  const bands = bandsIn(parts);
  return {
    columns: [first, ...bands.map(({ label }) => label)],
    rows: columns.map((x, index) => [heads[index]!, ...bands.map(({ key }) => countOf(parts, x, key))]),
  };
}
