import { type Presence, actingFor, takesPlaceOf } from '../../domain/claims/acting.ts';
import { type Tx } from '../../graph/database.ts';
import { type Properties } from '../../storage/values.ts';
import { type Derivation } from '../write/derived-state.ts';
import { type RowsVia, readRowsVia } from '../overlay/read-rows.ts';
import { walkMeeting, walkParticipations } from './meeting-walks.ts';
import { type PresenceRow, PRESENCE, toPresence, walkPresence } from './presence.ts';

interface Row {
  participations: PresenceRow[];
  wanted: { id: string; stored: Properties; actedBy: string[] }[];
}

/** Only countries and organizations are acted for: other participations are looked at if something else is stored of them. */
export const PARTICIPATIONS_ACTED_FOR: RowsVia<Row> = {
  statement: `UNWIND $ids AS id
MATCH (w:Thing&Participation {id: id})-[:OF_ACTOR]->(o) USING INDEX SEEK w:Thing(id)
WHERE NOT o:Official OR w.actedFor IS NOT NULL OR EXISTS { (w)-[:ACTED_BY]->() }
MATCH (w)-[:IN_EVENT]->(m)
WITH m, collect({id: id, stored: w {.version, .actedFor}, actedBy: [(w)-[:ACTED_BY]->(q) | q.id]}) AS wanted
RETURN wanted,
  [(m)<-[:IN_EVENT]-(p:Participation)-[:OF_ACTOR]->(a) | ${PRESENCE}] AS participations`,
  via: walkMeeting,
  walk: (meeting, from) => {
    const wanted = from.filter(
      (w) =>
        w.properties.actedFor !== undefined ||
        w.out('ACTED_BY').length > 0 ||
        w.out('OF_ACTOR').some(({ to }) => !to.is('Official')),
    );
    if (wanted.length === 0) return [];
    return [
      {
        wanted: wanted.map((w) => ({
          id: w.id,
          stored: w.pick(['version', 'actedFor']),
          actedBy: w.out('ACTED_BY').map(({ to }) => to.id),
        })),
        participations: walkParticipations(meeting).map((each) => walkPresence(each.participation, each.actor)),
      },
    ];
  },
};

/**
 * Who acts for each participation of a country or organization, and whether one of them takes its place: then the lists of
 * chairs, conveners and hosts name that one alone.
 */
export async function deriveActing(tx: Tx, ids: readonly string[]): Promise<Derivation[]> {
  const rows = await readRowsVia(tx, ids, PARTICIPATIONS_ACTED_FOR);
  return rows.flatMap(({ participations, wanted }) => {
    const byId = new Map(participations.map((row) => [row.id, row]));
    const presences = participations.map((row) => ({ ...toPresence(row), key: row.key }));
    return wanted.flatMap(({ id, stored, actedBy }): Derivation[] => {
      const row = byId.get(id);
      if (row === undefined) return [];
      const principal = toPresence(row);
      const acting = row.isOfficial ? [] : sorted(actingFor(principal, presences));
      return [
        {
          id,
          key: row.key,
          type: 'Participation',
          stored: {
            properties: stored,
            relationships: actedBy.map((to) => actedByRelationship(id, to)),
            ...NOTHING_ELSE,
          },
          derived: {
            properties: { actedFor: acting.some((each) => takesPlaceOf(each, principal)) || null },
            relationships: acting.map((each) => actedByRelationship(id, each.id)),
            ...NOTHING_ELSE,
          },
          state: { actedBy: acting.length > 0 ? acting.map(({ key }) => key) : null },
        },
      ];
    });
  });
}

const NOTHING_ELSE = { externalIds: [], conflicts: [] };

const actedByRelationship = (from: string, to: string) => ({ type: 'ACTED_BY' as const, from, to, properties: {} });

const sorted = (acting: readonly (Presence & { key: string })[]) => acting.toSorted((a, b) => (a.key < b.key ? -1 : 1));
