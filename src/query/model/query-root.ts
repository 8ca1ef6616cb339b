import { type CypherContext } from '../ir/projection.ts';
import {
  type Condition,
  type FilterGroup,
  type ConditionFactory,
  onIntermediate,
  filter,
  offsetBy,
} from '../ir/condition.ts';
import {
  conflictFilter,
  filterArgument,
  claimFilter,
  meetingFilter,
  officialFilter,
  participationFilter,
  postFilter,
  statementFilter,
  tenureFilter,
} from '../filters/filters.ts';
import { heldOnDay } from '../filters/holder-window.ts';
import {
  inList,
  equals,
  isNode,
  connectedTo,
  ofTypes,
  excludeWithdrawn,
  inWindow,
  fullText,
} from '../filters/predicates.ts';
import { connection } from '../fields/connection.ts';
import { countedConnection } from '../fields/counted-connection.ts';
import { type FieldMappings } from '../ir/field.ts';
import { subquery } from '../fields/property.ts';
import { searchField } from '../fields/search.ts';
import { toMany, nodeByRef, nodeByExternalId, documentByRefOrUrl } from '../fields/nodes.ts';
import { changesField } from './changes.ts';
import { meetingDimensions } from './counts.ts';
import { networkField, shortestPathField } from './networks.ts';
import { orders } from './orders.ts';
import { plansField } from './plans.ts';
import { snapshotsField } from './snapshots.ts';
import { explainTieField } from './ties.ts';

/** The roles of members proper, which excludes observers, candidates and beneficiaries. */
const MEMBER_ROLES = `['MEMBER', 'LEAD', 'PARTICIPANT']`;

/** Countries that were members of an organization, on that day or ever. */
const memberOf: FilterGroup = {
  names: ['memberOf', 'on'],
  conditions: ({ memberOf, on }) => {
    if (typeof memberOf !== 'string') return [];
    const onDay = typeof on === 'string' ? [heldOnDay(on)] : [];
    const matchMembership = (country: string, organization: string, cypher: CypherContext) => {
      const membership = cypher.name();
      const predicates = [
        `${membership}.standing <> 'WITHDRAWN' AND ${membership}.role IN ${MEMBER_ROLES}`,
        ...onDay.map(({ where }) => where(membership, offsetBy(cypher, 1))),
      ];
      const pattern = `(${country})<-[:OF_MEMBER]-(${membership})-[:IN_ORGANIZATION]->(${organization})`;
      return `MATCH ${pattern} WHERE ${predicates.join(' AND ')}`;
    };
    const condition: Condition = {
      key: `member of${onDay.length > 0 ? ' on' : ''}`,
      parameters: [[memberOf], ...onDay.flatMap(({ parameters }) => parameters)],
      where: (node, cypher) => {
        const organization = cypher.name();
        return `EXISTS { ${matchMembership(node, organization, cypher)} AND ${organization} IN ${cypher.refs(0)} }`;
      },
      anchor: (node, cypher) => {
        const organization = cypher.name();
        return `UNWIND ${cypher.refs(0)} AS ${organization} ${matchMembership(node, organization, cypher)} WITH *`;
      },
    };
    return [condition];
  },
};

/** A field with `knownAt` is read from revisions (src/query/as-of), not by a statement. */
const knownAtArgument: FilterGroup = { names: ['knownAt'], conditions: () => [] };

/** A condition on the post of a tenure. */
function onTenurePost(factory: ConditionFactory): ConditionFactory {
  return (value) => {
    const condition = factory(value);
    return condition && onIntermediate(condition);
  };
}

/** The root fields. */
export const queryFields: FieldMappings = {
  node: nodeByRef('id'),
  entity: nodeByRef('ref', 'Entity'),
  entityByExternalId: nodeByExternalId(),
  country: nodeByRef('ref', 'Country'),
  official: nodeByRef('ref', 'Official'),
  organization: nodeByRef('ref', 'Organization'),
  post: nodeByRef('ref', 'Post'),
  meeting: nodeByRef('ref', 'Meeting', knownAtArgument.names),
  document: documentByRefOrUrl(),
  claim: nodeByRef('ref', 'Claim'),
  statement: nodeByRef('ref', 'Statement'),
  countries: connection({
    label: 'Country',
    filter: filter({ text: fullText('entity_search') }, memberOf),
    orders: orders.countries,
  }),
  officials: connection({
    label: 'Official',
    filter: filter({}, filterArgument(officialFilter)),
    orders: orders.officials,
  }),
  organizations: connection({
    label: 'Organization',
    filter: filter({ text: fullText('entity_search'), kinds: inList('kind') }),
    orders: orders.organizations,
  }),
  posts: connection({ label: 'Post', filter: filter({}, filterArgument(postFilter)), orders: orders.posts }),
  tenures: connection({ label: 'Tenure', filter: filter({}, filterArgument(tenureFilter)), orders: orders.tenures }),
  meetings: countedConnection(
    {
      label: 'Meeting',
      filter: filter({}, filterArgument(meetingFilter), knownAtArgument),
      orders: orders.meetings,
    },
    meetingDimensions,
  ),
  claims: connection({
    label: 'Claim',
    filter: filter({}, filterArgument(claimFilter), knownAtArgument),
    orders: orders.claims,
  }),
  documents: connection({
    label: 'Document',
    filter: filter({ refs: isNode, text: fullText('document_search'), kinds: inList('kind') }),
    orders: orders.documents,
  }),
  participations: connection({
    label: 'Participation',
    filter: filter({}, filterArgument(participationFilter)),
    orders: orders.participations,
  }),
  statements: connection({
    label: 'Statement',
    filter: filter({}, filterArgument(statementFilter), excludeWithdrawn),
    orders: orders.statements,
  }),
  events: connection({
    label: 'Event',
    filter: filter({ text: fullText('entity_search'), time: inWindow('time', 'sortTime') }, excludeWithdrawn),
    orders: orders.events,
  }),
  entities: connection({ label: 'Entity', filter: filter({ refs: isNode, types: ofTypes }), orders: orders.entities }),
  search: searchField,
  network: networkField,
  explainTie: explainTieField,
  shortestPath: shortestPathField,
  changes: changesField,
  plans: plansField,
  conflicts: connection({ label: 'Conflict', filter: conflictFilter, orders: orders.conflicts }),
  possibleDuplicates: connection({
    label: 'PossibleDuplicate',
    filter: filter({}),
    orders: orders.possibleDuplicates,
  }),
  snapshots: snapshotsField,
  graphVersion: subquery(
    'graphVersion',
    () => 'MATCH (g:Graph {only: true}) RETURN toString(g.version)',
    (version) => version,
  ),
  officeHolders: toMany({
    match: (_outer, { node, rel }, _cypher, { bind }) =>
      `${bind(rel, 'Post')} MATCH (${node}:Tenure)-[:OF_POST]->(${rel})`,
    bindsRelationship: true,
    filter: filter(
      {
        on: heldOnDay,
        country: onTenurePost(connectedTo('-[:POST_OF]->')),
        level: onTenurePost(equals('level')),
        portfolio: onTenurePost(equals('portfolio')),
      },
      excludeWithdrawn,
    ),
    order: ({ node, rel }) => `${rel}.sortLevel, ${node}.sortTime`,
  }),
};
