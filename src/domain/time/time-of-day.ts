/** A day and a time of day, as EDTF level 0 has them; seconds and the offset from UTC may be left out. */
const DAY_AND_TIME =
  /^(?<day>\d{4}-\d\d-\d\d)T(?<clock>(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)(?<offset>Z|[+-](?:0\d|1[0-4])(?::[0-5]\d)?)?$/;

/** A time of day, on the day on which it is where it was told. */
export interface TimeOfDay {
  /** `2025-02-10` */
  day: string;
  /** `14:30` or `14:30:05` */
  clock: string;
  /** `Z`, `+08:00` or `+08`; null where the source gives none. */
  offset: string | null;
}

/** The time of day in EDTF text; null if it has none. The day need not be one of the calendar. */
export function timeOfDay(edtf: string): TimeOfDay | null {
  const { day, clock, offset } = DAY_AND_TIME.exec(edtf.trim())?.groups ?? {};
  return day === undefined || clock === undefined ? null : { day, clock, offset: offset ?? null };
}

/** The time without its time of day; any other time as it is. */
export const withoutClock = (edtf: string): string => timeOfDay(edtf)?.day ?? edtf;

/**
 * Text that is smaller for earlier instants: in UTC, with a `Z`, or without one where the offset is not known. Only two of the same kind can
 * be compared. Null for a time without a time of day.
 */
export function instantOf(edtf: string | null | undefined): string | null {
  const found = edtf ? timeOfDay(edtf) : null;
  if (found === null) return null;
  const local = `${found.day}T${found.clock.length === 5 ? `${found.clock}:00` : found.clock}`;
  if (found.offset === null) return local;
  const offset = found.offset.length === 3 ? `${found.offset}:00` : found.offset;
  return new Date(`${local}${offset}`).toISOString().replace('.000Z', 'Z');
}

/** True if it is known which of two instants is the earlier. */
export const areComparableInstants = (a: string, b: string): boolean => a.endsWith('Z') === b.endsWith('Z');
