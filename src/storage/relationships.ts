/**
 * The types of relationships between nodes (docs/graph.md). Statements are composed from these tables only, never from
 * what a caller sends.
 */

/** From a node to those that its fields refer to: derived from claims and descriptions, with the properties of the node. */
export const stateRelationships = [
  'OF_COUNTRY',
  'PARENT',
  'POST_OF',
  'WITHIN',
  'OPERATED_BY',
  'BROADER',
  'OF_BODY',
  'PART_OF',
  'HELD_AT',
  'ABOUT_TOPIC',
  'AS_POST',
  'ON_BEHALF_OF',
  'STANDS_IN_FOR',
  'MADE_BY',
  'ADDRESSED_TO',
  'ON_OCCASION',
  'IN_DOCUMENT',
  'AFFILIATED_TO',
  'TOLD_TO',
  'PUBLISHED_BY',
  'ORIGINATED_BY',
  'PUBLISHED_ON',
  'AUTHORED_BY',
  'CITES',
] as const;

/** The two endpoints that identify a fact; written when it is created. */
export const factEndpoints = {
  Participation: ['OF_ACTOR', 'IN_EVENT'],
  Tenure: ['HELD_BY', 'OF_POST'],
  Membership: ['OF_MEMBER', 'IN_ORGANIZATION'],
} as const;

export const endpointRelationships = Object.values(factEndpoints).flat();

/** The content, evidence and attribution of a claim; written when it is created. */
export const claimRelationships = ['SUBJECT', 'OBJECT', 'EVIDENCE', 'ATTRIBUTED_TO', 'SUPPORTS', 'CORRECTS'] as const;

/** What a claim concerns: `CONCERNS` leads to what none of the others leads to. A claim may lead to one thing by several. */
export const concerningRelationships = ['SUBJECT', 'OBJECT', 'SUPPORTS', 'CONCERNS'] as const;

/** {@link concerningRelationships}, as Cypher. */
export const CONCERNING = concerningRelationships.join('|');

/** One ATTENDS per actor and meeting, and one for each role that has a type of its own. */
export const attendanceRelationships = ['ATTENDS', 'CHAIRS', 'CONVENES', 'HOSTS', 'SPEAKS_AT'] as const;

/** Derived from several nodes: shortcuts past a fact node, so that readers need one hop, relations of claims, and who acts for whom. */
export const shortcutRelationships = [
  ...attendanceRelationships,
  'HOLDS',
  'MEMBER_OF',
  'SERVES',
  'LOCATED_IN',
  'CONCERNS',
  'SAYS',
  'RELATES_TO',
  'CONFIRMED_BY',
  'CONTRADICTED_BY',
  'ACTED_BY',
] as const;

export const derivedRelationships = [...stateRelationships, ...shortcutRelationships];

export type StateRelationshipType = (typeof stateRelationships)[number];
export type DerivedRelationshipType = (typeof derivedRelationships)[number];
export type ShortcutRelationshipType = (typeof shortcutRelationships)[number];
export type EndpointRelationshipType = (typeof endpointRelationships)[number];
export type RelationshipType =
  DerivedRelationshipType | EndpointRelationshipType | (typeof claimRelationships)[number] | 'DESCRIBES';

/** A relationship between two nodes, by their ids. */
export interface Relationship<T extends RelationshipType = RelationshipType> {
  type: T;
  from: string;
  to: string;
  properties: Readonly<Record<string, unknown>>;
}
