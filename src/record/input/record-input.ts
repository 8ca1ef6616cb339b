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
      'Where all of this stands and on whose word. Another voice in the same text needs a block of its own.',
    ),
    countries: listOf(CountryInput).optional().describe('States of which the source speaks.'),
    officials: listOf(OfficialInput).optional().describe('Persons in public life.'),
    organizations: listOf(OrganizationInput)
      .optional()
      .describe('Alliances, contact groups, ministries, media houses.'),
    posts: listOf(PostInput).optional().describe('Offices, apart from who holds them.'),
    places: listOf(PlaceInput).optional().describe('Venues, cities and regions.'),
    topics: listOf(TopicInput).optional().describe('Subjects of meetings and statements.'),
    documents: listOf(DocumentInput).optional().describe('Documents: the source itself and those it cites.'),
    developments: listOf(DevelopmentInput).optional().describe('What happens but is no meeting.'),
    meetings: listOf(MeetingInput).optional().describe('Meetings, each with who takes part.'),
    tenures: listOf(TenureInput).optional().describe('Who holds or held which post.'),
    memberships: listOf(MembershipInput).optional().describe('Who belongs or belonged to what.'),
    statements: listOf(StatementInput).optional().describe('Who said what.'),
    claims: listOf(ClaimInput).optional().describe('Assertions written out; rows without one make their own.'),
  })
  .meta({
    id: 'RecordInput',
    description:
      'What one source says, recorded in one transaction. It is also the shape of a block of a data-set file. In each part ' +
      '`ref` points at a thing already known, of which this source speaks, and `key` gives the key of a new one; keys given ' +
      'anywhere in the input may be referred to everywhere in it.',
  });
export type RecordInput = z.infer<typeof RecordInput>;
