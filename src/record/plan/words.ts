import { bestName } from '../../domain/names.ts';
import {
  type Comparator,
  type EventStatus,
  type ParticipationStatus,
  type Role,
  type TenureStatus,
} from '../../domain/vocabulary.generated.ts';
import { type CountInput, type NameInput, type TimeInput } from '../input.ts';
import { type Thing } from '../things.ts';
import { type Values, isThing } from './values.ts';

/** What a thing is called in a sentence. */
export type Naming = (thing: Thing) => string;

/** The best English name among these, else the key. */
export const callOf = (names: readonly NameInput[], key: string): string => bestName(names) || key;

const event: Record<EventStatus, string> = {
  PROPOSED: 'is proposed',
  SCHEDULED: 'is scheduled',
  POSTPONED: 'is postponed',
  RESCHEDULED: 'is rescheduled',
  CANCELLED: 'is cancelled',
  HELD: 'took place',
  ONGOING: 'is going on',
  UNKNOWN: 'is spoken of',
};

/** `26th meeting of the contact group is scheduled (2025-02-12).`, or, without a status, what else is said of it. */
export function eventWords(thing: Thing, said: Values, call: Naming): string {
  const { status, time } = said;
  const details = status === undefined ? detailsOf(said, call) : [];
  if (details.length > 0) return `${call(thing)}: ${details.join('; ')}.`;
  const when = (time as TimeInput | undefined)?.edtf;
  return `${call(thing)} ${event[(status ?? 'UNKNOWN') as EventStatus]}${when === undefined ? '' : ` (${when})`}.`;
}

const labels: Record<string, string> = { ordinal: 'number', partOf: 'part of' };

const comparators: Record<Comparator, string> = { EXACTLY: '', ABOUT: 'about ', OVER: 'over ', UP_TO: 'up to ' };

/** `time 2025-02-06`, `place Kyiv`, `attendance over 50`. */
function detailsOf(said: Values, call: Naming): string[] {
  return Object.entries(said).map(
    ([field, value]) => `${labels[field] ?? field} ${[value].flat().map(wordsOf).join(', ')}`,
  );

  function wordsOf(value: unknown): string {
    if (isThing(value)) return call(value);
    if (typeof value === 'string') return value.toLowerCase().replaceAll('_', ' ');
    const { edtf, value: count, comparator } = value as Partial<TimeInput & CountInput>;
    return edtf ?? (count === undefined ? String(value) : `${comparators[comparator!]}${count}`);
  }
}

/** `Contact group was founded (2022-04-26), and dissolved (2026).` */
export function organizationWords(thing: Thing, { founded, dissolved }: Values, call: Naming): string {
  const when = (word: string, time: Values[string] | undefined) =>
    time === undefined ? [] : [`${word} (${(time as TimeInput).edtf})`];
  return `${call(thing)} was ${[...when('founded', founded), ...when('dissolved', dissolved)].join(', and ')}.`;
}

const participation: Record<ParticipationStatus, string> = {
  INVITED: 'is invited to',
  PLANNED: 'is to take part in',
  CONFIRMED: 'is confirmed for',
  ATTENDED: 'took part in',
  ABSENT: 'was absent from',
  DECLINED: 'declined to take part in',
  UNKNOWN: 'is named for',
};

/** `John Healey is invited to the 26th meeting as CHAIR.` */
export function participationWords(actor: Thing, meeting: Thing, role: Role, said: Values, call: Naming): string {
  const { status, mode, standsInFor } = said;
  const as = role.toLowerCase().replaceAll('_', ' ');
  const how = mode === 'REMOTE' ? ', from afar' : '';
  const instead = isThing(standsInFor) ? `, in place of ${call(standsInFor)}` : '';
  return `${call(actor)} ${participation[status as ParticipationStatus]} ${call(meeting)} as ${as}${how}${instead}.`;
}

const tenure: Record<TenureStatus, string> = {
  NOMINATED: 'is nominated for the post',
  CURRENT: 'holds the post',
  ENDED: 'held the post',
  NOT_TAKEN_UP: 'did not take up the post',
  UNKNOWN: 'is named for the post',
};

/** `John Healey holds the post UK Secretary of State for Defence.` */
export function tenureWords(official: Thing, post: Thing, { status }: Values, call: Naming): string {
  return `${call(official)} ${tenure[(status ?? 'UNKNOWN') as TenureStatus]} ${call(post)}.`;
}

/** `United Kingdom belongs to AUKUS as member.` */
export function membershipWords(member: Thing, organization: Thing, { role }: Values, call: Naming): string {
  const as = typeof role === 'string' ? ` as ${role.toLowerCase()}` : '';
  return `${call(member)} belongs to ${call(organization)}${as}.`;
}

/** `David Lammy: sees nothing to show that ...` */
export function statementWords(thing: Thing, { speaker }: Values, gist: unknown, call: Naming): string {
  const who = speaker ? call(speaker as Thing) : call(thing);
  return typeof gist === 'string' ? `${who}: ${gist}` : `${who} is quoted.`;
}
