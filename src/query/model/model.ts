import { type FieldMapping, type FieldMappings } from '../ir/field.ts';
import { countryFields, officialFields, organizationFields } from './actors.ts';
import { changeFields } from './changes.ts';
import {
  anonymousSourceFields,
  attributionStepFields,
  claimFields,
  claimRelationFields,
  claimSlotFields,
  evidenceFields,
} from './claims.ts';
import { claimConnectionFields, meetingConnectionFields, participationConnectionFields } from './counts.ts';
import { documentFields } from './documents.ts';
import { conflictFields, conflictValueFields, possibleDuplicateFields } from './conflicts.ts';
import { revisionFields } from './entity.ts';
import { delegationFields } from './delegations.ts';
import { developmentFields, meetingFields } from './events.ts';
import { membershipFields, participationFields, statementFields, tenureFields } from './facts.ts';
import {
  candidateFields,
  claimPayloadFields,
  descriptionPayloadFields,
  entityPayloadFields,
  meetingPayloadFields,
  mutationFields,
  problemFields,
  recordPayloadFields,
} from './mutation-root.ts';
import { networkFields, networkNodeFields, pathFields } from './networks.ts';
import { placeFields, postFields, topicFields } from './places.ts';
import { planOutcomeFields } from './plans.ts';
import { queryFields } from './query-root.ts';
import { snapshotFields } from './snapshots.ts';
import { tieFields } from './ties.ts';

/** What each field of the schema means in the graph (docs/graph.md), by type. */
export interface Model {
  types: Readonly<Record<string, FieldMappings>>;
  /** Types whose objects are plain values of a field of their parent, so their fields need no mapping. */
  valueTypes: readonly string[];
  getMapping(type: string, field: string): FieldMapping | undefined;
}

/** Types have the same names as labels. */
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
  ClaimSlot: claimSlotFields,
  PlanOutcome: planOutcomeFields,
  AnonymousSource: anonymousSourceFields,
  Document: documentFields,
  MeetingConnection: meetingConnectionFields,
  ParticipationConnection: participationConnectionFields,
  ClaimConnection: claimConnectionFields,
  Conflict: conflictFields,
  ConflictValue: conflictValueFields,
  PossibleDuplicate: possibleDuplicateFields,
  Revision: revisionFields,
  Change: changeFields,
  Snapshot: snapshotFields,
  Network: networkFields,
  NetworkNode: networkNodeFields,
  Tie: tieFields,
  Path: pathFields,
  MeetingPayload: meetingPayloadFields,
  RecordPayload: recordPayloadFields,
  ClaimPayload: claimPayloadFields,
  DescriptionPayload: descriptionPayloadFields,
  EntityPayload: entityPayloadFields,
  Problem: problemFields,
  Candidate: candidateFields,
};

export const model: Model = createModel(types, [
  'CodebookEntry',
  'TimeSpan',
  'Name',
  'ExternalId',
  'Count',
  'CountRow',
  'Holding',
  'DocumentCount',
  'Description',
  'Viewer',
]);

export function createModel(types: Readonly<Record<string, FieldMappings>>, valueTypes: readonly string[]): Model {
  return {
    types,
    valueTypes,
    getMapping: (type, field) => (Object.hasOwn(types, type) ? types[type]![field] : undefined),
  };
}

/** True for the root fields that are answered without the graph, so that the model has no mapping for them. */
export function isSchemaField(field: string): boolean {
  return field.startsWith('__') || field === 'codebook' || field === 'viewer';
}
