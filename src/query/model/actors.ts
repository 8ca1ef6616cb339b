import { between, filter } from '../filters/condition.ts';
import { asFilter, meetingFilter, participationFilter, statementFilter } from '../filters/filters.ts';
import { heldOn, heldOnArguments } from '../filters/held.ts';
import { always, among, onlyVisible, visible } from '../filters/tests.ts';
import { connection } from '../fields/connection.ts';
import { type Mappings } from '../fields/mapping.ts';
import { embedded, property } from '../fields/property.ts';
import { many, one } from '../fields/things.ts';
import { entity } from './entity.ts';
import { newestMeetingsFirst, orders } from './orders.ts';
import { STAYED_AWAY } from './stayed-away.ts';

/** Who can take part, speak, or be a source. */
const actor: Mappings = {
  ...entity,
  participations: connection({
    path: '<-[:OF_ACTOR]-',
    filter: filter({}, asFilter(participationFilter)),
    orders: orders.participations,
  }),
  statements: connection({
    path: '<-[:MADE_BY]-',
    filter: filter({}, asFilter(statementFilter), onlyVisible),
    orders: orders.statements,
  }),
};

const notAway = always('not away', (node) => `NOT ${node}.status IN ${STAYED_AWAY}`);

export const country: Mappings = {
  ...actor,
  posts: many({ path: '<-[:POST_OF]-(:Post)', order: ({ node }) => `${node}.sortLevel` }),
  officials: connection({
    match: (country, { node }, use, { where }) => {
      const tenure = use.name();
      const held = where(tenure);
      return held
        ? `MATCH (${country})<-[:POST_OF]-(:Post)<-[:OF_POST]-(${tenure} WHERE ${held})-[:HELD_BY]->(${node})`
        : `MATCH (${country})<-[:SERVES]-(${node})`;
    },
    distinct: 'between',
    filter: filter(
      {},
      {
        names: ['on'],
        conditions: ({ on }) => (typeof on === 'string' ? [heldOn(on), visible].map(between) : []),
      },
    ),
    orders: orders.officials,
  }),
  memberships: many({
    path: '<-[:OF_MEMBER]-',
    filter: filter({}, heldOnArguments, onlyVisible),
    order: ({ node }) => `${node}.sortTime`,
  }),
  meetings: connection({
    match: (country, { node }, use, { where }) => {
      const participation = use.name();
      return `MATCH (${country})<-[:OF_ACTOR|ON_BEHALF_OF]-(${participation} WHERE ${where(participation)})-[:IN_EVENT]->(${node})`;
    },
    distinct: 'always',
    filter: filter({}, asFilter(meetingFilter), { names: [], conditions: () => [visible, notAway].map(between) }),
    orders: orders.meetings,
  }),
};

export const official: Mappings = {
  ...actor,
  country: one('-[:SERVES]->'),
  tenures: many({
    path: '<-[:HELD_BY]-',
    filter: filter({}, heldOnArguments, onlyVisible),
    order: ({ node }) => `${node}.sortTime DESC`,
  }),
  meetings: connection({
    // One edge tells of all roles in a meeting; which role had which status only the participations tell.
    match: (official, { node }, use, { where }) => {
      const way = use.name();
      const wanted = where(way);
      return wanted
        ? `MATCH (${official})<-[:OF_ACTOR]-(${way} WHERE ${wanted})-[:IN_EVENT]->(${node})`
        : `MATCH (${official})-[${way}:ATTENDS WHERE NOT ${way}.status IN ${STAYED_AWAY}]->(${node})`;
    },
    distinct: 'between',
    filter: filter({}, asFilter(meetingFilter), {
      names: ['roles', 'statuses'],
      conditions: ({ roles, statuses }) => {
        if (!Array.isArray(roles) && !Array.isArray(statuses)) return [];
        return [
          ...filter({ roles: among('role'), statuses: among('status') }).conditions({ roles, statuses }),
          ...(Array.isArray(statuses) ? [] : [notAway]),
          visible,
        ].map(between);
      },
    }),
    orders: newestMeetingsFirst,
  }),
};

export const organization: Mappings = {
  ...actor,
  kind: property(),
  country: one('-[:OF_COUNTRY]->'),
  parent: one('-[:PARENT]->'),
  founded: embedded('founded'),
  dissolved: embedded('dissolved'),
  members: many({
    match: (organization, { node, via }) =>
      `MATCH (${organization})<-[:IN_ORGANIZATION]-(${node})-[:OF_MEMBER]->(${via})`,
    via: true,
    filter: filter({}, heldOnArguments, onlyVisible),
    // What belonged more than once comes in the order of its times.
    order: ({ node, via }) => `${via}.sortName, ${node}.sortTime`,
  }),
  meetings: connection({
    path: '<-[:OF_BODY]-',
    filter: filter({}, asFilter(meetingFilter)),
    orders: newestMeetingsFirst,
  }),
};
