import { type Use } from '../statement/selection.ts';
import { type Condition, type Group, type Test, between, filter, shifted } from '../filters/condition.ts';
import {
  amongClaims,
  asFilter,
  claimFilter,
  meetingFilter,
  officialFilter,
  participationFilter,
  statementFilter,
} from '../filters/filters.ts';
import { heldOn } from '../filters/held.ts';
import { among, equal, is, leadsTo, ofTypes, onlyVisible, within, words } from '../filters/tests.ts';
import { connection } from '../fields/connection.ts';
import { type Mappings } from '../fields/mapping.ts';
import { computed } from '../fields/property.ts';
import { search } from '../fields/search.ts';
import { many, thing, thingByExternalId } from '../fields/things.ts';
import { changes } from './changes.ts';
import { orders } from './orders.ts';
import { plans } from './plans.ts';
import { snapshots } from './snapshots.ts';

/** Roles of those who belong to an organization, not of those who watch, wait or receive. */
const BELONGING = `['MEMBER', 'LEAD', 'PARTICIPANT']`;

/** Countries that belong to an organization: on that day, or ever. */
const memberOf: Group = {
  names: ['memberOf', 'on'],
  conditions: ({ memberOf, on }) => {
    if (typeof memberOf !== 'string') return [];
    const held = typeof on === 'string' ? [heldOn(on)] : [];
    const seat = (country: string, organization: string, use: Use) => {
      const membership = use.name();
      const wheres = [
        `${membership}.standing <> 'WITHDRAWN' AND ${membership}.role IN ${BELONGING}`,
        ...held.map(({ where }) => where(membership, shifted(use, 1))),
      ];
      const way = `(${country})<-[:OF_MEMBER]-(${membership})-[:IN_ORGANIZATION]->(${organization})`;
      return `MATCH ${way} WHERE ${wheres.join(' AND ')}`;
    };
    const condition: Condition = {
      key: `member of${held.length > 0 ? ' on' : ''}`,
      values: [[memberOf], ...held.flatMap(({ values }) => values)],
      where: (node, use) => {
        const there = use.name();
        return `EXISTS { ${seat(node, there, use)} AND ${there} IN ${use.things(0)} }`;
      },
      start: (node, use) => {
        const there = use.name();
        return `UNWIND ${use.things(0)} AS ${there} ${seat(node, there, use)} WITH *`;
      },
    };
    return [condition];
  },
};

/** Where it is given, revisions answer (src/query/past), and no statement is made. */
const asKnownAt: Group = { names: ['knownAt'], conditions: () => [] };

/** A test of the post of a tenure. */
function onPost(test: Test): Test {
  return (value) => {
    const condition = test(value);
    return condition && between(condition);
  };
}

/** Where reading begins. */
export const query: Mappings = {
  node: thing('id'),
  entity: thing('ref', 'Entity'),
  entityByExternalId: thingByExternalId(),
  country: thing('ref', 'Country'),
  official: thing('ref', 'Official'),
  organization: thing('ref', 'Organization'),
  post: thing('ref', 'Post'),
  meeting: thing('ref', 'Meeting', asKnownAt.names),
  document: thing('ref', 'Document'),
  claim: thing('ref', 'Claim'),
  countries: connection({
    label: 'Country',
    filter: filter({ text: words('entity_search') }, memberOf),
    orders: orders.countries,
  }),
  officials: connection({
    label: 'Official',
    filter: filter({}, asFilter(officialFilter)),
    orders: orders.officials,
  }),
  organizations: connection({
    label: 'Organization',
    filter: filter({ text: words('entity_search'), kinds: among('kind') }),
    orders: orders.organizations,
  }),
  meetings: connection({
    label: 'Meeting',
    filter: filter({}, asFilter(meetingFilter), asKnownAt),
    orders: orders.meetings,
  }),
  claims: connection({
    label: 'Claim',
    filter: filter({}, asFilter(claimFilter), asKnownAt),
    orders: orders.claims,
  }),
  documents: connection({
    label: 'Document',
    filter: filter({ text: words('document_search'), kinds: among('kind') }),
    orders: orders.documents,
  }),
  participations: connection({
    label: 'Participation',
    filter: filter({}, asFilter(participationFilter)),
    orders: orders.participations,
  }),
  statements: connection({
    label: 'Statement',
    filter: filter({}, asFilter(statementFilter), onlyVisible),
    orders: orders.statements,
  }),
  events: connection({
    label: 'Event',
    filter: filter({ text: words('entity_search'), time: within('time', 'sortTime') }, onlyVisible),
    orders: orders.events,
  }),
  entities: connection({ label: 'Entity', filter: filter({ refs: is, types: ofTypes }), orders: orders.entities }),
  search,
  changes,
  plans,
  conflicts: connection({ label: 'Conflict', filter: filter({}, amongClaims), orders: orders.conflicts }),
  snapshots,
  graphVersion: computed(
    'graphVersion',
    () => 'MATCH (g:Graph {only: true}) RETURN toString(g.version)',
    (version) => version,
  ),
  officeHolders: many({
    match: (_outer, { node, via }, _use, { bind }) =>
      `${bind(via, 'Post')} MATCH (${node}:Tenure)-[:OF_POST]->(${via})`,
    via: true,
    filter: filter(
      {
        on: heldOn,
        country: onPost(leadsTo('-[:POST_OF]->')),
        level: onPost(equal('level')),
        portfolio: onPost(equal('portfolio')),
      },
      onlyVisible,
    ),
    order: ({ node, via }) => `${via}.sortLevel, ${node}.sortTime`,
  }),
};
