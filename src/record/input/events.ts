import { z } from 'zod';
import {
  DevelopmentKind,
  EventStatus,
  MeetingKind,
  MeetingMode,
  ParticipationMode,
  ParticipationStatus,
  Role,
} from '../../domain/vocabulary.generated.ts';
import { notBoth } from './refinements.ts';
import { Key, Paragraph, Ref, TimeInput, listOf, enumOf } from './scalars.ts';
import { ClaimRelationInput, CountInput } from './source.ts';
import { LevelSchema, identityFields, descriptiveFields, note } from './entities.ts';

/** Where in the document a row stands, and how the claim made from it relates to others. */
export const rowEvidenceFields = {
  paragraph: Paragraph.optional().describe(
    'The paragraph that says it: `H` the headline, `9` the ninth. Left out: the `paragraph` of the source.',
  ),
  relations: listOf(ClaimRelationInput).optional().describe('The relations of the claim of this row to other claims.'),
};

const EventStatusSchema = enumOf(
  'EventStatus',
  EventStatus,
  'Whether it is planned, took place or was called off, as the source says. A plan stays a plan until a source says ' +
    'what happened.',
);

export const DevelopmentInput = z
  .strictObject({
    ...identityFields,
    ...descriptiveFields,
    kind: enumOf('DevelopmentKind', DevelopmentKind, 'What kind of development it is.').optional(),
    status: EventStatusSchema.optional(),
    time: TimeInput.optional().describe('When it happened, happens or is planned to happen.'),
    partOf: Ref.optional().describe('The meeting or development of which this is a part.'),
    topics: listOf(Ref).optional().describe('What it is about.'),
    ...rowEvidenceFields,
  })
  .check(...notBoth('ref', 'key'))
  .meta({
    id: 'DevelopmentInput',
    description: 'An event that is not a meeting: a conflict, an initiative, an announcement.',
  });
export type DevelopmentInput = z.infer<typeof DevelopmentInput>;

export const ParticipantInput = z
  .strictObject({
    key: Key.optional().describe(
      'A key for the participation: `part:udcg-26-healey`. Left out: one is generated from meeting, actor and role.',
    ),
    actor: Ref.describe('The country, official or organization that takes part.'),
    role: enumOf('Role', Role, 'In what role. Two co-chairs are two CHAIRs.'),
    status: enumOf(
      'ParticipationStatus',
      ParticipationStatus,
      'INVITED, PLANNED and CONFIRMED are plans and never count as attendance by themselves.',
    ),
    capacity: Ref.optional().describe(
      'The post in which the official took part. Of a country or organization: the post of somebody unnamed who came for it.',
    ),
    onBehalfOf: Ref.optional().describe(
      'The country or organization represented, by key or id. Left out: that of the `capacity`; a country or ' +
        'organization represents itself.',
    ),
    standsInFor: Ref.optional().describe(
      'The official for whom this one stands in; of a country or organization, somebody unnamed who came for it.',
    ),
    mode: enumOf(
      'ParticipationMode',
      ParticipationMode,
      'Whether the actor attended in person or remotely.',
    ).optional(),
    level: LevelSchema.optional().describe('The level as the source gives it; left out: the level of the capacity.'),
    inferred: z
      .boolean()
      .optional()
      .describe(
        'True if it follows from a general statement ("all earlier meetings") and not from one about this meeting.',
      ),
    paragraph: Paragraph.optional().describe(
      'The paragraph that says it: `H` the headline, `9` the ninth. Left out: that of the meeting, else of the source.',
    ),
    note,
    relations: rowEvidenceFields.relations,
  })
  .meta({ id: 'ParticipantInput', description: 'One actor in one meeting in one role.' });
export type ParticipantInput = z.infer<typeof ParticipantInput>;

/** More than any meeting has, so that a list that belongs elsewhere is noticed. */
const MAX_PLACES = 20;

export const MeetingInput = z
  .strictObject({
    ...identityFields,
    kind: enumOf('MeetingKind', MeetingKind, 'What kind of meeting it is.').optional(),
    ...descriptiveFields,
    time: TimeInput.optional().describe('When it took or takes place.'),
    place: Ref.optional().describe(
      'Where it took or takes place, if in one place: a place, or a country if the source names no place in it. Not ' +
        'together with `places`.',
    ),
    places: z
      .array(Ref)
      .min(1)
      .max(MAX_PLACES)
      .optional()
      .describe(
        `All places in which it took or takes place, in the order of the source, at most ${MAX_PLACES}. They are one ` +
          'value: sources that name different places contradict one another, unless the places of one lie in those of ' +
          'the other or it only names more.',
      ),
    mode: enumOf('MeetingMode', MeetingMode, 'Whether people met in one place.').optional(),
    body: Ref.optional().describe('The body that met: the contact group, the conference series.'),
    ordinal: z
      .int32()
      .min(1)
      .optional()
      .describe('Its number in the series of its body, from 1: 26 for the 26th meeting.'),
    partOf: Ref.optional().describe('The meeting of which this is a part.'),
    status: EventStatusSchema.optional(),
    participants: listOf(ParticipantInput).optional().describe('The participants, one row per actor and role.'),
    topics: listOf(Ref).optional().describe('What it is about.'),
    attendance: CountInput.optional().describe('How many took part.'),
    ...rowEvidenceFields,
  })
  .check(...notBoth('ref', 'key'), ...notBoth('places', 'place'))
  .meta({
    id: 'MeetingInput',
    description: 'A contact group meeting, conference, bilateral, call, visit, press conference or consultation.',
  });
export type MeetingInput = z.infer<typeof MeetingInput>;
