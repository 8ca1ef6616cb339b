import { type Window, isDated } from '../time/time.ts';
import {
  ClaimRelationType,
  ClaimStatus,
  EventStatus,
  ParticipationStatus,
  PlanResult,
  Polarity,
  TenureStatus,
} from '../vocabulary.generated.ts';

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
const CANCELLED_STATUSES: readonly unknown[] = [
  EventStatus.CANCELLED,
  ParticipationStatus.ABSENT,
  ParticipationStatus.DECLINED,
  TenureStatus.NOT_TAKEN_UP,
];

const PLAN_STATUSES: readonly ClaimStatus[] = [ClaimStatus.PLANNED, ClaimStatus.EXPECTED];
const OUTCOME_STATUSES: readonly ClaimStatus[] = [ClaimStatus.OCCURRED, ClaimStatus.ONGOING];

/** True for a live claim of this status when it tells of a plan. */
export const isPlanStatus = (status: ClaimStatus): boolean => PLAN_STATUSES.includes(status);

/** True where a claim says that something did not, or will not, come about; `values` is what it says of it, field by field. */
export function isCancellation(polarity: Polarity, values: readonly unknown[]): boolean {
  return polarity === Polarity.NEGATIVE || values.some((value) => CANCELLED_STATUSES.includes(value));
}

/** All that what became of a plan depends on; claims by their ids. */
export interface PlanEvidence {
  /** True where it is a plan that something is not to be. */
  isCancellation: boolean;
  /** The time of the claim itself. */
  time: Window;
  /** The times of what it supports. */
  supported: readonly Window[];
  /** How live claims are related to it. */
  related: readonly RelatedClaim[];
  /** The events that it is for: itself, or by someone's part in them. */
  events: readonly PlannedEvent[];
}

/** A live claim that is related to a plan, one way or the other. */
export interface RelatedClaim {
  claim: string;
  type: ClaimRelationType;
  /** True where it is this claim that stands so to the plan, false where the plan stands so to it. */
  isFrom: boolean;
  status: ClaimStatus;
  callsOff: boolean;
  /** 0 accepted by an analyst, 1 not reviewed, 2 disputed by an analyst. */
  reviewRank: number;
}

/** An event that a plan is for. */
export interface PlannedEvent {
  status: EventStatus;
  time: Window;
  /** True where the plan itself says that the event is put off. */
  postponedByPlan: boolean;
  /** The statuses of the events of which it is a part. */
  enclosing: readonly EventStatus[];
  /** Live claims that say of it, or of one around it, that it is cancelled, where that is its status. */
  cancelling: readonly string[];
}

/** What became of a plan. */
export interface PlanOutcome {
  /** Null where the day decides: OPEN as long as it may still be due, OVERDUE after that. */
  outcome: Exclude<PlanResult, 'OVERDUE'> | null;
  /** Claims which tell that it came about, and those of an outcome that it cannot hold together with. */
  confirming: readonly string[];
  contradicting: readonly string[];
}

/**
 * What became of a plan, and on whose word. schema/plan.graphql says the same in words. Confirmed is what nobody
 * contradicts, an analyst's review coming first; a later plan goes before a contradiction, since what contradicts the earlier one may fulfil the later.
 */
export function derivePlanOutcome({ isCancellation, time, related, events }: PlanEvidence): PlanOutcome {
  const { CONFIRMS_OUTCOME, CONTRADICTS, SUPERSEDES } = ClaimRelationType;
  const agreeing = related.filter((each) => each.isFrom && each.callsOff === isCancellation);
  const opposing = related.filter((each) => each.isFrom && each.callsOff !== isCancellation);
  const confirming = agreeing.filter(({ type }) => type === CONFIRMS_OUTCOME);
  const superseding = agreeing.filter(({ type, status }) => type === SUPERSEDES && isPlanStatus(status));
  const contradicting = [
    ...related.filter(({ type, status }) => type === CONTRADICTS && OUTCOME_STATUSES.includes(status)),
    ...opposing.filter(({ type }) => type === CONFIRMS_OUTCOME || type === SUPERSEDES),
  ];
  const statuses = events.flatMap(({ status, enclosing }) => [status, ...enclosing]);
  const isCancelled = !isCancellation && statuses.includes(EventStatus.CANCELLED);
  const cancelling = isCancelled ? events.flatMap((event) => event.cancelling) : [];

  const outcome = (): PlanOutcome['outcome'] => {
    const bestRank = Math.min(...[...confirming, ...contradicting].map(({ reviewRank }) => reviewRank));
    const hasBestRank = ({ reviewRank }: RelatedClaim) => reviewRank === bestRank;
    const isContradicted = contradicting.some(hasBestRank) || isCancelled;
    if (confirming.some(hasBestRank) && !isContradicted) return PlanResult.CONFIRMED;
    if (superseding.length > 0) return PlanResult.RESCHEDULED;
    if (isContradicted) return PlanResult.CONTRADICTED;
    if (events.some((event) => isRescheduled(event, time))) return PlanResult.RESCHEDULED;
    const isNeverDue = statuses.includes(EventStatus.CANCELLED) || statuses.includes(EventStatus.POSTPONED);
    return isNeverDue ? PlanResult.OPEN : null;
  };
  return {
    outcome: outcome(),
    confirming: sortedIds(confirming.map(({ claim }) => claim)),
    contradicting: sortedIds([...contradicting.map(({ claim }) => claim), ...cancelling]),
  };
}

/** Put off, or given a day on which the plan does not lie, unless the plan is the one that says so. */
function isRescheduled({ status, time: held, postponedByPlan }: PlannedEvent, planned: Window): boolean {
  if (status === EventStatus.POSTPONED) return !postponedByPlan;
  if (status !== EventStatus.RESCHEDULED || !isDated(held) || !isDated(planned)) return false;
  return planned.until < held.from || planned.from > held.until;
}

const sortedIds = (claims: readonly string[]) => [...new Set(claims)].sort();

/** When a plan is due: the time of the claim, else of what it supports, the last of several; null where none is known. */
export function dueWindow({ time, supported }: Pick<PlanEvidence, 'time' | 'supported'>): Window | null {
  if (isDated(time)) return time;
  const isLater = (a: Window, b: Window) => (a.until === b.until ? a.from > b.from : a.until > b.until);
  return supported
    .filter(isDated)
    .reduce<Window | null>((due, each) => (due && !isLater(each, due) ? due : each), null);
}
