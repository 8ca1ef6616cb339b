import { relateAbsences } from '../../domain/claims/absence.ts';
import { type ClaimedPresence, type MeetingEvidence, relateActing } from '../../domain/claims/acting.ts';
import { heldByAttendance, relateAttendance } from '../../domain/claims/attendance.ts';
import { isClaimedAsPlan } from '../../domain/claims/assertion.ts';
import { isPlanStatus } from '../../domain/claims/compare-values.ts';
import {
  type ClaimRelationType,
  type ClaimStatus,
  EventStatus,
  ParticipationStatus,
  Polarity,
  type Standing,
} from '../../domain/vocabulary.generated.ts';
import { type Tx } from '../../graph/database.ts';
import { fieldSlotName } from '../../storage/conflicts.ts';
import { type OverlayNode } from '../overlay/overlay.ts';
import { type RowsVia, readRowsVia } from '../overlay/read-rows.ts';
import { findVia } from '../write/dirty-set.ts';
import { reportedStatuses } from './absence-claims.ts';
import { walkMeetingOf, walkParticipations } from './meeting-walks.ts';
import { isReported } from './attendance-claims.ts';
import { type SupportingClaim, readSupportingClaims } from './derivation-input.ts';
import { type PresenceRow, PRESENCE, toPresence, walkPresence } from './presence.ts';
import { toAssertions } from './resolve-values.ts';

/** A relation between claims about different facts of one meeting. */
export interface MeetingRelation {
  from: SupportingClaim;
  to: SupportingClaim;
  type: ClaimRelationType;
  slot: string;
}

/** What stands in values of claims that others of the same meeting may confirm or contradict. */
const WORDS = [...Object.values(EventStatus), ...Object.values(ParticipationStatus)].filter(
  (word) => isPlanStatus(word) || word === EventStatus.CANCELLED,
);

/** Cypher: the meeting has claims that others about it, or about its participations, may confirm or contradict. */
const IS_OPEN = (meeting: string) =>
  `EXISTS { (${meeting})<-[:IN_EVENT*0..1]-()<-[s:SUPPORTS]-(c:Claim)
    WHERE c.status IN ['PLANNED', 'EXPECTED'] OR c.polarity = '${Polarity.NEGATIVE}'
      OR any(value IN s.values WHERE value IN [${WORDS.map((word) => `'"${word}"'`).join(', ')}]) }`;

const walkIsOpen = (meeting: OverlayNode): boolean =>
  [meeting, ...meeting.in('IN_EVENT').map(({ from }) => from)].some((node) =>
    node.in('SUPPORTS').some(({ from: { properties: claim }, properties: { values } }) => {
      const isPlan = isClaimedAsPlan(claim.status as ClaimStatus);
      return (
        isPlan || claim.polarity === Polarity.NEGATIVE || (values as string[]).some((each) => JSON_WORDS.has(each))
      );
    }),
  );

const JSON_WORDS: ReadonlySet<string> = new Set(WORDS.map((word) => `"${word}"`));

export const OPEN_MEETINGS: RowsVia<MeetingRow> = {
  statement: `UNWIND $ids AS id
MATCH (t:Thing {id: id})-[:IN_EVENT*0..1]->(m:Meeting) USING INDEX SEEK t:Thing(id)
WITH DISTINCT m WHERE ${IS_OPEN('m')}
RETURN m.id AS id, m.key AS key, m.status AS status, m.standing AS standing,
  [(m)<-[:IN_EVENT]-(p:Participation)-[:OF_ACTOR]->(a) | ${PRESENCE}] AS participations`,
  via: walkMeetingOf,
  walk: (meeting) =>
    walkIsOpen(meeting)
      ? [
          {
            id: meeting.id,
            key: meeting.key,
            status: meeting.properties.status as EventStatus,
            standing: meeting.properties.standing as Standing,
            participations: walkParticipations(meeting).map((each) => walkPresence(each.participation, each.actor)),
          },
        ]
      : [],
};

interface MeetingRow {
  id: string;
  key: string;
  status: EventStatus;
  standing: Standing;
  participations: PresenceRow[];
}

/** How claims about different facts of the meetings that these nodes are, or belong to, are related. */
export async function readMeetingRelations(tx: Tx, ids: readonly string[]): Promise<MeetingRelation[]> {
  const meetings = await readRowsVia(tx, ids, OPEN_MEETINGS);
  const nodes = meetings.flatMap(({ id, participations }) => [id, ...participations.map((each) => each.id)]);
  const claims = nodes.length === 0 ? new Map<string, SupportingClaim[]>() : await readSupportingClaims(tx, nodes);
  return meetings.flatMap((meeting) => relationsAt(meeting, claims));
}

function relationsAt(
  { id, key, status, standing, participations }: MeetingRow,
  claims: ReadonlyMap<string, readonly SupportingClaim[]>,
): MeetingRelation[] {
  const statusesOf = (node: string) =>
    toAssertions('status', {}, (claims.get(node) ?? []).filter(isReported), new Map());
  const evidence: MeetingEvidence = {
    status,
    standing,
    statuses: statusesOf(id),
    participations: participations.map((row): ClaimedPresence => ({
      ...toPresence(row),
      statuses: statusesOf(row.id),
    })),
  };
  const byKey = new Map(
    [id, ...participations.map((each) => each.id)].flatMap((node) =>
      (claims.get(node) ?? []).map((claim) => [claim.metadata.claim, claim] as const),
    ),
  );
  const keys = new Map([[id, key], ...participations.map((each): [string, string] => [each.id, each.key])]);
  const presences = participations.map((row) => ({
    ...toPresence(row),
    statuses: reportedStatuses(claims.get(row.id) ?? []),
  }));
  const attendance = heldByAttendance(evidence.participations.flatMap(({ statuses }) => statuses));
  return [
    ...[...relateActing(evidence), ...relateAbsences(presences)].map(({ participation, ...relation }) => ({
      ...relation,
      node: participation,
    })),
    ...relateAttendance(evidence.statuses, attendance).map((relation) => ({ ...relation, node: id })),
  ].map(({ from, to, type, node }) => ({
    from: byKey.get(from)!,
    to: byKey.get(to)!,
    type,
    slot: fieldSlotName(keys.get(node)!, 'status'),
  }));
}

/** The claims about the meetings that these nodes are, or belong to, where some may be related to claims about another. */
export const CLAIMS_OF_OPEN_MEETINGS = findVia(
  '-[:SUPPORTS*0..1]->()-[:IN_EVENT*0..1]->(m:Meeting)',
  `WITH DISTINCT m WHERE ${IS_OPEN('m')} MATCH (m)<-[:IN_EVENT*0..1]-()<-[:SUPPORTS]-(t:Claim)`,
  (node) => (node.is('Claim') ? node.out('SUPPORTS').flatMap(({ to }) => walkMeetingOf(to)) : walkMeetingOf(node)),
  (meeting) =>
    walkIsOpen(meeting)
      ? [meeting, ...meeting.in('IN_EVENT').map(({ from }) => from)].flatMap((node) =>
          node.in('SUPPORTS').map(({ from }) => from),
        )
      : [],
);
