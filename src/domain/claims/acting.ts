/**
 * Who acts for whom at a meeting: a country chairs by its minister, and a stand-in comes in place of another. Pure functions of
 * what is known of one meeting.
 */
import { isLive, Strength, toComparableValues, type Assertion, type ComparableValue } from './assertion.ts';
import { heldByAttendance } from './attendance.ts';
import { isUnreliable } from './resolution-rules.ts';
import { ClaimRelationType, EventStatus, Level, ParticipationStatus, Role, Standing } from '../vocabulary.generated.ts';

/** A participation as others depend on it. Nodes are given by id. */
export interface Presence {
  id: string;
  actor: string;
  role: Role;
  status: ParticipationStatus;
  standing: Standing;
  inferred: boolean;
  /** The countries and organizations on whose behalf the actor takes part. */
  principals: readonly string[];
  capacity: string | null;
  standsInFor: string | null;
  level: Level;
}

/** A participation with what its claims say of its status; `inferred` claims apart, which report nothing. */
export interface ClaimedPresence extends Presence {
  statuses: readonly Assertion[];
}

/** A meeting with what its claims say of its status. */
export interface MeetingEvidence {
  status: EventStatus;
  standing: Standing;
  statuses: readonly Assertion[];
  participations: readonly ClaimedPresence[];
}

/** An outcome that decides a plan although the two are about different facts. Claims are given by key. */
export interface ActingRelation {
  from: string;
  type: 'CONFIRMS_OUTCOME' | 'CONTRADICTS';
  to: string;
  /** The participation that the plan is about. */
  participation: string;
}

/** Roles that someone acting for another fills only in that role; any presence fills the others. */
const OWN_ROLES: ReadonlySet<Role> = new Set([
  Role.CHAIR,
  Role.CONVENER,
  Role.HOST,
  Role.ORGANIZER,
  Role.SPEAKER,
  Role.MEDIATOR,
]);

/** Roles that the meeting itself shows to have been filled. */
const FILLED_BY_HOLDING: ReadonlySet<Role> = new Set([Role.CONVENER, Role.HOST]);

const AWAY: ReadonlySet<ParticipationStatus> = new Set([ParticipationStatus.ABSENT, ParticipationStatus.DECLINED]);
const PLANNED: ReadonlySet<unknown> = new Set([ParticipationStatus.PLANNED, ParticipationStatus.CONFIRMED]);

/**
 * On whose behalf an actor takes part. An official who takes part in a post, with no one else named, does so for its country and for
 * its organization; what names one of the two means both. A country or organization takes part for itself, also by somebody unnamed in
 * a post.
 *
 * @param named Whom the sources name.
 * @param ofPosts The countries and organizations of the posts.
 */
export function principalsOf(named: readonly string[], ofPosts: readonly string[], isOfficial: boolean): string[] {
  if (!isOfficial) return [...named];
  const meansPosts = named.length === 0 || named.some((id) => ofPosts.includes(id));
  return meansPosts ? [...new Set([...named, ...ofPosts])] : [...named];
}

/** Whether the one takes part on behalf of the other, in the role of the other, whatever became of it. */
function isOnBehalf(one: Presence, other: Presence): boolean {
  return (
    one.actor !== other.actor &&
    one.principals.includes(other.actor) &&
    (one.role === other.role || !OWN_ROLES.has(other.role))
  );
}

/** Whether it takes no more than the one to show that the other came about: the same actor was there in another role. */
const isInAnotherRole = (one: Presence, other: Presence): boolean =>
  one.id !== other.id && one.actor === other.actor && !OWN_ROLES.has(other.role);

/** The participations by which a country or organization takes part, if they are not withdrawn and nobody stayed away. */
export const actingFor = <P extends Presence>(principal: Presence, participations: readonly P[]): P[] =>
  participations.filter(
    (each) => isOnBehalf(each, principal) && each.standing !== Standing.WITHDRAWN && !AWAY.has(each.status),
  );

/** Whether it is established, and not inferred, that the actor was there. */
export const wasThere = ({ status, standing, inferred }: Pick<Presence, 'status' | 'standing' | 'inferred'>): boolean =>
  status === ParticipationStatus.ATTENDED && standing === Standing.ESTABLISHED && !inferred;

/** What tells of the person who is, or stands for, the actor of a participation. */
export type PersonTold = Pick<Presence, 'actor' | 'status' | 'capacity' | 'standsInFor' | 'level'>;

/**
 * Whether the one who acts for a country or organization takes its place in lists and counts: it was there, and whom the country's
 * own participation tells of, unnamed, is or may be the same person at the same level. Otherwise both of them were there.
 */
export const takesPlaceOf = (
  acting: PersonTold & Pick<Presence, 'standing' | 'inferred'>,
  principal: PersonTold,
): boolean =>
  wasThere(acting) && (principal.status !== ParticipationStatus.ATTENDED || mayBeSamePerson(principal, acting));

/** Nobody stands in for himself; where the level of the named one is not known, that of the unnamed one would be lost. */
const mayBeSamePerson = (unnamed: PersonTold, named: PersonTold): boolean =>
  unnamed.standsInFor !== named.actor &&
  agree(unnamed.standsInFor, named.standsInFor) &&
  agree(unnamed.capacity, named.capacity) &&
  (unnamed.level === Level.UNKNOWN || unnamed.level === named.level);

const agree = (one: string | null, other: string | null): boolean => one === null || other === null || one === other;

/**
 * The outcomes that decide plans about other participations: who ATTENDED for a country or organization fulfils its plan, and in
 * whatever role the own plan to be there; a meeting held fulfils the plan to convene or host it; and who stood in for another
 * contradicts the plan that the other comes.
 */
export function relateActing({ status, standing, statuses, participations }: MeetingEvidence): ActingRelation[] {
  const present = participations.filter(wasThere);
  const isHeld = status === EventStatus.HELD && standing === Standing.ESTABLISHED;
  const stated = outcomes(statuses, EventStatus.HELD);
  const shown = () => outcomes(heldByAttendance(participations.flatMap((each) => each.statuses)), EventStatus.HELD);
  const reportsOfHolding = isHeld ? (stated.length > 0 ? stated : shown()) : [];
  return participations.flatMap((planned) => {
    const plans = plansIn(planned.statuses);
    if (plans.length === 0) return [];
    const relate = (type: ActingRelation['type'], reports: readonly ComparableValue[]): ActingRelation[] =>
      plans.flatMap((plan) =>
        reports
          .filter((report) => canDecide(report, plan, planned))
          .map((report) => ({
            from: report.assertion.claim,
            type,
            to: plan.assertion.claim,
            participation: planned.id,
          })),
      );
    const fulfilling = present
      .filter((each) => isOnBehalf(each, planned) || isInAnotherRole(each, planned))
      .flatMap(outcomesOf);
    const standIns = present.filter(({ standsInFor }) => standsInFor === planned.actor).flatMap(outcomesOf);
    return [
      ...relate(ClaimRelationType.CONFIRMS_OUTCOME, fulfilling),
      ...relate(ClaimRelationType.CONTRADICTS, standIns),
      ...(isFilledByHolding(planned, participations)
        ? relate(ClaimRelationType.CONFIRMS_OUTCOME, reportsOfHolding)
        : []),
    ];
  });
}

/** Whether it takes no more than the meeting to show that it was convened or hosted so: nobody names another. */
function isFilledByHolding(planned: ClaimedPresence, participations: readonly ClaimedPresence[]): boolean {
  const isAnother = (each: ClaimedPresence) =>
    each.role === planned.role &&
    each.actor !== planned.actor &&
    !isOnBehalf(each, planned) &&
    !isOnBehalf(planned, each) &&
    !AWAY.has(each.status) &&
    each.statuses.some(isLive);
  return FILLED_BY_HOLDING.has(planned.role) && !participations.some(isAnother);
}

const outcomesOf = ({ statuses }: ClaimedPresence) => outcomes(statuses, ParticipationStatus.ATTENDED);

const outcomes = (statuses: readonly Assertion[], word: string): ComparableValue[] =>
  toComparableValues(statuses).filter(
    ({ value, isNegated, strength }) => strength === Strength.OUTCOME && !isNegated && value === word,
  );

const plansIn = (statuses: readonly Assertion[]): ComparableValue[] =>
  toComparableValues(statuses).filter(
    ({ value, isNegated, strength }) => strength === Strength.PLAN && !isNegated && PLANNED.has(value),
  );

/** An unreliable report decides no plan of a better source; a claim about the planned participation itself is compared there. */
const canDecide = (report: ComparableValue, plan: ComparableValue, { statuses }: ClaimedPresence) =>
  !statuses.some(({ claim }) => claim === report.assertion.claim) && (!isUnreliable(report) || isUnreliable(plan));
