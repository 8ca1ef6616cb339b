import { excludesAttendance } from '../../domain/claims/attendance.ts';
import { type EventStatus } from '../../domain/vocabulary.generated.ts';
import { type Tx } from '../../graph/database.ts';
import { type OverlayNode } from '../overlay/overlay.ts';
import { readRowsOf, type RowsOf } from '../overlay/read-rows.ts';
import { walkMeeting } from './meeting-walks.ts';
import { type ExclusionOfAttendance, type SupportingClaim, readSupportingClaims } from './derivation-input.ts';

export const PARTICIPATIONS_OF_MEETINGS: RowsOf<{ id: string; participations: string[] }> = {
  statement: `UNWIND $ids AS id
MATCH (m:Thing&Meeting {id: id})<-[:IN_EVENT]-(p:Participation) USING INDEX SEEK m:Thing(id)
RETURN id, collect(p.id) AS participations`,
  walk: (meeting) => {
    const participations = meeting.in('IN_EVENT').map(({ from }) => from.id);
    return participations.length > 0 ? [{ id: meeting.id, participations }] : [];
  },
};

/** The claims about who attended these meetings, without inferred ones. */
export async function readAttendance(tx: Tx, meetings: readonly string[]): Promise<Map<string, SupportingClaim[]>> {
  const rows = await readRowsOf(tx, meetings, PARTICIPATIONS_OF_MEETINGS);
  if (rows.length === 0) return new Map();
  const claims = await readSupportingClaims(
    tx,
    rows.flatMap(({ participations }) => participations),
  );
  return new Map(
    rows.map(({ id, participations }) => [
      id,
      participations.flatMap((each) => claims.get(each) ?? []).filter(isReported),
    ]),
  );
}

/** An inferred attendance follows from something more general: nobody reports it of this meeting. */
export const isReported = ({ values }: SupportingClaim): boolean => values.inferred !== true;

export const STATUS_CONFLICTS: RowsOf<ConflictRow> = {
  statement: `UNWIND $ids AS id
MATCH (p:Thing&Participation {id: id})-[:IN_EVENT]->(m) USING INDEX SEEK p:Thing(id)
MATCH (m)<-[:OF]-(x:Conflict {key: m.id + '|status'})
RETURN id, m.status AS status, x.rule AS rule, [(x)-[:FOLLOWS]->(c) | c.id][0] AS follows,
  [(x)-[a:AMONG]->(c) | {order: a.order, value: a.value, id: c.id, key: c.key, ofMeeting: EXISTS { (c)-[:SUPPORTS]->(m) }}] AS among`,
  walk: (participation) =>
    walkMeeting(participation).flatMap((meeting) =>
      meeting.derived.conflicts
        .filter(({ key }) => key === `${meeting.id}|status`)
        .map(({ rule, follows, among, values }) => {
          const supporting = new Map(meeting.in('SUPPORTS').map(({ from }) => [from.id, from]));
          const own = participationClaims(meeting);
          return {
            id: participation.id,
            status: meeting.properties.status as EventStatus,
            rule,
            follows,
            among: among.map((id, order) => ({
              ...{ order, id, value: values[order]!, ofMeeting: supporting.has(id) },
              key: (supporting.get(id) ?? own.get(id))!.key,
            })),
          };
        }),
    ),
};

const participationClaims = (meeting: OverlayNode) =>
  new Map(meeting.in('IN_EVENT').flatMap(({ from: p }) => p.in('SUPPORTS').map(({ from }) => [from.id, from])));

interface ConflictRow {
  id: string;
  status: EventStatus;
  rule: string | null;
  follows: string | null;
  among: { order: number; value: string; id: string; key: string; ofMeeting: boolean }[];
}

/** The conflicts about the status of the meetings of these participations, where the meeting does not follow those who were there. */
export async function readExclusions(
  tx: Tx,
  participations: readonly string[],
): Promise<Map<string, ExclusionOfAttendance>> {
  const rows = await readRowsOf(tx, participations, STATUS_CONFLICTS);
  return new Map(
    rows
      .filter(({ status }) => excludesAttendance(status))
      .map(({ id, among, ...row }) => [
        id,
        {
          follows: row.follows,
          rule: row.rule,
          among: among.sort((a, b) => a.order - b.order).map(({ order: _, ...claim }) => claim),
        },
      ]),
  );
}
