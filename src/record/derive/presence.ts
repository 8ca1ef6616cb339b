import { type OverlayNode } from '../overlay/overlay.ts';
import { type Presence, principalsOf } from '../../domain/claims/acting.ts';

/** What is returned of a participation `p` of an actor `a`. */
export const PRESENCE = `p {.id, .key, .sortKey, .role, .status, .standing, .inferred, actor: a.id, isOfficial: a:Official,
    .level, onBehalfOf: [(p)-[:ON_BEHALF_OF]->(o) | o.id][0], ofPost: [(p)-[:AS_POST]->()-[:POST_OF]->(o) | o.id],
    capacity: [(p)-[:AS_POST]->(o) | o.id][0], standsInFor: [(p)-[:STANDS_IN_FOR]->(o) | o.id][0]}`;

/** The row of {@link PRESENCE}. */
export interface PresenceRow extends Omit<Presence, 'principals'> {
  key: string;
  sortKey: string;
  isOfficial: boolean;
  onBehalfOf: string | null;
  ofPost: string[];
}

/** The same in the overlay. */
export function walkPresence(participation: OverlayNode, actor: OverlayNode): PresenceRow {
  const first = (type: 'ON_BEHALF_OF' | 'AS_POST' | 'STANDS_IN_FOR') => participation.out(type)[0]?.to.id ?? null;
  return {
    ...(participation.pick(PRESENCE_PROPERTIES) as Pick<PresenceRow, (typeof PRESENCE_PROPERTIES)[number]>),
    id: participation.id,
    actor: actor.id,
    isOfficial: actor.is('Official'),
    onBehalfOf: first('ON_BEHALF_OF'),
    ofPost: participation.out('AS_POST').flatMap(({ to }) => to.out('POST_OF').map(({ to: of }) => of.id)),
    capacity: first('AS_POST'),
    standsInFor: first('STANDS_IN_FOR'),
  };
}

const PRESENCE_PROPERTIES = ['key', 'sortKey', 'role', 'status', 'standing', 'inferred', 'level'] as const;

/** The participation as the rules see it. The graph has one of the country and the organization of a post as the one represented. */
export const toPresence = ({ onBehalfOf, ofPost, ...row }: PresenceRow): Presence => ({
  ...row,
  principals: principalsOf(onBehalfOf === null ? [] : [onBehalfOf], ofPost, row.isOfficial),
});
