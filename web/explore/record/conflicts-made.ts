import type { DisagreementFragment, RecordedMeetingFragment } from '../api/documents.generated.ts';

/** Of the disagreements about a meeting and who was there, those in which one of these claims takes part. */
export function conflictsMade(
  meeting: RecordedMeetingFragment,
  claims: readonly { key: string }[],
): DisagreementFragment[] {
  const made = new Set(claims.map(({ key }) => key));
  const all = [...meeting.conflicts, ...meeting.participations.nodes.flatMap(({ conflicts }) => conflicts)];
  const bySlot = new Map(all.map((conflict) => [conflict.slot, conflict]));
  return [...bySlot.values()].filter(({ values }) =>
    values.some((value) => value.claims.some(({ key }) => made.has(key))),
  );
}
