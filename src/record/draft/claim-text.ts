import { bestName } from '../../domain/names/names.ts';
import {
  type Comparator,
  type EventStatus,
  type ParticipationStatus,
  type Role,
  type TenureStatus,
} from '../../domain/vocabulary.generated.ts';
import { type CountInput, type NameInput, type TimeInput } from '../input/record-input.ts';
import { type NodeRef } from '../resolve/node-ref.ts';
import { type RowValues, isNodeRef } from './row-values.ts';

/** Looks up the display name of a node. */
export type NameLookup = (node: NodeRef) => string;

/** The best English name among these, else the key. */
export const nameOrKey = (names: readonly NameInput[], key: string): string => bestName(names) || key;

const eventPhrases: Record<EventStatus, string> = {
  PROPOSED: 'is proposed',
  SCHEDULED: 'is scheduled',
  POSTPONED: 'is postponed',
  RESCHEDULED: 'is rescheduled',
  CANCELLED: 'is cancelled',
  HELD: 'took place',
  ONGOING: 'is going on',
  UNKNOWN: 'is spoken of',
};

/** `26th meeting of the contact group is scheduled (2025-02-12).`, or, without a status, its other values. */
export function eventText(node: NodeRef, values: RowValues, nameOf: NameLookup): string {
  const { status, time } = values;
  const details = status === undefined ? formatDetails(values, nameOf) : [];
  if (details.length > 0) return `${nameOf(node)}: ${details.join('; ')}.`;
  const when = (time as TimeInput | undefined)?.edtf;
  return `${nameOf(node)} ${eventPhrases[(status ?? 'UNKNOWN') as EventStatus]}${when === undefined ? '' : ` (${when})`}.`;
}

const fieldLabels: Record<string, string> = { ordinal: 'number', partOf: 'part of' };

const comparatorPrefixes: Record<Comparator, string> = { EXACTLY: '', ABOUT: 'about ', OVER: 'over ', UP_TO: 'up to ' };

/** `time 2025-02-06`, `place Kyiv`, `attendance over 50`. */
function formatDetails(values: RowValues, nameOf: NameLookup): string[] {
  return Object.entries(values).map(
    ([field, value]) => `${fieldLabels[field] ?? field} ${[value].flat().map(formatValue).join(', ')}`,
  );

  function formatValue(value: unknown): string {
    if (isNodeRef(value)) return nameOf(value);
    if (typeof value === 'string') return value.toLowerCase().replaceAll('_', ' ');
    const { edtf, value: count, comparator } = value as Partial<TimeInput & CountInput>;
    return edtf ?? (count === undefined ? String(value) : `${comparatorPrefixes[comparator!]}${count}`);
  }
}

/** `Contact group was founded (2022-04-26), and dissolved (2026).` */
export function organizationText(node: NodeRef, { founded, dissolved }: RowValues, nameOf: NameLookup): string {
  const when = (word: string, time: RowValues[string] | undefined) =>
    time === undefined ? [] : [`${word} (${(time as TimeInput).edtf})`];
  return `${nameOf(node)} was ${[...when('founded', founded), ...when('dissolved', dissolved)].join(', and ')}.`;
}

const participationPhrases: Record<ParticipationStatus, string> = {
  INVITED: 'is invited to',
  PLANNED: 'is to take part in',
  CONFIRMED: 'is confirmed for',
  ATTENDED: 'took part in',
  ABSENT: 'was absent from',
  DECLINED: 'declined to take part in',
  UNKNOWN: 'is named for',
};

/** `John Healey is invited to the 26th meeting as CHAIR.` */
export function participationText(
  actor: NodeRef,
  meeting: NodeRef,
  role: Role,
  values: RowValues,
  nameOf: NameLookup,
): string {
  const { status, mode, standsInFor } = values;
  const as = role.toLowerCase().replaceAll('_', ' ');
  const how = mode === 'REMOTE' ? ', from afar' : '';
  const instead = isNodeRef(standsInFor) ? `, in place of ${nameOf(standsInFor)}` : '';
  return `${nameOf(actor)} ${participationPhrases[status as ParticipationStatus]} ${nameOf(meeting)} as ${as}${how}${instead}.`;
}

const tenurePhrases: Record<TenureStatus, string> = {
  NOMINATED: 'is nominated for the post',
  CURRENT: 'holds the post',
  ENDED: 'held the post',
  NOT_TAKEN_UP: 'did not take up the post',
  UNKNOWN: 'is named for the post',
};

/** `John Healey holds the post UK Secretary of State for Defence.` */
export function tenureText(official: NodeRef, post: NodeRef, { status }: RowValues, nameOf: NameLookup): string {
  return `${nameOf(official)} ${tenurePhrases[(status ?? 'UNKNOWN') as TenureStatus]} ${nameOf(post)}.`;
}

/** `United Kingdom belongs to AUKUS as member.` */
export function membershipText(
  member: NodeRef,
  organization: NodeRef,
  { role }: RowValues,
  nameOf: NameLookup,
): string {
  const as = typeof role === 'string' ? ` as ${role.toLowerCase()}` : '';
  return `${nameOf(member)} belongs to ${nameOf(organization)}${as}.`;
}

/** `David Lammy: sees nothing to show that ...` */
export function statementText(node: NodeRef, { speaker }: RowValues, gist: unknown, nameOf: NameLookup): string {
  const who = speaker ? nameOf(speaker as NodeRef) : nameOf(node);
  return typeof gist === 'string' ? `${who}: ${gist}` : `${who} is quoted.`;
}
