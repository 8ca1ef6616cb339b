/**
 * The zod schema of `RecordInput` in schema/record.graphql: what one source says. A unit test compares the two field by field.
 * Mutations and data-set files share it, and the JSON Schema for editors is generated from it, descriptions included.
 */
import { z } from 'zod';
import { ClaimInput } from './claims.ts';
import { DevelopmentInput, MeetingInput } from './events.ts';
import { MembershipInput, StatementInput, TenureInput } from './facts.ts';
import { listOf } from './scalars.ts';
import { SourceInput } from './source.ts';
import {
  CountryInput,
  DocumentInput,
  OfficialInput,
  OrganizationInput,
  PlaceInput,
  PostInput,
  TopicInput,
} from './entities.ts';

export * from './claims.ts';
export { DevelopmentInput, MeetingInput, ParticipantInput } from './events.ts';
export { MembershipInput, StatementInput, TenureInput } from './facts.ts';
export { TimeInput } from './scalars.ts';
export {
  AnonymousInput,
  AttributionInput,
  ClaimRelationInput,
  CountInput,
  ExternalIdInput,
  NameInput,
  SourceInput,
} from './source.ts';
export {
  CountryInput,
  DocumentInput,
  OfficialInput,
  OrganizationInput,
  PlaceInput,
  PostInput,
  TopicInput,
} from './entities.ts';

export const RecordInput = z
  .strictObject({
    source: SourceInput.describe(
      'The document and the attribution of all of this. Another attribution in the same document needs its own block.',
    ),
    countries: listOf(CountryInput).optional().describe('Countries that the source mentions.'),
    officials: listOf(OfficialInput).optional().describe('People in public life.'),
    organizations: listOf(OrganizationInput)
      .optional()
      .describe('Alliances, contact groups, ministries, media houses.'),
    posts: listOf(PostInput).optional().describe('Posts, independent of who holds them.'),
    places: listOf(PlaceInput).optional().describe('Venues, cities and regions.'),
    topics: listOf(TopicInput).optional().describe('Subjects of meetings and statements.'),
    documents: listOf(DocumentInput).optional().describe('Documents: the source itself and those it cites.'),
    developments: listOf(DevelopmentInput).optional().describe('Events that are not meetings.'),
    meetings: listOf(MeetingInput).optional().describe('Meetings, each with its participants.'),
    tenures: listOf(TenureInput).optional().describe('Who holds or held which post.'),
    memberships: listOf(MembershipInput).optional().describe('Who is or was a member of what.'),
    statements: listOf(StatementInput).optional().describe('Who said what.'),
    claims: listOf(ClaimInput)
      .optional()
      .describe('Explicit claims. Claims are generated from rows of events and facts that none of these supports.'),
  })
  .meta({
    id: 'RecordInput',
    description:
      'What one source says, recorded in one transaction; also the shape of a block of a data-set file. In each row `ref` ' +
      'refers to an existing node and `key` gives the key of a new one. Keys given anywhere in the input can be used ' +
      'everywhere in it.',
  });
export type RecordInput = z.infer<typeof RecordInput>;
