import { isClaimedAsPlan } from './assertion.ts';
import { isPlanStatus } from './compare-values.ts';
import { type Window, isDated } from '../time/time.ts';
import {
  ClaimRelationType,
  ClaimType,
  ClaimStatus,
  EventStatus,
  ParticipationStatus,
  PlanResult,
  Polarity,
  TenureStatus,
} from '../vocabulary.generated.ts';

/**
 * Event statuses that need a report of what happened: after its day such an event is overdue, never silently HELD. POSTPONED
 * is not among them because the old day no longer applies.
 */
export const AWAITING_OUTCOME: readonly EventStatus[] = [
  EventStatus.PROPOSED,
  EventStatus.SCHEDULED,
  EventStatus.RESCHEDULED,
];

/** Statuses that say that the plan was not, or will not be, realized. */
const CANCELLED_STATUSES: readonly unknown[] = [
  EventStatus.CANCELLED,
  ParticipationStatus.ABSENT,
  ParticipationStatus.DECLINED,
  TenureStatus.NOT_TAKEN_UP,
];

/** What is asked for, pursued or a motive may be of something to come without anyone planning it. */
const WISHES: ReadonlySet<ClaimType> = new Set([ClaimType.REQUESTED, ClaimType.PURSUES, ClaimType.MOTIVE]);

/** An invitation and a postponement are about something to come, but have themselves happened; neither says what is planned. */
const NOT_PLANS: ReadonlySet<unknown> = new Set([ParticipationStatus.INVITED, EventStatus.POSTPONED]);

/** True for a claim that tells of a plan, which may come about or not; `values` are the slot values that it gives. */
export function tellsOfPlan(
  { type, status, live }: { type: ClaimType; status: ClaimStatus; live: boolean },
  values: readonly unknown[],
): boolean {
  if (!live || !isClaimedAsPlan(status) || WISHES.has(type)) return false;
  return (
    !values.some((value) => NOT_PLANS.has(value)) ||
    values.some((value) => isPlanStatus(value) && !NOT_PLANS.has(value))
  );
}

const OUTCOME_STATUSES: readonly ClaimStatus[] = [ClaimStatus.OCCURRED, ClaimStatus.ONGOING];

/** True if a claim says that something did not or will not happen; `values` are the slot values that it gives. */
export function isCancellation(polarity: Polarity, values: readonly unknown[]): boolean {
  return polarity === Polarity.NEGATIVE || values.some((value) => CANCELLED_STATUSES.includes(value));
}

/** Everything that the outcome of a plan depends on. Claims are given by id. */
export interface PlanEvidence {
  /** True if the plan is that something will not happen. */
  isCancellation: boolean;
  /** True if it stands in unreliable documents alone. */
  isUnreliable: boolean;
  /** The time of the claim itself. */
  time: Window;
  /** The times of the nodes that it supports. */
  supported: readonly Window[];
  /** Live claims related to it. */
  related: readonly RelatedClaim[];
  /** The events that are planned, or in which a participation is planned. */
  events: readonly PlannedEvent[];
}

/** A live claim related to a plan, in either direction. */
export interface RelatedClaim {
  claim: string;
  type: ClaimRelationType;
  /** True if the relation goes from this claim to the plan. */
  isFrom: boolean;
  status: ClaimStatus;
  callsOff: boolean;
  /** The field in which they are related; null where a source or an analyst related them. */
  field: string | null;
  /** True if it stands in unreliable documents alone. */
  isUnreliable: boolean;
  /** 0 accepted by an analyst, 1 not reviewed, 2 disputed by an analyst. */
  reviewRank: number;
}

/** An event that a plan is about. */
export interface PlannedEvent {
  status: EventStatus;
  time: Window;
  /** True if it is itself what is planned, not only the event of a planned participation. */
  isPlanned: boolean;
  /** The statuses of the events that it is part of. */
  enclosing: readonly EventStatus[];
  /** Live claims that it, or an event that it is part of, is CANCELLED, where that is the status shown. */
  cancelling: readonly string[];
}

/** The outcome of a plan and the claims that decide it. */
export interface PlanOutcome {
  /** Null if the date decides: OPEN while it may still be due, OVERDUE afterwards. */
  outcome: Exclude<PlanResult, 'OVERDUE'> | null;
  /** Claims of outcomes that confirm it, and those that contradict it. */
  confirming: readonly string[];
  contradicting: readonly string[];
}

/**
 * Derives the outcome of a plan; schema/plan.graphql describes the same rules. A plan is CONFIRMED if no claim of equal review
 * rank contradicts it. A later plan takes precedence over a contradiction, because what contradicts the earlier plan may
 * fulfil the later one. What came about on another day was moved, not called off. What the rules make of an unreliable document decides
 * no plan of a better one.
 */
export function derivePlanOutcome(plan: PlanEvidence): PlanOutcome {
  const { isCancellation, time, events } = plan;
  const { CONFIRMS_OUTCOME, CONTRADICTS, SUPERSEDES } = ClaimRelationType;
  const related = plan.related.filter((each) => each.field === null || !each.isUnreliable || plan.isUnreliable);
  const agreeing = related.filter((each) => each.isFrom && each.callsOff === isCancellation);
  const opposing = related.filter((each) => each.isFrom && each.callsOff !== isCancellation);
  const confirming = agreeing.filter(({ type }) => type === CONFIRMS_OUTCOME);
  const superseding = agreeing.filter(({ type, status }) => type === SUPERSEDES && isClaimedAsPlan(status));
  const contradicting = [
    ...related.filter(({ type, status }) => type === CONTRADICTS && OUTCOME_STATUSES.includes(status)),
    ...opposing.filter(({ type }) => type === CONFIRMS_OUTCOME || type === SUPERSEDES),
  ];
  const otherDay = contradicting.filter((each) => each.callsOff === isCancellation && isOnlyAboutTime(each));
  const statuses = events.flatMap(({ status, enclosing }) => [status, ...enclosing]);
  const isCancelled = !isCancellation && statuses.includes(EventStatus.CANCELLED);
  const cancelling = isCancelled ? events.flatMap((event) => event.cancelling) : [];

  const outcome = (): PlanOutcome['outcome'] => {
    const bestRank = Math.min(...[...confirming, ...contradicting].map(({ reviewRank }) => reviewRank));
    const hasBestRank = ({ reviewRank }: RelatedClaim) => reviewRank === bestRank;
    const isContradicted = contradicting.some((each) => hasBestRank(each) && !otherDay.includes(each)) || isCancelled;
    const isMoved = otherDay.some(hasBestRank) && !events.some((event) => tookPlaceAsPlanned(event, time));
    if (confirming.some(hasBestRank) && !isContradicted && !isMoved) return PlanResult.CONFIRMED;
    if (superseding.length > 0) return PlanResult.RESCHEDULED;
    if (isContradicted) return PlanResult.CONTRADICTED;
    if (isMoved || events.some((event) => isRescheduled(event, time))) return PlanResult.RESCHEDULED;
    const isNeverDue = statuses.includes(EventStatus.CANCELLED) || statuses.includes(EventStatus.POSTPONED);
    return isNeverDue ? PlanResult.OPEN : null;
  };
  return {
    outcome: outcome(),
    confirming: sortedIds(confirming.map(({ claim }) => claim)),
    contradicting: sortedIds([...contradicting.map(({ claim }) => claim), ...cancelling]),
  };
}

const TIME_FIELDS: readonly string[] = ['time', 'start', 'end'];

const isOnlyAboutTime = ({ type, field }: RelatedClaim) =>
  type === ClaimRelationType.CONTRADICTS && field !== null && TIME_FIELDS.includes(field);

const TOOK_PLACE: readonly EventStatus[] = [EventStatus.HELD, EventStatus.ONGOING];

/** The event follows the sources that have it on the days of the plan alone; those of other days did not prevail. */
const tookPlaceAsPlanned = ({ status, time, isPlanned }: PlannedEvent, planned: Window): boolean =>
  isPlanned && TOOK_PLACE.includes(status) && isDated(time) && isDated(planned) && isWithin(time, planned);

/** Postponed, or moved to days outside the plan, or held on such days. */
function isRescheduled({ status, time: held, isPlanned }: PlannedEvent, planned: Window): boolean {
  if (status === EventStatus.POSTPONED) return true;
  const hasOtherDay = status === EventStatus.RESCHEDULED || (isPlanned && TOOK_PLACE.includes(status));
  return hasOtherDay && isDated(held) && isDated(planned) && areApart(held, planned);
}

const isWithin = (a: Window, b: Window) => a.from >= b.from && a.until <= b.until;

const areApart = (a: Window, b: Window) => a.until < b.from || a.from > b.until;

const sortedIds = (claims: readonly string[]) => [...new Set(claims)].sort();

/** When a plan is due: the time of the claim, else the latest time of the nodes that it supports; null if unknown. */
export function dueWindow({ time, supported }: Pick<PlanEvidence, 'time' | 'supported'>): Window | null {
  if (isDated(time)) return time;
  const isLater = (a: Window, b: Window) => (a.until === b.until ? a.from > b.from : a.until > b.until);
  return supported
    .filter(isDated)
    .reduce<Window | null>((due, each) => (due && !isLater(each, due) ? due : each), null);
}
