import {
  type FilterInput,
  includesRef,
  isOverdue,
  matchesParticipationFilter,
  matchesStatementFilter,
} from './filters.ts';
import { type AsOfGraph } from '../graph/graph.ts';
import { type AsOfNode } from '../graph/node.ts';
import { isActedFor, isNotAbsent, isNotWithdrawn, getProperty, getSortValue, getString } from '../graph/values.ts';
import { asOfEntityFields, asOfTopics } from './entities.ts';
import { type AsOfField, type AsOfFields, asOfConnection, ownProperties } from './fields.ts';
import { storedAsOfFields } from './stored-fields.ts';

const eventFields: AsOfFields = {
  ...asOfEntityFields,
  ...ownProperties('standing'),
  topics: asOfTopics,
};

const participationsInRole =
  (role: string): AsOfField =>
  (meeting, _, graph) =>
    graph.sorted(
      graph.filter(
        graph
          .incoming(meeting, 'IN_EVENT')
          .filter((fact) => isNotWithdrawn(fact) && getProperty(fact, 'role') === role),
        (fact) => !isActedFor(graph, fact),
      ),
      (fact) => getSortValue(graph, fact, 'sortTime'),
    );

/** The participations of one country or organization in a meeting. */
interface AsOfDelegation {
  of: AsOfNode;
  participations: readonly AsOfNode[];
}

export const asOfDelegationFields: AsOfFields<AsOfDelegation> = {
  of: ({ of }) => of,
  level: ({ participations }) => getProperty(participations[0]!, 'level'),
  participations: ({ participations }) => participations,
};

/** Whom a participation represents, by the order of precedence that schema/meeting.graphql describes. */
export function getRepresented(graph: AsOfGraph, fact: AsOfNode): AsOfNode | null {
  const [onBehalfOf, actor, post] = graph.map(['ON_BEHALF_OF', 'OF_ACTOR', 'AS_POST'], (type) =>
    graph.outgoingOne(fact, type),
  );
  return (
    onBehalfOf ??
    (actor!.type === 'Official' ? null : actor!) ??
    (post && (graph.outgoingOne(post, 'POST_OF', 'Country') ?? graph.outgoingOne(post, 'POST_OF', 'Organization'))) ??
    graph.outgoingOne(actor!, 'SERVES')
  );
}

const delegationsField: AsOfField = (meeting, { of }, graph) => {
  const facts = graph.incoming(meeting, 'IN_EVENT').filter((fact) => isNotWithdrawn(fact) && isNotAbsent(fact));
  const representations = graph.map(facts, (fact) => ({ fact, represented: getRepresented(graph, fact) }));
  const byRepresented = Map.groupBy(
    representations.filter(({ represented }) => represented !== null),
    ({ represented }) => represented!,
  );
  const delegations = [...byRepresented].map(([actor, representationsOfOne]): AsOfDelegation => {
    const participations = graph.sorted(
      representationsOfOne.map(({ fact }) => fact),
      (fact) => getString(fact, 'sortLevel'),
    );
    return { of: actor, participations };
  });
  return graph.sorted(
    delegations.filter((delegation) => includesRef(graph, of, () => [delegation.of])),
    ({ participations }) => getProperty(participations[0]!, 'levelRank') as number,
    (delegation) => getString(delegation.of, 'sortName'),
  );
};

export const asOfMeetingFields: AsOfFields = {
  ...eventFields,
  ...storedAsOfFields('Meeting'),
  place: (meeting, _, graph) =>
    graph
      .outgoing(meeting, 'HELD_AT')
      .slice(0, 1)
      .find(({ type }) => type === 'Place'),
  overdue: (node, _, graph) => isOverdue(graph, node),
  parts: (node, _, graph) =>
    graph.sorted(
      graph.incoming(node, 'PART_OF').filter((part) => part.type === 'Meeting' && isNotWithdrawn(part)),
      (part) => getString(part, 'sortTime'),
    ),
  participations: asOfConnection((node, { filter }, graph) =>
    graph.filter(graph.incoming(node, 'IN_EVENT'), (fact) =>
      matchesParticipationFilter(graph, filter as FilterInput, fact),
    ),
  ),
  chairs: participationsInRole('CHAIR'),
  conveners: participationsInRole('CONVENER'),
  hosts: participationsInRole('HOST'),
  delegations: delegationsField,
  statements: asOfConnection((node, { filter }, graph) =>
    graph.filter(graph.incoming(node, 'ON_OCCASION'), (statement) =>
      matchesStatementFilter(graph, filter as FilterInput, statement),
    ),
  ),
};

export const asOfDevelopmentFields: AsOfFields = { ...eventFields, ...storedAsOfFields('Development') };
