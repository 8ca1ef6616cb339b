import { type FieldMapping, type FieldMappings } from '../ir/field.ts';
import { countryFields, officialFields, organizationFields } from './actors.ts';
import { changeFields } from './changes.ts';
import {
  anonymousSourceFields,
  attributionStepFields,
  claimFields,
  claimRelationFields,
  evidenceFields,
} from './claims.ts';
import { claimConnectionFields, meetingConnectionFields, participationConnectionFields } from './counts.ts';
import { documentFields } from './documents.ts';
import { conflictFields, revisionFields } from './entity.ts';
import { delegationFields } from './delegations.ts';
import { developmentFields, meetingFields } from './events.ts';
import { membershipFields, participationFields, statementFields, tenureFields } from './facts.ts';
import {
  candidateFields,
  claimPayloadFields,
  entityPayloadFields,
  meetingPayloadFields,
  mutationFields,
  problemFields,
  recordPayloadFields,
} from './mutation-root.ts';
import { placeFields, postFields, topicFields } from './places.ts';
import { planOutcomeFields } from './plans.ts';
import { queryFields } from './query-root.ts';
import { snapshotFields } from './snapshots.ts';

/** What each field of the schema means in the graph, by type: the reader's map of docs/graph.md. */
export interface Model {
  types: Readonly<Record<string, FieldMappings>>;
  /** Types whose fields are read from a value that is at hand. */
  valueTypes: readonly string[];
  getMapping(type: string, field: string): FieldMapping | undefined;
}

/** Labels are named as types. */
const types: Record<string, FieldMappings> = {
  Query: queryFields,
  Mutation: mutationFields,
  Country: countryFields,
  Official: officialFields,
  Organization: organizationFields,
  Post: postFields,
  Place: placeFields,
  Topic: topicFields,
  Meeting: meetingFields,
  Development: developmentFields,
  Delegation: delegationFields,
  Participation: participationFields,
  Tenure: tenureFields,
  Membership: membershipFields,
  Statement: statementFields,
  Claim: claimFields,
  AttributionStep: attributionStepFields,
  Evidence: evidenceFields,
  ClaimRelation: claimRelationFields,
  PlanOutcome: planOutcomeFields,
  AnonymousSource: anonymousSourceFields,
  Document: documentFields,
  MeetingConnection: meetingConnectionFields,
  ParticipationConnection: participationConnectionFields,
  ClaimConnection: claimConnectionFields,
  Conflict: conflictFields,
  Revision: revisionFields,
  Change: changeFields,
  Snapshot: snapshotFields,
  MeetingPayload: meetingPayloadFields,
  RecordPayload: recordPayloadFields,
  ClaimPayload: claimPayloadFields,
  EntityPayload: entityPayloadFields,
  Problem: problemFields,
  Candidate: candidateFields,
};

export const model: Model = createModel(types, [
  'CodebookEntry',
  'Time',
  'Name',
  'ExternalId',
  'Count',
  'CountRow',
  'Holding',
  'DocumentCount',
]);

/** A model of these types. */
export function createModel(types: Readonly<Record<string, FieldMappings>>, valueTypes: readonly string[]): Model {
  return {
    types,
    valueTypes,
    getMapping: (type, field) => (Object.hasOwn(types, type) ? types[type]![field] : undefined),
  };
}

/** True for the root fields that are answered from the schema, so that the model has no mapping for them. */
export function isSchemaField(field: string): boolean {
  return field.startsWith('__') || field === 'codebook';
}
