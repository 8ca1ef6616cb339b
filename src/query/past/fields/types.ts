import { type GraphQLSchema, isObjectType } from 'graphql';
import { anonymousSource, attributionStep, claim, claimRelation, document, evidence } from './claims.ts';
import { conflict, country, official, organization, revision } from './entities.ts';
import { delegation, development, meeting } from './events.ts';
import { membership, participation, statement, tenure } from './facts.ts';
import { type PastFields, connection } from './fields.ts';
import { holding, place, post, topic } from './posts.ts';
import { claimConnection, meetingConnection, participationConnection } from './counts.ts';
import { type Like, isClaimLike, isMeetingLike } from '../filters.ts';

const query: PastFields<never> = {
  meeting: (_, { ref }, past) => {
    const thing = past.at(ref as string);
    return thing?.type === 'Meeting' ? thing : null;
  },
  meetings: connection<never>((_, { filter }, past) =>
    past.filter(past.labelled('Meeting'), (each) => isMeetingLike(past, filter as Like, each)),
  ),
  claims: connection<never>((_, { filter }, past) =>
    past.filter(past.labelled('Claim'), (each) => isClaimLike(past, filter as Like, each)),
  ),
};

/** What each field is, by type: a field that is added to the schema is added here. */
export const types: Readonly<Record<string, PastFields<never>>> = {
  Query: query,
  Country: country,
  Official: official,
  Organization: organization,
  Post: post,
  Place: place,
  Topic: topic,
  Meeting: meeting,
  Development: development,
  Delegation: delegation,
  Holding: holding,
  Participation: participation,
  Tenure: tenure,
  Membership: membership,
  Statement: statement,
  Claim: claim,
  AttributionStep: attributionStep,
  Evidence: evidence,
  ClaimRelation: claimRelation,
  AnonymousSource: anonymousSource,
  Document: document,
  Conflict: conflict,
  Revision: revision,
  MeetingConnection: meetingConnection,
  ParticipationConnection: participationConnection,
  ClaimConnection: claimConnection,
};

/** Fields of the types here that nothing says the meaning of, as `Type.field`; pages and root fields without `knownAt` aside. */
export function missingFields(schema: GraphQLSchema): string[] {
  return Object.entries(types).flatMap(([name, fields]) => {
    const type = schema.getType(name);
    if (!isObjectType(type) || type === schema.getQueryType()) return [];
    return Object.keys(type.getFields())
      .filter((field) => !fields[field] && !/^(nodes|edges|pageInfo|totalCount)$/.test(field))
      .map((field) => `${name}.${field}`);
  });
}
