import { NetworkNodes } from '../../domain/vocabulary.generated.ts';
import { type FilterGroup, onIntermediate, filter } from '../ir/condition.ts';
import { filterArgument, meetingFilter, participationFilter, statementFilter } from '../filters/filters.ts';
import { heldOnDay, heldOnFilter } from '../filters/holder-window.ts';
import { inList, excludeWithdrawn, notAbsent, notWithdrawn } from '../filters/predicates.ts';
import { connection } from '../fields/connection.ts';
import { type FieldMappings } from '../ir/field.ts';
import { toMany } from '../fields/nodes.ts';
import { entityFields } from './entity.ts';
import { newestMeetingsFirst, orders } from './orders.ts';
import { storedFieldMappings } from './stored-fields.ts';
import { metWithField } from './ties.ts';

/** Officials, countries and organizations: they take part, speak and are sources. */
const actorFields: FieldMappings = {
  ...entityFields,
  participations: connection({
    path: '<-[:OF_ACTOR]-',
    filter: filter({}, filterArgument(participationFilter)),
    orders: orders.participations,
  }),
  statements: connection({
    path: '<-[:MADE_BY]-',
    filter: filter({}, filterArgument(statementFilter), excludeWithdrawn),
    orders: orders.statements,
  }),
};

/** The arguments `roles` and `statuses` of meetings of an actor: one participation meets both, and is not that of somebody absent. */
const takesPart: FilterGroup = {
  names: ['roles', 'statuses'],
  conditions: ({ roles, statuses }) =>
    [
      ...filter({ roles: inList('role'), statuses: inList('status') }).conditions({ roles, statuses }),
      ...(Array.isArray(statuses) ? [] : [notAbsent]),
      notWithdrawn,
    ].map(onIntermediate),
};

/** The same for a list that needs no participation if none of the two is given. */
const takesPartAsAsked: FilterGroup = {
  ...takesPart,
  conditions: (values) =>
    Array.isArray(values.roles) || Array.isArray(values.statuses) ? takesPart.conditions(values) : [],
};

export const countryFields: FieldMappings = {
  ...actorFields,
  ...storedFieldMappings('Country'),
  metWith: metWithField(NetworkNodes.COUNTRY),
  posts: toMany({ path: '<-[:POST_OF]-(:Post)', order: ({ node }) => `${node}.sortLevel` }),
  officials: connection({
    match: (country, { node }, cypher, { where }) => {
      const tenure = cypher.name();
      const predicate = where(tenure);
      return predicate
        ? `MATCH (${country})<-[:POST_OF]-(:Post)<-[:OF_POST]-(${tenure} WHERE ${predicate})-[:HELD_BY]->(${node})`
        : `MATCH (${country})<-[:SERVES]-(${node})`;
    },
    distinct: 'intermediate',
    filter: filter(
      {},
      {
        names: ['on'],
        conditions: ({ on }) => (typeof on === 'string' ? [heldOnDay(on), notWithdrawn].map(onIntermediate) : []),
      },
    ),
    orders: orders.officials,
  }),
  memberships: toMany({
    path: '<-[:OF_MEMBER]-',
    filter: filter({}, heldOnFilter, excludeWithdrawn),
    order: ({ node }) => `${node}.sortTime`,
  }),
  meetings: connection({
    match: (country, { node }, cypher, { where }) => {
      const participation = cypher.name();
      return `MATCH (${country})<-[:OF_ACTOR|ON_BEHALF_OF]-(${participation} WHERE ${where(participation)})-[:IN_EVENT]->(${node})`;
    },
    distinct: 'always',
    filter: filter({}, filterArgument(meetingFilter), takesPart),
    orders: orders.meetings,
  }),
};

export const officialFields: FieldMappings = {
  ...actorFields,
  ...storedFieldMappings('Official'),
  metWith: metWithField(NetworkNodes.OFFICIAL),
  tenures: toMany({
    path: '<-[:HELD_BY]-',
    filter: filter({}, heldOnFilter, excludeWithdrawn),
    order: ({ node }) => `${node}.sortTime DESC`,
  }),
  meetings: connection({
    // ATTENDS is one relationship for all roles in a meeting, so a filter by role or status needs the participations.
    match: (official, { node }, cypher, { where }) => {
      const participation = cypher.name();
      const predicate = where(participation);
      return predicate
        ? `MATCH (${official})<-[:OF_ACTOR]-(${participation} WHERE ${predicate})-[:IN_EVENT]->(${node})`
        : `MATCH (${official})-[${participation}:ATTENDS WHERE ${notAbsent.where(participation, cypher)}]->(${node})`;
    },
    distinct: 'intermediate',
    filter: filter({}, filterArgument(meetingFilter), takesPartAsAsked),
    orders: newestMeetingsFirst,
  }),
};

export const organizationFields: FieldMappings = {
  ...actorFields,
  ...storedFieldMappings('Organization'),
  metWith: metWithField(NetworkNodes.ORGANIZATION),
  members: toMany({
    match: (organization, { node, rel }) =>
      `MATCH (${organization})<-[:IN_ORGANIZATION]-(${node})-[:OF_MEMBER]->(${rel})`,
    bindsRelationship: true,
    filter: filter({}, heldOnFilter, excludeWithdrawn),
    // A member that joined more than once is listed once for each membership, in the order of their times.
    order: ({ node, rel }) => `${rel}.sortName, ${node}.sortTime`,
  }),
  meetings: connection({
    match: (organization, { node }, cypher, { where }) => {
      const participation = cypher.name();
      const predicate = where(participation);
      const match = `MATCH (${organization})<-[:OF_BODY]-(${node})`;
      return predicate
        ? `${match}<-[:IN_EVENT]-(${participation} WHERE ${predicate})-[:OF_ACTOR|ON_BEHALF_OF]->(${organization})`
        : match;
    },
    distinct: 'intermediate',
    filter: filter({}, filterArgument(meetingFilter), takesPartAsAsked),
    orders: newestMeetingsFirst,
  }),
};
