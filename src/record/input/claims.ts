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
  .meta({ id: 'EvidenceInput', description: 'Where a claim stands: document, paragraph, line.' });
export type EvidenceInput = z.infer<typeof EvidenceInput>;

export const ClaimInput = z
  .strictObject({
    key: Key.optional().describe('The key of the claim, so that others may refer to it: `c041`.'),
    type: enumOf('ClaimType', ClaimType, 'What kind of assertion: the predicate.'),
    subject: Ref.describe('Of what or whom it is said.'),
    objects: listOf(Ref).optional().describe('The other things it speaks of, the most important first.'),
    value: nonBlankText
      .optional()
      .describe(
        'What is asserted where that is a word and not a thing: a status `CANCELLED`, a stance `NEGATIVE`, an ordinal `26`.',
      ),
    count: CountInput.optional().describe('A number that the claim asserts.'),
    text: nonBlankText.describe("The assertion in the coder's own words."),
    time: TimeInput.optional().describe('When what is asserted holds, happened or is to happen.'),
    polarity: enumOf('Polarity', Polarity, 'NEGATIVE asserts that it is not so: "have not met in person".').default(
      'AFFIRMATIVE',
    ),
    quantifier: enumOf('Quantifier', Quantifier, 'Of how many it is said: ALL, MOST or SOME.').optional(),
    modality: enumOf(
      'Modality',
      Modality,
      'Whether the source tells it as done, as going on, as planned or as possible.',
    ),
    supports: listOf(Ref)
      .optional()
      .describe('The facts and things this claim speaks for; left out: what its type and subject imply.'),
    relations: listOf(ClaimRelationInput).optional().describe('How it stands to other claims.'),
    paragraph: Paragraph.optional().describe('The paragraph that says it; left out: the paragraph of the source.'),
    evidence: listOf(EvidenceInput).optional().describe('Instead of `paragraph`, where several places say it.'),
    attributionInferred: z.boolean().optional().describe('True when the coder took the attribution from the context.'),
    confidence: z
      .int32()
      .min(0)
      .max(100)
      .optional()
      .describe('How sure you are of the coding, from 0 to 100. Left out: the `confidence` of the source.'),
    note: nonBlankText.optional().describe('What a reader of the record should know.'),
  })
  .check(...notBoth('evidence', 'paragraph'))
  .meta({
    id: 'ClaimInput',
    description:
      "An assertion written out. Rows of the other parts make claims of their own where none of the block's claims " +
      'supports them.',
  });
export type ClaimInput = z.infer<typeof ClaimInput>;
