/** A meeting and its attendance never tell two stories: who attended shows that the meeting was held. */
import { isClaimedAsPlan, isLive, type Assertion } from './assertion.ts';
import { reliabilityRank } from './claim.ts';
import { relateAssertions, type ClaimRelation } from './relations.ts';
import {
  ClaimRelationType,
  ClaimStatus,
  EventStatus,
  ParticipationStatus,
  Polarity,
  Reliability,
  ReviewState,
} from '../vocabulary.generated.ts';

/** A meeting in progress is attended too; after any other status, attendance tells another story. */
const ATTENDED_WHEN: ReadonlySet<EventStatus> = new Set([EventStatus.HELD, EventStatus.ONGOING]);

/**
 * What reports of attendance say of the status of the meeting: HELD, each with its own weight. What is only alleged, or said by
 * nobody but an unreliable page or against an analyst's review, says nothing of the meeting.
 */
export const heldByAttendance = (statuses: readonly Assertion[]): Assertion[] =>
  reportsOfAttendance(statuses)
    .filter(isSolidReport)
    .map((assertion) => ({ ...assertion, value: EventStatus.HELD }));

/** The live claims that somebody attended, alleged ones too: while there is one, the meeting is not WITHDRAWN. */
export const reportsOfAttendance = (statuses: readonly Assertion[]): Assertion[] =>
  statuses.filter(
    (assertion) =>
      assertion.value === ParticipationStatus.ATTENDED &&
      assertion.polarity === Polarity.AFFIRMATIVE &&
      isLive(assertion) &&
      !isClaimedAsPlan(assertion.status),
  );

const isSolidReport = (assertion: Assertion): boolean =>
  isLive(assertion) &&
  REPORTS.has(assertion.status) &&
  assertion.reliabilityRank !== UNRELIABLE &&
  assertion.reviewState !== ReviewState.DISPUTED;

const REPORTS: ReadonlySet<ClaimStatus> = new Set([ClaimStatus.OCCURRED, ClaimStatus.ONGOING]);
const UNRELIABLE = reliabilityRank(Reliability.UNRELIABLE);

/**
 * How reports of attendance are related to what is said of the meeting: they contradict that it was called off, and confirm that
 * it was planned, if no claim about the meeting itself does. That it was held corroborates no one's being there, nor the reverse.
 */
export function relateAttendance(meeting: readonly Assertion[], attendance: readonly Assertion[]): ClaimRelation[] {
  const { CONFIRMS_OUTCOME, CONTRADICTS } = ClaimRelationType;
  const isReported = meeting.some((stated) => saysHeld(stated) && isSolidReport(stated));
  const deciding = isReported ? [CONTRADICTS] : [CONFIRMS_OUTCOME, CONTRADICTS];
  const reports = withoutStated(attendance, meeting);
  return meeting.flatMap((stated) =>
    reports
      .flatMap((report) => relateAssertions([stated, report]))
      .filter(({ type }) => (deciding as ClaimRelationType[]).includes(type)),
  );
}

const saysHeld = ({ value, polarity }: Assertion) => value === EventStatus.HELD && polarity === Polarity.AFFIRMATIVE;

/** Each report once, where its claim does not say something of the meeting itself. */
export function withoutStated(attendance: readonly Assertion[], meeting: readonly Assertion[]): Assertion[] {
  const stated = new Set(meeting.map(({ claim }) => claim));
  const byClaim = new Map(attendance.map((report) => [report.claim, report]));
  return [...byClaim.values()].filter(({ claim }) => !stated.has(claim));
}

/** Whether attendance adds nothing to what the claims about the meeting say: solid reports have it as held, and none differs. */
export const isHeldAnyway = (meeting: readonly Assertion[]): boolean =>
  meeting.filter(isLive).every(saysHeld) && meeting.some(isSolidReport);

/** Whether the meeting has another status than its attendance shows, because it follows other claims or none. */
export const excludesAttendance = (status: EventStatus): boolean => !ATTENDED_WHEN.has(status);
