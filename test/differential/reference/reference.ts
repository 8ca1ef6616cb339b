import {
  type DocumentNode,
  type ExecutionResult,
  type GraphQLObjectType,
  type GraphQLSchema,
  execute,
  isObjectType,
} from 'graphql';
import { anonymousSource, attributionStep, claim, claimRelation, claimSlot, evidence, planOutcome } from './claims.ts';
import { claimConnection, meetingConnection, participationConnection } from './counts.ts';
import { document } from './documents.ts';
import {
  conflict,
  conflictValue,
  country,
  holding,
  official,
  organization,
  place,
  post,
  revision,
  topic,
  possibleDuplicate,
} from './entities.ts';
import { delegation, development, meeting } from './events.ts';
import { membership, participation, statement, tenure } from './facts.ts';
import { type Fields } from './fields.ts';
import { type Graph, type Thing } from './graph.ts';
import { type Orders } from './page.ts';
import { query } from './query.ts';

/** What each field is in the reference, by type: a field that is added to the schema is added here. */
const types: Readonly<Record<string, Fields<never>>> = {
  Query: query,
  Country: country,
  Official: official,
  Organization: organization,
  Post: post,
  Place: place,
  Topic: topic,
  Meeting: meeting,
  Development: development,
  Participation: participation,
  Tenure: tenure,
  Membership: membership,
  Statement: statement,
  Claim: claim,
  AttributionStep: attributionStep,
  Evidence: evidence,
  ClaimRelation: claimRelation,
  ClaimSlot: claimSlot,
  PlanOutcome: planOutcome,
  AnonymousSource: anonymousSource,
  Document: document,
  MeetingConnection: meetingConnection,
  ParticipationConnection: participationConnection,
  ClaimConnection: claimConnection,
  Delegation: delegation,
  Holding: holding,
  Conflict: conflict,
  ConflictValue: conflictValue,
  PossibleDuplicate: possibleDuplicate,
  Revision: revision,
};

/** Types whose objects have their fields as properties. */
const isPlain = (name: string): boolean =>
  name.endsWith('Edge') ||
  ['PageInfo', 'TimeSpan', 'Name', 'ExternalId', 'Count', 'CountRow', 'DocumentCount', 'Description'].includes(name);

/** What a connection has as properties; anything more has a resolver. */
const PAGE = ['nodes', 'edges', 'pageInfo', 'totalCount'];
const isConnection = (name: string) => name.endsWith('Connection');

/** Labels of a thing that are no names of object types. */
const FURTHER_LABELS = ['Thing', 'Entity', 'Actor', 'Event', 'Fact', 'Revision'];

/** Fields that are left to tests of their own, with what only they, or mutations, lead to: see test/database. */
const ELSEWHERE =
  /^(Query\.(codebook|viewer|changes|snapshots|network|explainTie|shortestPath)|(CodebookEntry|Viewer|Change|Snapshot|Problem|Candidate|Network|NetworkNode|Tie|Path)\.\w+|\w+\.(metWith|citation))$/;

/** What has no resolver here because other tests compare it. */
export const isElsewhere = (field: string): boolean => ELSEWHERE.test(field);

/**
 * The fields that can be asked for and have no resolver here, as `Type.field`. The differential test compares only what
 * this reference knows, so there must be none.
 */
export function missingResolvers(schema: GraphQLSchema): string[] {
  return reachableTypes(schema)
    .filter(({ name }) => !isPlain(name))
    .flatMap((type) =>
      Object.keys(type.getFields())
        .filter((field) => !types[type.name]?.[field] && !(isConnection(type.name) && PAGE.includes(field)))
        .map((field) => `${type.name}.${field}`),
    );
}

function reachableTypes(schema: GraphQLSchema): GraphQLObjectType[] {
  // Mutations have payloads of their own, and a subscription is told what the query of the same name answers.
  const others = [schema.getMutationType()?.name, schema.getSubscriptionType()?.name];
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith('__') && !others.includes(name) && !/Payload$/.test(name));
}

/** How a connection of the reference is ordered; undefined where the field is none. */
export function ordersOf(type: string, field: string): Orders | undefined {
  const resolve = types[type]?.[field];
  return resolve && 'orders' in resolve ? (resolve.orders as Orders) : undefined;
}

/** Answers an operation by graphql-js, from a graph in memory. */
export async function executeReference(
  schema: GraphQLSchema,
  graph: Graph,
  { document: operation, variables }: { document: DocumentNode; variables: Readonly<Record<string, unknown>> },
): Promise<ExecutionResult> {
  return execute({
    schema,
    document: operation,
    variableValues: variables,
    rootValue: null,
    fieldResolver: (source: unknown, args, _context, { parentType, fieldName }) => {
      const resolve = types[parentType.name]?.[fieldName];
      if (resolve) return resolve(source as never, args as never, graph);
      const value = (source as Record<string, unknown>)[fieldName];
      if (value === undefined) throw new Error(`The reference does not know ${parentType.name}.${fieldName}.`);
      return value;
    },
    typeResolver: (source: unknown) => [...(source as Thing).labels].find((label) => !FURTHER_LABELS.includes(label)),
  });
}
