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

/** The participation as the rules see it. The graph has one of the country and the organization of a post as the one represented. */
export const toPresence = ({ onBehalfOf, ofPost, ...row }: PresenceRow): Presence => ({
  ...row,
  principals: principalsOf(onBehalfOf === null ? [] : [onBehalfOf], ofPost, row.isOfficial),
});
