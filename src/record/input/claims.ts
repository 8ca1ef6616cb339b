import { z } from 'zod';
import { ClaimType, Modality, Polarity, Quantifier } from '../../domain/vocabulary.generated.ts';
import { notBoth } from './refinements.ts';
import { Key, Paragraph, Ref, TimeInput, listOf, nonBlankText, enumOf } from './scalars.ts';
import { ClaimRelationInput, CountInput } from './source.ts';

export const EvidenceInput = z
  .strictObject({
    document: Ref.optional().describe('The document, by key or id. Left out: the document of the source.'),
    paragraph: Paragraph.optional().describe('The paragraph as the data set numbers it: `H` headline, `9` the ninth.'),
    line: z.int32().min(1).optional().describe('The line of the text as coded, counted from 1.'),
  })
  .meta({ id: 'EvidenceInput', description: 'A place in a document that states the claim.' });
export type EvidenceInput = z.infer<typeof EvidenceInput>;

export const ClaimInput = z
  .strictObject({
    key: Key.optional().describe('A key, so that other claims can refer to this one: `c041`.'),
    type: enumOf('ClaimType', ClaimType, 'The type of the claim: its predicate.'),
    subject: Ref.describe('The node that the claim is about.'),
    objects: listOf(Ref).optional().describe('Other nodes that it mentions, the most important first.'),
    value: nonBlankText
      .optional()
      .describe('The asserted value, if it is not a node: a status `CANCELLED`, a stance `NEGATIVE`, an ordinal `26`.'),
    count: CountInput.optional().describe('A number that the claim asserts.'),
    text: nonBlankText.describe("The assertion in the coder's own words."),
    time: TimeInput.optional().describe(
      'The time of what is asserted: when it holds, happened or is planned to happen.',
    ),
    polarity: enumOf('Polarity', Polarity, 'NEGATIVE denies what is asserted: "have not met in person".').default(
      'AFFIRMATIVE',
    ),
    quantifier: enumOf('Quantifier', Quantifier, 'How many it applies to: ALL, MOST or SOME.').optional(),
    modality: enumOf('Modality', Modality, 'Whether the source reports it as done, ongoing, planned or possible.'),
    supports: listOf(Ref)
      .optional()
      .describe('The facts and other nodes that this claim supports. Left out: those implied by its type and subject.'),
    relations: listOf(ClaimRelationInput).optional().describe('The relations of this claim to other claims.'),
    paragraph: Paragraph.optional().describe('The paragraph that says it. Left out: the paragraph of the source.'),
    evidence: listOf(EvidenceInput).optional().describe('Instead of `paragraph`, if several places say it.'),
    attributionInferred: z
      .boolean()
      .optional()
      .describe('True if the coder inferred the attribution from the context.'),
    confidence: z
      .int32()
      .min(0)
      .max(100)
      .optional()
      .describe('How sure you are of the coding, from 0 to 100. Left out: the `confidence` of the source.'),
    note: nonBlankText.optional().describe('A remark for readers, which claims nothing.'),
  })
  .check(...notBoth('evidence', 'paragraph'))
  .meta({
    id: 'ClaimInput',
    description:
      'An explicit claim. Claims are generated from rows of events and facts that no claim of the block supports.',
  });
export type ClaimInput = z.infer<typeof ClaimInput>;
