import { type Mapping, type Mappings } from '../fields/mapping.ts';
import { country, official, organization } from './actors.ts';
import { change } from './changes.ts';
import { anonymousSource, attributionStep, claim, claimRelation, evidence } from './claims.ts';
import { claimConnection, meetingConnection, participationConnection } from './counts.ts';
import { document } from './documents.ts';
import { conflict, revision } from './entity.ts';
import { delegation } from './delegations.ts';
import { development, meeting } from './events.ts';
import { membership, participation, statement, tenure } from './facts.ts';
import {
  candidate,
  claimPayload,
  entityPayload,
  meetingPayload,
  mutation,
  problem,
  recordPayload,
} from './payloads.ts';
import { place, post, topic } from './places.ts';
import { planOutcome } from './plans.ts';
import { query } from './roots.ts';
import { snapshot } from './snapshots.ts';

/** What each field of the schema means in the graph, by type: the reader's map of docs/graph.md. */
export interface Model {
  types: Readonly<Record<string, Mappings>>;
  /** Types whose fields are read from a value that is at hand. */
  values: readonly string[];
  mappingOf(type: string, field: string): Mapping | undefined;
}

/** Labels are named as types. */
const types: Record<string, Mappings> = {
  Query: query,
  Mutation: mutation,
  Country: country,
  Official: official,
  Organization: organization,
  Post: post,
  Place: place,
  Topic: topic,
  Meeting: meeting,
  Development: development,
  Delegation: delegation,
  Participation: participation,
  Tenure: tenure,
  Membership: membership,
  Statement: statement,
  Claim: claim,
  AttributionStep: attributionStep,
  Evidence: evidence,
  ClaimRelation: claimRelation,
  PlanOutcome: planOutcome,
  AnonymousSource: anonymousSource,
  Document: document,
  MeetingConnection: meetingConnection,
  ParticipationConnection: participationConnection,
  ClaimConnection: claimConnection,
  Conflict: conflict,
  Revision: revision,
  Change: change,
  Snapshot: snapshot,
  MeetingPayload: meetingPayload,
  RecordPayload: recordPayload,
  ClaimPayload: claimPayload,
  EntityPayload: entityPayload,
  Problem: problem,
  Candidate: candidate,
};

export const model: Model = modelOf(types, [
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
export function modelOf(types: Readonly<Record<string, Mappings>>, values: readonly string[]): Model {
  return {
    types,
    values,
    mappingOf: (type, field) => (Object.hasOwn(types, type) ? types[type]![field] : undefined),
  };
}
