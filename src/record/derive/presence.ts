import { type ParticipationStatus, type Role, type Standing } from '../../domain/vocabulary.generated.ts';
import { type Tx } from '../../graph/database.ts';
import { type DerivedLink, type Link, presenceLinks } from '../links.ts';
import { type Derivation } from './shape.ts';

interface Presence {
  actor: string;
  sortKey: string;
  role: Role;
  status: ParticipationStatus;
  standing: Standing;
  inferred: boolean;
  onBehalfOf: string | null;
}

interface Row {
  id: string;
  key: string;
  startEarliest: string | null;
  presences: Presence[];
  edges: [type: DerivedLink, actor: string, properties: Record<string, unknown>][];
}

const MEETINGS = `UNWIND $ids AS id
MATCH (m:Thing&Meeting {id: id}) USING INDEX SEEK m:Thing(id)
RETURN id, m.key AS key, m.timeStartEarliest AS startEarliest,
  [(m)<-[:IN_EVENT]-(p:Participation)-[:OF_ACTOR]->(a:Actor) |
    p {.role, .status, .standing, .inferred, .sortKey, actor: a.id, onBehalfOf: [(p)-[:ON_BEHALF_OF]->(o) | o.id][0]}
  ] AS presences,
  [(m)<-[r:${presenceLinks.join('|')}]-(a) | [type(r), a.id, properties(r)]] AS edges`;

/** The edges between meetings and those who take part: what is, and what the participations come to. */
export async function presenceDerivations(tx: Tx, ids: readonly string[]): Promise<Derivation[]> {
  const rows = await tx.run<Row>(MEETINGS, { ids });
  return rows.map(({ id, key, startEarliest, presences, edges }) => ({
    id,
    key,
    type: 'Meeting',
    stored: bare(edges.map(([type, from, properties]) => ({ type, from, to: id, properties }))),
    derived: bare(presenceEdges(id, startEarliest, presences)),
    state: null,
  }));
}

const bare = (links: Link<DerivedLink>[]) => ({ properties: {}, links, externalIds: [], conflicts: [] });

/** Roles that have an edge of their own. */
const edgeOf: Partial<Record<Role, DerivedLink>> = {
  CHAIR: 'CHAIRS',
  CONVENER: 'CONVENES',
  HOST: 'HOSTS',
  SPEAKER: 'SPEAKS_AT',
};

/** One ATTENDS per actor, over all its roles; one more edge for each role that has one. What is withdrawn casts none. */
export function presenceEdges(
  meeting: string,
  startEarliest: string | null,
  presences: readonly Presence[],
): Link<DerivedLink>[] {
  const live = presences.filter(({ standing }) => standing !== 'WITHDRAWN');
  const when = startEarliest === null ? {} : { startEarliest };
  return [...Map.groupBy(live, ({ actor }) => actor)].flatMap(([actor, roles]) => {
    const sorted = roles.sort(byWeight);
    const { status, standing } = sorted[0]!;
    const onBehalfOf = sorted.find((each) => each.onBehalfOf !== null)?.onBehalfOf;
    const attends: Link<DerivedLink> = {
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
    const own = sorted.flatMap((each): Link<DerivedLink>[] => {
      const type = edgeOf[each.role];
      const { status, standing, inferred } = each;
      return type ? [{ type, from: actor, to: meeting, properties: { status, standing, inferred, ...when } }] : [];
    });
    return [attends, ...own];
  });
}

/** What came of it goes before what was planned: who was there in one role was there. */
const statuses: readonly ParticipationStatus[] = [
  'ATTENDED',
  'ABSENT',
  'DECLINED',
  'CONFIRMED',
  'PLANNED',
  'INVITED',
  'UNKNOWN',
];
const standings: readonly Standing[] = ['ESTABLISHED', 'ALLEGED', 'DISPUTED', 'WITHDRAWN'];

function byWeight(a: Presence, b: Presence): number {
  return (
    statuses.indexOf(a.status) - statuses.indexOf(b.status) ||
    standings.indexOf(a.standing) - standings.indexOf(b.standing) ||
    (a.sortKey < b.sortKey ? -1 : 1)
  );
}
