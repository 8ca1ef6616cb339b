import { z } from 'zod';
import { Channel, MembershipRole, SpeechAct, Stance, TenureStatus } from '../../domain/vocabulary.generated.ts';
import { rowEvidenceFields } from './events.ts';
import { notBoth } from './refinements.ts';
import { Ref, TimeInput, listOf, nonBlankText, enumOf } from './scalars.ts';
import { identityFields, note } from './entities.ts';

export const TenureInput = z
  .strictObject({
    ...identityFields,
    key: identityFields.key.describe(
      'A key for the tenure. Left out: one is generated from official and post. Not together with `ref`.',
    ),
    official: Ref.optional().describe('Who holds or held the post.'),
    post: Ref.optional().describe('The post held.'),
    status: enumOf(
      'TenureStatus',
      TenureStatus,
      'Whether the post is held, was held, or was never taken up.',
    ).optional(),
    acting: z.boolean().optional().describe('True for an acting holder, without a full appointment.'),
    start: TimeInput.optional().describe('When it began; left out: the source does not say.'),
    end: TimeInput.optional().describe('When it ended; left out: the source does not say.'),
    observedAt: TimeInput.optional().describe(
      'A day or span on which the post was held, by this source. Left out: when the document was published.',
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
      'A key for the membership. Left out: one is generated from member and organization. Not together with `ref`.',
    ),
    member: Ref.optional().describe('The member: a country or organization.'),
    organization: Ref.optional().describe('The organization of which it is a member.'),
    role: enumOf(
      'MembershipRole',
      MembershipRole,
      'The kind of membership: a full member, an observer, a candidate.',
    ).optional(),
    start: TimeInput.optional().describe('When it began; left out: the source does not say.'),
    end: TimeInput.optional().describe('When it ended; left out: the source does not say.'),
    paragraph: rowEvidenceFields.paragraph,
    note,
    relations: rowEvidenceFields.relations,
  })
  .check(...notBoth('ref', 'key'))
  .meta({
    id: 'MembershipInput',
    description: 'The membership of a country or organization in an organization, for a time.',
  });
export type MembershipInput = z.infer<typeof MembershipInput>;

/** More than any joint statement has, so that a list of names that belongs elsewhere is noticed. */
const MAX_SPEAKERS = 50;

export const StatementInput = z
  .strictObject({
    ...identityFields,
    speaker: Ref.optional().describe('Who said it, if it was one alone. Not together with `speakers`.'),
    speakers: z
      .array(Ref)
      .min(1)
      .max(MAX_SPEAKERS)
      .optional()
      .describe(
        `All who said it, in the order of the source, at most ${MAX_SPEAKERS}: everybody who made a joint statement. ` +
          'They are one value: sources that name different speakers contradict one another, unless one only names ' +
          'more than the other.',
      ),
    capacity: Ref.optional().describe('The post in which the speaker said it; of several, the one who holds it.'),
    act: enumOf('SpeechAct', SpeechAct, 'The speech act: what the speaker did by saying it.').optional(),
    gist: nonBlankText.optional().describe("What was said, in the coder's own words."),
    time: TimeInput.optional().describe('When it was said.'),
    occasion: Ref.optional().describe('The event at which, or after which, it was said.'),
    addressee: Ref.optional().describe('Who was addressed, or who was meant by speaking about them.'),
    channel: enumOf('Channel', Channel, 'The channel by which it was said.').optional(),
    stance: enumOf('Stance', Stance, 'The attitude of the speaker to the topics.').optional(),
    topics: listOf(Ref).optional().describe('What it is about.'),
    document: Ref.optional().describe('The document that contains it, such as a post or a readout.'),
    paragraph: rowEvidenceFields.paragraph,
    note,
    relations: rowEvidenceFields.relations,
  })
  .check(...notBoth('ref', 'key'), ...notBoth('speakers', 'speaker'))
  .meta({
    id: 'StatementInput',
    description: 'Something that named speakers said. Its gist is never taken as a claim about the world.',
  });
export type StatementInput = z.infer<typeof StatementInput>;
