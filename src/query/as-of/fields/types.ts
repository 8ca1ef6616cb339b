import { type GraphQLSchema, isObjectType } from 'graphql';
import { typeNames } from '../../../domain/node-types.ts';
import { type Model } from '../../model/model.ts';
import {
  asOfAttributionStepFields,
  asOfClaimFields,
  asOfClaimRelationFields,
  asOfDocumentFields,
  asOfEvidenceFields,
} from './claims.ts';
import { asOfClaimConnectionFields, asOfMeetingConnectionFields, asOfParticipationConnectionFields } from './counts.ts';
import {
  asOfConflictFields,
  asOfCountryFields,
  asOfEntityFields,
  asOfOfficialFields,
  asOfOrganizationFields,
  asOfRevisionFields,
} from './entities.ts';
import { asOfDelegationFields, asOfEventFields, asOfMeetingFields } from './events.ts';
import { asOfFactFields, asOfStatementFields, asOfTenureFields } from './facts.ts';
import { type AsOfField, type AsOfFields, asOfConnection, storedField } from './fields.ts';
import { type FilterInput, matchesClaimFilter, matchesMeetingFilter } from './filters.ts';
import { asOfHoldingFields, asOfPostFields } from './posts.ts';

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

/** The fields that are computed, by type. What is read as it is stored needs no entry here. */
const asOfTypes: Readonly<Record<string, AsOfFields<never>>> = {
  Query: queryFields,
  Country: asOfCountryFields,
  Official: asOfOfficialFields,
  Organization: asOfOrganizationFields,
  Post: asOfPostFields,
  Place: asOfEntityFields,
  Topic: asOfEntityFields,
  Meeting: asOfMeetingFields,
  Development: asOfEventFields,
  Delegation: asOfDelegationFields,
  Holding: asOfHoldingFields,
  Participation: asOfFactFields,
  Tenure: asOfTenureFields,
  Membership: asOfFactFields,
  Statement: asOfStatementFields,
  Claim: asOfClaimFields,
  AttributionStep: asOfAttributionStepFields,
  Evidence: asOfEvidenceFields,
  ClaimRelation: asOfClaimRelationFields,
  AnonymousSource: {},
  Document: asOfDocumentFields,
  Conflict: asOfConflictFields,
  Revision: asOfRevisionFields,
  MeetingConnection: asOfMeetingConnectionFields,
  ParticipationConnection: asOfParticipationConnectionFields,
  ClaimConnection: asOfClaimConnectionFields,
};

/** The resolver of a field; undefined for a field of a plain value, which is a property of that value. */
export function getAsOfField(model: Model, type: string, field: string): AsOfField<never> | undefined {
  const computed = asOfTypes[type]?.[field];
  // Only objects of these types are nodes: a Revision or an AttributionStep is a value here.
  if (computed || !(typeNames as readonly string[]).includes(type)) return computed;
  const stored = model.getMapping(type, field)?.stored;
  return stored && storedField(field, stored);
}

/** Fields of the schema without a resolver, as `Type.field`, except for those of pages and root fields. */
export function findMissingFields(schema: GraphQLSchema, model: Model): string[] {
  return Object.keys(asOfTypes).flatMap((name) => {
    const type = schema.getType(name);
    if (!isObjectType(type) || type === schema.getQueryType()) return [];
    return Object.keys(type.getFields())
      .filter((field) => !getAsOfField(model, name, field) && !/^(nodes|edges|pageInfo|totalCount)$/.test(field))
      .map((field) => `${name}.${field}`);
  });
}
