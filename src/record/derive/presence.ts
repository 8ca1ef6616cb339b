import { type Presence } from '../../domain/claims/acting.ts';

/** What is returned of a participation `p` of an actor `a`. */
export const PRESENCE = `p {.id, .key, .sortKey, .role, .status, .standing, .inferred, actor: a.id, isOfficial: a:Official,
    onBehalfOf: [(p)-[:ON_BEHALF_OF]->(o) | o.id][0], ofPost: [(p)-[:AS_POST]->()-[:POST_OF]->(o) | o.id],
    standsInFor: [(p)-[:STANDS_IN_FOR]->(o) | o.id][0]}`;

/** The row of {@link PRESENCE}. */
export interface PresenceRow extends Omit<Presence, 'principals'> {
  key: string;
  sortKey: string;
  isOfficial: boolean;
  onBehalfOf: string | null;
  ofPost: string[];
}

/**
 * On whose behalf the actor takes part. Who takes part in a post, with no one else named, does so for its country and for its
 * organization; the graph has one of them as the one represented.
 */
export const toPresence = ({ onBehalfOf, ofPost, ...row }: PresenceRow): Presence => ({
  ...row,
  principals: onBehalfOf === null || ofPost.includes(onBehalfOf) ? ofPost : [onBehalfOf],
});
