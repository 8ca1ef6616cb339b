import { EventStatus, ParticipationStatus, TenureStatus } from './vocabulary.generated.ts';

/**
 * Statuses of an event that wait for a source to say what happened: past its day such an event is overdue, never silently
 * HELD. What is POSTPONED waits for nothing on its old day, which no longer holds.
 */
export const AWAITING_OUTCOME: readonly EventStatus[] = [
  EventStatus.PROPOSED,
  EventStatus.SCHEDULED,
  EventStatus.RESCHEDULED,
];

/** Status words which say that what was planned did not, or will not, come about. */
export const CALLED_OFF: readonly (EventStatus | ParticipationStatus | TenureStatus)[] = [
  EventStatus.CANCELLED,
  ParticipationStatus.ABSENT,
  ParticipationStatus.DECLINED,
  TenureStatus.NOT_TAKEN_UP,
];
