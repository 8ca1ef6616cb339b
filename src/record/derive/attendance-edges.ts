import { type ParticipationStatus, type Role, type Standing } from '../../domain/vocabulary.generated.ts';
import { type Tx } from '../../graph/database.ts';
import {
  type DerivedRelationshipType,
  type Relationship,
  attendanceRelationships,
} from '../../storage/relationships.ts';
import { readRowsOf, type RowsOf } from '../overlay/read-rows.ts';
import { walkParticipations } from './meeting-walks.ts';
import { type Derivation } from '../write/derived-state.ts';

interface ParticipationRow {
  actor: string;
  sortKey: string;
  role: Role;
  status: ParticipationStatus;
  standing: Standing;
  inferred: boolean;
  onBehalfOf: string | null;
  /** Somebody was there on its behalf, who has the role then. */
  actedFor: boolean | null;
}

interface Row {
  id: string;
  key: string;
  startEarliest: string | null;
  participations: ParticipationRow[];
  edges: [type: DerivedRelationshipType, actor: string, properties: Readonly<Record<string, unknown>>][];
}

export const MEETINGS_ATTENDED: RowsOf<Row> = {
  statement: `UNWIND $ids AS id
MATCH (m:Thing&Meeting {id: id}) USING INDEX SEEK m:Thing(id)
RETURN id, m.key AS key, m.timeStartEarliest AS startEarliest,
  [(m)<-[:IN_EVENT]-(p:Participation)-[:OF_ACTOR]->(a:Actor) |
    p {.role, .status, .standing, .inferred, .actedFor, .sortKey, actor: a.id, onBehalfOf: [(p)-[:ON_BEHALF_OF]->(o) | o.id][0]}
  ] AS participations,
  [(m)<-[r:${attendanceRelationships.join('|')}]-(a) | [type(r), a.id, properties(r)]] AS edges`,
  walk: (meeting) => [
    {
      id: meeting.id,
      key: meeting.key,
      startEarliest: (meeting.properties.timeStartEarliest ?? null) as string | null,
      participations: walkParticipations(meeting)
        .filter(({ actor }) => actor.is('Actor'))
        .map(({ participation, actor }) => ({
          ...(participation.pick(COPIED) as Pick<ParticipationRow, (typeof COPIED)[number]>),
          actor: actor.id,
          onBehalfOf: participation.out('ON_BEHALF_OF')[0]?.to.id ?? null,
        })),
      edges: meeting
        .in(...attendanceRelationships)
        .map(({ type, from, properties }) => [type as DerivedRelationshipType, from.id, properties]),
    },
  ],
};

const COPIED = ['role', 'status', 'standing', 'inferred', 'actedFor', 'sortKey'] as const;

/** The relationships of actors to meetings: as stored, and as derived from participations. */
export async function deriveAttendanceEdges(tx: Tx, ids: readonly string[]): Promise<Derivation[]> {
  const rows = await readRowsOf(tx, ids, MEETINGS_ATTENDED);
  return rows.map(({ id, key, startEarliest, participations, edges }) => ({
    id,
    key,
    type: 'Meeting',
    stored: relationshipsOnly(edges.map(([type, from, properties]) => ({ type, from, to: id, properties }))),
    derived: relationshipsOnly(attendanceEdges(id, startEarliest, participations)),
    state: null,
  }));
}

const relationshipsOnly = (relationships: Relationship<DerivedRelationshipType>[]) => ({
  properties: {},
  relationships,
  externalIds: [],
  conflicts: [],
});

/** Roles with a relationship type of their own. */
const relationshipByRole: Partial<Record<Role, DerivedRelationshipType>> = {
  CHAIR: 'CHAIRS',
  CONVENER: 'CONVENES',
  HOST: 'HOSTS',
  SPEAKER: 'SPEAKS_AT',
};

/** One ATTENDS per actor, over all its roles, and one for each role that has a type and that nobody fills on its behalf; none for withdrawn ones. */
export function attendanceEdges(
  meeting: string,
  startEarliest: string | null,
  participations: readonly ParticipationRow[],
): Relationship<DerivedRelationshipType>[] {
  const notWithdrawn = participations.filter(({ standing }) => standing !== 'WITHDRAWN');
  const when = startEarliest === null ? {} : { startEarliest };
  return [...Map.groupBy(notWithdrawn, ({ actor }) => actor)].flatMap(([actor, roles]) => {
    const sorted = roles.sort(byPrecedence);
    const { status, standing } = sorted[0]!;
    const onBehalfOf = sorted.find((each) => each.onBehalfOf !== null)?.onBehalfOf;
    const attends: Relationship<DerivedRelationshipType> = {
      type: 'ATTENDS',
      from: actor,
      to: meeting,
      properties: {
        roles: [...new Set(sorted.map(({ role }) => role))].sort(),
        status,
        standing,
        inferred: sorted.every(({ inferred }) => inferred),
        ...when,
        ...(onBehalfOf ? { onBehalfOf } : {}),
      },
    };
    const roleRelationships = sorted.flatMap((each): Relationship<DerivedRelationshipType>[] => {
      const type = relationshipByRole[each.role];
      const { status, standing, inferred } = each;
      return type && !each.actedFor
        ? [{ type, from: actor, to: meeting, properties: { status, standing, inferred, ...when } }]
        : [];
    });
    return [attends, ...roleRelationships];
  });
}

/** Outcomes before plans: an actor who attended in one role attended the meeting. */
const statusPrecedence: readonly ParticipationStatus[] = [
  'ATTENDED',
  'ABSENT',
  'DECLINED',
  'CONFIRMED',
  'PLANNED',
  'INVITED',
  'UNKNOWN',
];
const standingPrecedence: readonly Standing[] = ['ESTABLISHED', 'ALLEGED', 'DISPUTED', 'WITHDRAWN'];

function byPrecedence(a: ParticipationRow, b: ParticipationRow): number {
  return (
    statusPrecedence.indexOf(a.status) - statusPrecedence.indexOf(b.status) ||
    standingPrecedence.indexOf(a.standing) - standingPrecedence.indexOf(b.standing) ||
    (a.sortKey < b.sortKey ? -1 : 1)
  );
}
