import { type GraphQLSchema, isObjectType } from 'graphql';
import {
  asOfAnonymousSourceFields,
  asOfAttributionStepFields,
  asOfClaimFields,
  asOfClaimRelationFields,
  asOfClaimSlotFields,
  asOfDocumentFields,
  asOfEvidenceFields,
} from './claims.ts';
import {
  asOfConflictFields,
  asOfConflictValueFields,
  asOfCountryFields,
  asOfOfficialFields,
  asOfOrganizationFields,
  asOfRevisionFields,
} from './entities.ts';
import { asOfDelegationFields, asOfDevelopmentFields, asOfMeetingFields } from './events.ts';
import { asOfMembershipFields, asOfParticipationFields, asOfStatementFields, asOfTenureFields } from './facts.ts';
import { type AsOfFields, asOfConnection } from './fields.ts';
import { asOfHoldingFields, asOfPlaceFields, asOfPostFields, asOfTopicFields } from './posts.ts';
import { asOfClaimConnectionFields, asOfMeetingConnectionFields, asOfParticipationConnectionFields } from './counts.ts';
import { type FilterInput, matchesClaimFilter, matchesMeetingFilter } from './filters.ts';

const queryFields: AsOfFields<never> = {
  meeting: (_, { ref }, graph) => {
    const node = graph.nodeByRef(ref as string);
    return node?.type === 'Meeting' ? node : null;
  },
  meetings: asOfConnection<never>((_, { filter }, graph) =>
    graph.filter(graph.nodesWithLabel('Meeting'), (node) => matchesMeetingFilter(graph, filter as FilterInput, node)),
  ),
  claims: asOfConnection<never>((_, { filter }, graph) =>
    graph.filter(graph.nodesWithLabel('Claim'), (node) => matchesClaimFilter(graph, filter as FilterInput, node)),
  ),
};

/** The fields of each type: those that are stored come from src/storage/fields.ts, those that are computed are in these maps. */
export const asOfTypes: Readonly<Record<string, AsOfFields<never>>> = {
  Query: queryFields,
  Country: asOfCountryFields,
  Official: asOfOfficialFields,
  Organization: asOfOrganizationFields,
  Post: asOfPostFields,
  Place: asOfPlaceFields,
  Topic: asOfTopicFields,
  Meeting: asOfMeetingFields,
  Development: asOfDevelopmentFields,
  Delegation: asOfDelegationFields,
  Holding: asOfHoldingFields,
  Participation: asOfParticipationFields,
  Tenure: asOfTenureFields,
  Membership: asOfMembershipFields,
  Statement: asOfStatementFields,
  Claim: asOfClaimFields,
  AttributionStep: asOfAttributionStepFields,
  Evidence: asOfEvidenceFields,
  ClaimRelation: asOfClaimRelationFields,
  ClaimSlot: asOfClaimSlotFields,
  AnonymousSource: asOfAnonymousSourceFields,
  Document: asOfDocumentFields,
  Conflict: asOfConflictFields,
  ConflictValue: asOfConflictValueFields,
  Revision: asOfRevisionFields,
  MeetingConnection: asOfMeetingConnectionFields,
  ParticipationConnection: asOfParticipationConnectionFields,
  ClaimConnection: asOfClaimConnectionFields,
};

/** Fields of these types that the schema has and this table lacks, as `Type.field`, except for pages and root fields. */
export function findMissingFields(schema: GraphQLSchema): string[] {
  return Object.entries(asOfTypes).flatMap(([name, fields]) => {
    const type = schema.getType(name);
    if (!isObjectType(type) || type === schema.getQueryType()) return [];
    return Object.keys(type.getFields())
      .filter((field) => !fields[field] && !/^(nodes|edges|pageInfo|totalCount)$/.test(field))
      .map((field) => `${name}.${field}`);
  });
}
