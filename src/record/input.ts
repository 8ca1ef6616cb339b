/**
 * What one source says, as the writer takes it: the shape of `RecordInput` in schema/record.graphql, checked. A unit test
 * compares the two field by field, so that they cannot drift. The API's mutations and the data-set files share it, and the
 * JSON Schema for editors is made from it, descriptions and all.
 */
import { z } from 'zod';
import { ClaimInput } from './input/claims.ts';
import { DevelopmentInput, MeetingInput } from './input/events.ts';
import { MembershipInput, StatementInput, TenureInput } from './input/facts.ts';
import { list } from './input/scalars.ts';
import { SourceInput } from './input/source.ts';
import {
  CountryInput,
  DocumentInput,
  OfficialInput,
  OrganizationInput,
  PlaceInput,
  PostInput,
  TopicInput,
} from './input/things.ts';

export * from './input/claims.ts';
export { DevelopmentInput, MeetingInput, ParticipantInput } from './input/events.ts';
export { MembershipInput, StatementInput, TenureInput } from './input/facts.ts';
export { TimeInput } from './input/scalars.ts';
export {
  AnonymousInput,
  AttributionInput,
  ClaimRelationInput,
  CountInput,
  ExternalIdInput,
  NameInput,
  SourceInput,
} from './input/source.ts';
export {
  CountryInput,
  DocumentInput,
  OfficialInput,
  OrganizationInput,
  PlaceInput,
  PostInput,
  TopicInput,
} from './input/things.ts';

export const RecordInput = z
  .strictObject({
    source: SourceInput,
    countries: list(CountryInput).optional().describe('States of which the source speaks.'),
    officials: list(OfficialInput).optional().describe('Persons in public life.'),
    organizations: list(OrganizationInput).optional().describe('Alliances, contact groups, ministries, media houses.'),
    posts: list(PostInput).optional().describe('Offices, apart from who holds them.'),
    places: list(PlaceInput).optional().describe('Venues, cities and regions.'),
    topics: list(TopicInput).optional().describe('Subjects of meetings and statements.'),
    documents: list(DocumentInput).optional().describe('Documents: the source itself and those it cites.'),
    developments: list(DevelopmentInput).optional().describe('What happens but is no meeting.'),
    meetings: list(MeetingInput).optional().describe('Meetings, each with who takes part.'),
    tenures: list(TenureInput).optional().describe('Who holds or held which post.'),
    memberships: list(MembershipInput).optional().describe('Who belongs or belonged to what.'),
    statements: list(StatementInput).optional().describe('Who said what.'),
    claims: list(ClaimInput).optional().describe('Assertions written out; rows without one make their own.'),
  })
  .meta({
    id: 'RecordInput',
    description:
      'What one source says, recorded in one transaction. It is also the shape of a block of a data-set file. In each part ' +
      '`ref` points at a thing already known, of which this source speaks, and `key` gives the key of a new one; keys given ' +
      'anywhere in the input may be referred to everywhere in it.',
  });
export type RecordInput = z.infer<typeof RecordInput>;
