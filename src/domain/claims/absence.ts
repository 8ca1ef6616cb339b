/**
 * Nobody is at a meeting and stays away from it: what is said of one participation may stand against what is said of another one.
 * Pure functions of what is claimed about one meeting.
 */
import { type Presence } from './acting.ts';
import { areOfOneSource, isLive, Strength, toComparable, type Assertion } from './assertion.ts';
import { relateAssertions, type ClaimRelation } from './relations.ts';
import { ClaimRelationType, ClaimType, ParticipationStatus } from '../vocabulary.generated.ts';

/** What a claim of this type says of the status of a participation. */
export interface ReportedStatus extends Assertion {
  type: ClaimType;
}

/** A participation with what is said of its status, whatever becomes of that. */
export interface ReportedPresence extends Pick<Presence, 'id' | 'actor' | 'role' | 'principals'> {
  statuses: readonly ReportedStatus[];
}

/** Who is denied to have done this was not in that role; any other denial says that the actor was not there at all. */
const OF_ROLE_ALONE: ReadonlySet<ClaimType> = new Set([ClaimType.CHAIRS, ClaimType.CONVENES, ClaimType.HOSTS]);

/**
 * The claims about other participations that stand against claims about this one: that the same actor, or somebody on behalf of
 * the actor, was there, where the actor is said to have stayed away, or the reverse.
 */
export function contraryClaims(own: ReportedPresence, others: readonly ReportedPresence[]): ReportedStatus[] {
  const contrary = others.flatMap((other) => [
    ...attendances(other).filter((report) => absences(own).some((absence) => excludes(absence, own, report, other))),
    ...absences(other).filter((absence) => attendances(own).some((report) => excludes(absence, other, report, own))),
  ]);
  return [...new Map(contrary.map((each) => [each.claim, each])).values()];
}

/** The claims that somebody stayed away against claims that the same one, or somebody on behalf of that one, was or is to be there. */
export function relateAbsences(
  participations: readonly ReportedPresence[],
): (ClaimRelation & { participation: string })[] {
  return participations.flatMap((away) =>
    absences(away).flatMap((absence) =>
      participations
        .flatMap((other) => other.statuses.filter((each) => excludes(absence, away, each, other)))
        .flatMap((each) => relateAssertions([absence, each]))
        .filter(({ type }) => type === ClaimRelationType.CONTRADICTS)
        .map((relation) => ({ ...relation, participation: away.id })),
    ),
  );
}

/**
 * Whether the other participation cannot be if this one stayed away. A source that says both sees no contradiction, and a claim about
 * both is compared within each.
 */
function excludes(
  absence: ReportedStatus,
  away: ReportedPresence,
  report: ReportedStatus,
  other: ReportedPresence,
): boolean {
  if (away.id === other.id || tellsOf(other, absence) || tellsOf(away, report)) return false;
  if (areOfOneSource(absence, report)) return false;
  const isOfRoleAlone = OF_ROLE_ALONE.has(absence.type);
  if (away.actor === other.actor) return !isOfRoleAlone;
  return other.principals.includes(away.actor) && (!isOfRoleAlone || away.role === other.role);
}

const tellsOf = ({ statuses }: ReportedPresence, { claim }: Assertion) => statuses.some((each) => each.claim === claim);

const absences = (presence: ReportedPresence) => reportsOf(presence, ParticipationStatus.ABSENT);

const attendances = (presence: ReportedPresence) => reportsOf(presence, ParticipationStatus.ATTENDED);

/** The live claims that it was so, hearsay too; none of plans. */
const reportsOf = ({ statuses }: ReportedPresence, word: ParticipationStatus): ReportedStatus[] =>
  statuses.filter((each) => {
    const { value, isNegated, strength } = toComparable(each);
    const isReport = strength === Strength.OUTCOME || strength === Strength.ALLEGED;
    return isLive(each) && isReport && !isNegated && value === word;
  });
