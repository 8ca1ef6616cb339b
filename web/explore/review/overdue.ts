import { withParameters } from '../address.ts';
import { TimeMatch } from '../../../src/domain/vocabulary.generated.ts';
import type { PlanToReviewFragment, TimeFilter } from '../api/documents.generated.ts';

/** A way in which a plan may have ended, with the address of the form that is filled in so. */
export interface Ending {
  words: string;
  address: string;
}

const formAddress = (parameters: Record<string, string>) => withParameters('/explore/record', parameters);

/** What may have come of a plan, each as a form to record it; none for plans of other things than meetings. */
export function endingsOf({ supports }: Pick<PlanToReviewFragment, 'supports'>): Ending[] {
  const presence = supports.find((each) => each.__typename === 'Participation');
  if (presence) {
    const { meeting, actor, role, capacity, onBehalfOf, mode } = presence;
    const as = (status: string) =>
      formAddress({
        meeting: meeting.key,
        status: 'HELD',
        actor: actor.key,
        role,
        as: status,
        ...(capacity && { capacity: capacity.key }),
        ...(onBehalfOf && { for: onBehalfOf.key }),
        ...(mode && status === 'ATTENDED' && { mode }),
      });
    return [
      { words: 'Was there', address: as('ATTENDED') },
      { words: 'Was not there', address: as('ABSENT') },
      ...(meeting.status === 'HELD'
        ? []
        : [{ words: 'Was cancelled', address: formAddress({ meeting: meeting.key, status: 'CANCELLED' }) }]),
    ];
  }
  const meeting = supports.find((each) => each.__typename === 'Meeting');
  if (!meeting) return [];
  const to = (status: string) => formAddress({ meeting: meeting.key, status });
  return [
    { words: 'Was held', address: to('HELD') },
    { words: 'Was cancelled', address: to('CANCELLED') },
    { words: 'Was postponed', address: to('POSTPONED') },
  ];
}

/** For how long plans may be overdue, as addresses name it. */
export const OVERDUE_FOR: Readonly<Record<string, { words: string; days: number }>> = {
  week: { words: 'for more than a week', days: 7 },
  month: { words: 'for more than a month', days: 31 },
  year: { words: 'for more than a year', days: 366 },
};

const DAY_MS = 86_400_000;

/** The condition on when plans were due that are overdue for so long on a day; null for any time. */
export function dueBefore(name: string | undefined, day: string): TimeFilter | null {
  const days = OVERDUE_FOR[name ?? '']?.days;
  if (days === undefined) return null;
  return { to: new Date(Date.parse(day) - (days + 1) * DAY_MS).toISOString().slice(0, 10), match: TimeMatch.CERTAINLY };
}
