import { isPlanStatus } from '../../domain/claims/compare-values.ts';
import { dayBefore } from '../../domain/time/calendar.ts';
import { withoutClock } from '../../domain/time/time-of-day.ts';
import { timeInWords } from '../../domain/time/time-in-words.ts';
import { endsBefore, isDated, parseTime, windowOf } from '../../domain/time/time.ts';
import {
  EventStatus,
  MembershipRole,
  Modality,
  ParticipationStatus,
  TenureStatus,
} from '../../domain/vocabulary.generated.ts';
import { type TimeInput } from '../input/record-input.ts';
import { type NodeRef } from '../resolve/node-ref.ts';
import { type Problems } from '../resolve/problems.ts';
import { type ClaimDraft } from './claim-draft.ts';
import { type DescriptionDraft } from './draft-claims.ts';
import { type Saying, fieldPath } from './saying.ts';

/** Something that has begun, as a claim has it, with its time. */
interface Happening {
  /** The field that is to be looked at. */
  field: string;
  /** What is said, with the time in words. */
  told: string;
  time: TimeInput;
  expected: string;
  /** What is said and published carries the day of the place where that was done, which may be a day ahead of another. */
  isOfAnyZone?: boolean;
}

/**
 * What has happened or goes on has begun: by now, and by the time at which the source tells of it. Of an explicit claim, which has one
 * place in the input, one warning is enough.
 *
 * @param sayings All that the claim says.
 */
export function warnOfFuture(
  draft: ClaimDraft,
  sayings: readonly Saying[],
  { published, today }: Pick<Saying, 'published' | 'today'>,
  warnings: Problems,
): void {
  const happenings = [...sayings.flatMap(happeningsOf), ...(draft.isGenerated ? [] : ownHappening(draft))];
  const messages = happenings.flatMap((each): [field: string, message: string][] => {
    const message = futureMessage(each, today, published, draft.evidence[0]!.document.key);
    return message === null ? [] : [[each.field, message]];
  });
  for (const [field, message] of draft.isGenerated ? messages : messages.slice(0, 1))
    warnings.add('IMPLAUSIBLE', fieldPath(draft, field), message);
}

/** A document that is described here has been published. */
export function warnOfUnpublished({ row, values }: DescriptionDraft, today: string, warnings: Problems): void {
  const time = values.published as TimeInput | undefined;
  if (row.node.type !== 'Document' || time === undefined) return;
  const told = `${row.node.key} was published ${timeInWords(time.edtf)}`;
  const happening = { field: 'published', told, time, expected: 'the day on which it was', isOfAnyZone: true };
  const message = futureMessage(happening, today, null, row.node.key);
  if (message !== null) warnings.add('IMPLAUSIBLE', [...row.path, 'published'], message);
}

/** Why the time of what is told cannot be; null if it can. */
function futureMessage(
  { told, time, expected, isOfAnyZone = false }: Happening,
  today: string,
  published: TimeInput | null,
  source: string,
): string | null {
  const days = windowOf(parseTime(time));
  if (!isDated(days)) return null;
  const began = isOfAnyZone ? dayBefore(days.from) : days.from;
  if (began > today) return `${told}, but that is still to come (today is ${today}); expected ${expected}`;
  if (published === null) return null;
  const known = windowOf(parseTime(published));
  const isBefore = isOfAnyZone ? isDated(known) && known.until < began : endsBefore(known, days);
  if (!isBefore) return null;
  return `${told}, but ${source} was published ${timeInWords(published.edtf)}, before that; expected ${expected}`;
}

/** What a claim says of one node that has begun. */
function happeningsOf(saying: Saying): Happening[] {
  const { node, values } = saying;
  switch (node.type) {
    case 'Meeting':
    case 'Development':
      return eventHappening(saying);
    case 'Participation':
      return attendanceHappening(saying);
    case 'Tenure':
      return tenureHappenings(saying);
    case 'Membership':
      return values.role === MembershipRole.CANDIDATE
        ? []
        : timeHappenings(saying, `${node.key} is a membership that `, {
            start: ['starts', 'CANDIDATE, or another start'],
            observedAt: ['was seen', 'a day until now'],
          });
    case 'Statement':
      return timeHappenings(saying, `${node.key} `, { time: ['was said', 'the day on which it was'] }).map((each) => ({
        ...each,
        isOfAnyZone: true,
      }));
    default:
      return [];
  }
}

function eventHappening({ node, values: { status, time }, context }: Saying): Happening[] {
  const own = (time as TimeInput | undefined) ?? context.timeOf(node);
  if ((status !== EventStatus.HELD && status !== EventStatus.ONGOING) || !own) return [];
  return [eventWithStatus(node, own, status, 'a plan such as SCHEDULED, or another time')];
}

function attendanceHappening({ values: { status }, draft, context }: Saying): Happening[] {
  const meeting = draft.objects.find(({ type }) => type === 'Meeting');
  // Of a meeting that this input says was held, one warning is enough.
  if (status !== ParticipationStatus.ATTENDED || !meeting || context.given(meeting, 'status') === EventStatus.HELD)
    return [];
  const time = context.timeOf(meeting);
  return time ? [eventWithStatus(meeting, time, status, 'a plan such as PLANNED or CONFIRMED')] : [];
}

/** An event with its time, and the status that it, or an attendance of it, has here. */
const eventWithStatus = ({ key }: NodeRef, time: TimeInput, status: string, expected: string): Happening => ({
  ...{ field: 'status', time, expected },
  told: `${key} has its time ${timeInWords(time.edtf)}, and here it is ${status}`,
});

/** The end of a term that goes on may be to come. */
function tenureHappenings(saying: Saying): Happening[] {
  const { node, values, context } = saying;
  const status = values.status ?? context.given(node, 'status');
  if (status !== TenureStatus.CURRENT && status !== TenureStatus.ENDED) return [];
  return timeHappenings(saying, `${node.key} is ${status} and `, {
    start: ['starts', 'NOMINATED, or another start'],
    ...(status === TenureStatus.ENDED ? { end: ['ends', 'CURRENT, or another end'] as const } : {}),
    observedAt: ['was seen', 'a day until now'],
  });
}

/** The times of a saying with the verb for each of them, and what is expected instead. */
function timeHappenings(
  { values, published }: Saying,
  subject: string,
  fields: Readonly<Record<string, readonly [verb: string, expected: string]>>,
): Happening[] {
  return Object.entries(fields).flatMap(([field, [verb, expected]]) => {
    const time = values[field] as TimeInput | undefined;
    if (time === undefined || (field === 'observedAt' && isPublication(time, published))) return [];
    return [{ field, told: `${subject}${verb} ${timeInWords(time.edtf)}`, time, expected }];
  });
}

/** A row that names no day is seen on that of its document, of which there is a warning of its own. */
const isPublication = ({ edtf }: TimeInput, published: TimeInput | null): boolean =>
  published !== null && edtf === withoutClock(published.edtf);

/** What an explicit claim says has occurred. A status of a plan, or of one that was called off, may have the time of the plan. */
function ownHappening({ type, modality, value, time }: ClaimDraft): Happening[] {
  if (modality !== Modality.OCCURRED || time === null) return [];
  const isOfPlan = isPlanStatus(value) || value === EventStatus.CANCELLED;
  if (type === 'STATUS' && isOfPlan) return [];
  const told = `the claim has its time ${timeInWords(time.edtf)}, and here it is OCCURRED`;
  return [{ field: 'time', told, time, expected: 'a plan such as PLANNED, or another time', isOfAnyZone: true }];
}
