import { z } from 'zod';
import { Channel, MembershipRole, SpeechAct, Stance, TenureStatus } from '../../domain/vocabulary.generated.ts';
import { rowEvidenceFields } from './events.ts';
import { notBoth } from './refinements.ts';
import { Ref, TimeInput, listOf, nonBlankText, enumOf } from './scalars.ts';
import { identityFields } from './entities.ts';

const note = nonBlankText.optional().describe('What a reader of the record should know.');

export const TenureInput = z
  .strictObject({
    ...identityFields,
    key: identityFields.key.describe(
      'A key for the tenure. Left out: one made of the official and the post. Not together with `ref`.',
    ),
    official: Ref.optional().describe('Who holds or held the post.'),
    post: Ref.optional().describe('The post held.'),
    status: enumOf(
      'TenureStatus',
      TenureStatus,
      'Whether the post is held, was held, or never came to be held.',
    ).optional(),
    acting: z.boolean().optional().describe('Holding it for the time being, without full appointment.'),
    start: TimeInput.optional().describe('When it began; left out: the source does not say.'),
    end: TimeInput.optional().describe('When it ended; left out: the source does not say.'),
    observedAt: TimeInput.optional().describe(
      'A day or span on which this source shows the post held; left out: when the document was published.',
    ),
    paragraph: rowEvidenceFields.paragraph,
    note,
    relations: rowEvidenceFields.relations,
  })
  .check(...notBoth('ref', 'key'))
  .meta({ id: 'TenureInput', description: 'An official holding a post for a time.' });
export type TenureInput = z.infer<typeof TenureInput>;

export const MembershipInput = z
  .strictObject({
    ...identityFields,
    key: identityFields.key.describe(
      'A key for the membership. Left out: one made of the member and the organization. Not together with `ref`.',
    ),
    member: Ref.optional().describe('The country or organization that belongs.'),
    organization: Ref.optional().describe('To what it belongs.'),
    role: enumOf(
      'MembershipRole',
      MembershipRole,
      'As what it belongs: as a full member, an observer, a candidate.',
    ).optional(),
    start: TimeInput.optional().describe('When it began; left out: the source does not say.'),
    end: TimeInput.optional().describe('When it ended; left out: the source does not say.'),
    paragraph: rowEvidenceFields.paragraph,
    note,
    relations: rowEvidenceFields.relations,
  })
  .check(...notBoth('ref', 'key'))
  .meta({ id: 'MembershipInput', description: 'A country or organization in an organization for a time.' });
export type MembershipInput = z.infer<typeof MembershipInput>;

export const StatementInput = z
  .strictObject({
    ...identityFields,
    speaker: Ref.optional().describe('Who said it.'),
    capacity: Ref.optional().describe('The post in which it was said.'),
    act: enumOf('SpeechAct', SpeechAct, 'What was done by saying it.').optional(),
    gist: nonBlankText.optional().describe("What was said, in the coder's own words."),
    time: TimeInput.optional().describe('When it was said.'),
    occasion: Ref.optional().describe('The event at which, or after which, it was said.'),
    addressee: Ref.optional().describe('To whom it was said, or about whom where that is who is meant.'),
    channel: enumOf('Channel', Channel, 'By what way it was said.').optional(),
    stance: enumOf('Stance', Stance, 'How the speaker stands to the topics.').optional(),
    topics: listOf(Ref).optional().describe('What it is about.'),
    document: Ref.optional().describe('The document that carries it: the post, the readout.'),
    paragraph: rowEvidenceFields.paragraph,
    note,
    relations: rowEvidenceFields.relations,
  })
  .check(...notBoth('ref', 'key'))
  .meta({
    id: 'StatementInput',
    description: 'A speech act of a named speaker. Its gist is never a claim of the database about the world.',
  });
export type StatementInput = z.infer<typeof StatementInput>;
