import { principalsOf } from '../../domain/claims/acting.ts';
import { type ReportedPresence, type ReportedStatus, contraryClaims } from '../../domain/claims/absence.ts';
import { isLive } from '../../domain/claims/assertion.ts';
import { ParticipationStatus, Polarity, type Role } from '../../domain/vocabulary.generated.ts';
import { type Tx } from '../../graph/database.ts';
import { type OverlayNode } from '../overlay/overlay.ts';
import { type RowsVia, readRowsVia } from '../overlay/read-rows.ts';
import { findVia } from '../write/dirty-set.ts';
import { isReported } from './attendance-claims.ts';
import {
  type ReferencedNodes,
  type SupportingClaim,
  readReferencedNodes,
  readSupportingClaims,
} from './derivation-input.ts';
import { walkMeeting, walkMeetingOf, walkParticipations } from './meeting-walks.ts';
import { toAssertions } from './resolve-values.ts';

/** Cypher: somebody is said, or was said, to have stayed away from the meeting. */
const HAS_ABSENCE = (meeting: string) =>
  `EXISTS { (${meeting})<-[:IN_EVENT]-()<-[s:SUPPORTS]-(c:Claim)
    WHERE c.polarity = '${Polarity.NEGATIVE}' OR '"${ParticipationStatus.ABSENT}"' IN s.values }`;

const walkHasAbsence = (meeting: OverlayNode): boolean =>
  meeting.in('IN_EVENT').some(({ from }) =>
    from.in('SUPPORTS').some(({ from: claim, properties }) => {
      const isDenial = claim.properties.polarity === Polarity.NEGATIVE;
      return isDenial || (properties.values as string[]).includes(`"${ParticipationStatus.ABSENT}"`);
    }),
  );

export const MEETINGS_WITH_ABSENCES: RowsVia<{ participations: PresenceRow[] }> = {
  statement: `UNWIND $ids AS id
MATCH (w:Thing {id: id})-[:IN_EVENT]->(m:Meeting) USING INDEX SEEK w:Thing(id)
WITH DISTINCT m WHERE ${HAS_ABSENCE('m')}
RETURN [(m)<-[:IN_EVENT]-(p:Participation)-[:OF_ACTOR]->(a) | {id: p.id, role: p.role, actor: a.id, isOfficial: a:Official}] AS participations`,
  via: walkMeeting,
  walk: (meeting) =>
    walkHasAbsence(meeting)
      ? [
          {
            participations: walkParticipations(meeting).map(({ participation, actor }) => ({
              id: participation.id,
              role: participation.properties.role as Role,
              actor: actor.id,
              isOfficial: actor.is('Official'),
            })),
          },
        ]
      : [],
};

interface PresenceRow {
  id: string;
  role: Role;
  actor: string;
  isOfficial: boolean;
}

/** By participation, the claims about others in its meeting that stand against claims about it. */
export async function readContraryClaims(tx: Tx, ids: readonly string[]): Promise<Map<string, SupportingClaim[]>> {
  const meetings = await readRowsVia(tx, ids, MEETINGS_WITH_ABSENCES);
  if (meetings.length === 0) return new Map();
  const claims = await readSupportingClaims(
    tx,
    meetings.flatMap(({ participations }) => participations.map(({ id }) => id)),
  );
  const named = [...claims.values()].flat().flatMap(({ values }) => [values.capacity, values.onBehalfOf]);
  const nodes = await readReferencedNodes(tx, named.filter((id) => id !== undefined) as string[]);
  const wanted = new Set(ids);
  return new Map(
    meetings.flatMap(({ participations }) => {
      const presences = participations.map((row) => toReportedPresence(row, claims.get(row.id) ?? [], nodes));
      const byKey = new Map(
        participations.flatMap(({ id }) => (claims.get(id) ?? []).map((claim) => [claim.metadata.claim, claim])),
      );
      return presences
        .filter(({ id }) => wanted.has(id))
        .map((own) => [own.id, contraryClaims(own, presences).map(({ claim }) => byKey.get(claim)!)] as const);
    }),
  );
}

const toReportedPresence = (
  { isOfficial, ...row }: PresenceRow,
  claims: readonly SupportingClaim[],
  nodes: ReferencedNodes,
): ReportedPresence => ({
  ...row,
  principals: claimedPrincipals(claims, nodes, isOfficial),
  statuses: reportedStatuses(claims),
});

/** What claims about a participation say of its status, without inferred ones. */
export const reportedStatuses = (claims: readonly SupportingClaim[]): ReportedStatus[] =>
  claims
    .filter(isReported)
    .flatMap((claim) => toAssertions('status', {}, [claim], new Map()).map((each) => ({ ...each, type: claim.type })));

/** On whose behalf claims have the actor there. */
function claimedPrincipals(claims: readonly SupportingClaim[], nodes: ReferencedNodes, isOfficial: boolean): string[] {
  const live = claims.filter(({ metadata }) => isLive(metadata));
  const named = (field: string) => live.flatMap(({ values }) => nodes.get(values[field] as string) ?? []);
  const ofPosts = named('capacity').flatMap(({ country, organization }) => [country ?? [], organization ?? []].flat());
  return principalsOf(
    named('onBehalfOf').map(({ id }) => id),
    ofPosts,
    isOfficial,
  );
}

/** The participations in the meetings that these nodes are, or belong to, against which absences may stand, or stood. */
export const PARTICIPATIONS_WITH_ABSENCES = findVia(
  '-[:IN_EVENT*0..1]->(m:Meeting)',
  `WITH DISTINCT m
  WITH m, ${HAS_ABSENCE('m')} AS isOpen
  MATCH (m)<-[:IN_EVENT]-(t:Participation) WHERE isOpen OR EXISTS { (t)<-[:OF]-(:Conflict) }`,
  walkMeetingOf,
  (meeting) => {
    const isOpen = walkHasAbsence(meeting);
    const participations = meeting.in('IN_EVENT').map(({ from }) => from);
    return participations.filter((each) => isOpen || each.derived.isDisputed);
  },
);
