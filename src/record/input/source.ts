import { z } from 'zod';
import {
  AttributionAct,
  AttributionKind,
  ClaimRelationType,
  Comparator,
  DocumentKind,
  NameKind,
  Reliability,
} from '../../domain/vocabulary.generated.ts';
import { exactlyOneOf, notBoth } from './refinements.ts';
import { Key, Language, Paragraph, Ref, TimeInput, Url, listOf, nonBlankText, enumOf } from './scalars.ts';

export const NameInput = z
  .strictObject({
    value: nonBlankText.describe('The name itself, in its own script.'),
    lang: Language.describe('BCP 47 tag: `en`, `zh-Hant-TW`, `uk`.'),
    kind: enumOf(
      'NameKind',
      NameKind,
      "What kind of name it is; AS_PRINTED keeps a source's misprint findable.",
    ).default('COMMON'),
  })
  .meta({ id: 'NameInput', description: 'A name in one language and script.' });
export type NameInput = z.infer<typeof NameInput>;

export const ExternalIdInput = z
  .strictObject({
    scheme: nonBlankText.describe('Whose scheme it is: `ISO3166_1_ALPHA2`, `UN_M49`, `WIKIDATA`.'),
    value: nonBlankText.describe('The identifier in that scheme, with its leading zeros: `"036"`.'),
  })
  .meta({ id: 'ExternalIdInput', description: "An identifier in somebody else's scheme." });
export type ExternalIdInput = z.infer<typeof ExternalIdInput>;

export const CountInput = z
  .strictObject({
    value: z.int32().min(0).describe('The number that the source names.'),
    comparator: enumOf('Comparator', Comparator, '`nearly 50` is 50 UP_TO, `more than 50` is 50 OVER.').default(
      'EXACTLY',
    ),
    raw: nonBlankText.optional().describe('The count as printed in the source.'),
  })
  .meta({ id: 'CountInput', description: 'A count as coarse as the source gives it.' });
export type CountInput = z.infer<typeof CountInput>;

export const AnonymousInput = z
  .strictObject({
    key: Key.optional().describe(
      'A key, so that other blocks may name the source as `agent`. Left out: one made of the description; the same words ' +
        'in the same document are then the same source.',
    ),
    description: nonBlankText.describe(
      'Who it is as far as the source says, never a name: "a senior military source".',
    ),
    names: listOf(NameInput).optional().describe('What the source calls it, language by language.'),
    plural: z.boolean().default(false).describe('True for more than one person: "people familiar with the matter".'),
    affiliation: Ref.optional().describe('The country to which the source is said to belong.'),
    toldTo: Ref.optional().describe('The organization that was told.'),
  })
  .meta({ id: 'AnonymousInput', description: 'Described, never named: "a senior military source".' });
export type AnonymousInput = z.infer<typeof AnonymousInput>;

export const AttributionInput = z
  .strictObject({
    agent: Ref.optional().describe(
      'Who passed it on: an official, a country, an organization, or an anonymous source.',
    ),
    anonymous: AnonymousInput.optional().describe('An anonymous source, described at its first mention.'),
    how: enumOf('AttributionAct', AttributionAct, 'How it was passed on.'),
  })
  .check(...exactlyOneOf('agent', 'anonymous'))
  .meta({
    id: 'AttributionInput',
    description: 'A step of the chain: a known agent, or an anonymous source described here.',
  });
export type AttributionInput = z.infer<typeof AttributionInput>;

export const AttributionKindSchema = enumOf(
  'AttributionKind',
  AttributionKind,
  "Whose word it is: NARRATION the author's own voice, HEADLINE, ON_RECORD a named person or body, OFFICIAL_RECORD a " +
    'readout, communique or register, MEDIA_REPORT another news medium relayed, ANONYMOUS, ANONYMOUS_VIA_MEDIA an ' +
    'anonymous source of another medium relayed, ANALYST the coder. Always said, never defaulted.',
);

export const DocumentKindSchema = enumOf('DocumentKind', DocumentKind, 'What kind of document it is.');
export const ReliabilitySchema = enumOf(
  'Reliability',
  Reliability,
  'NATO source rating A-F (STANAG 2511), best first.',
);

export const SourceInput = z
  .strictObject({
    document: Ref.optional().describe('The document in which this stands.'),
    url: Url.optional().describe('Where it stands, when no `document` is named; the document is found again by it.'),
    title: nonBlankText.optional().describe('The title of the document described here.'),
    kind: DocumentKindSchema.optional().describe('What kind of document is described here. Left out: OTHER.'),
    language: Language.optional().describe('BCP 47 tag of the document described here.'),
    publisher: Ref.optional().describe('The organization that published the document described here.'),
    published: TimeInput.optional().describe('When the document described here was published.'),
    reliability: ReliabilitySchema.optional(),
    paragraph: Paragraph.optional().describe('The paragraph for every row that gives none itself.'),
    attribution: listOf(AttributionInput)
      .optional()
      .describe('The chain from who knew to who printed. Left out: the publisher REPORTED.'),
    attributionKind: AttributionKindSchema,
    confidence: z.int32().min(0).max(100).optional().describe("The coder's confidence in every claim here, 0-100."),
  })
  .check(...notBoth('document', 'url', 'title', 'kind', 'language', 'publisher', 'published', 'reliability'))
  .meta({
    id: 'SourceInput',
    description:
      'Where it stands and on whose word. Either `document` points at a document, or the fields beside it describe one, ' +
      'found again by its url. The attribution kind is always said.',
  });
export type SourceInput = z.infer<typeof SourceInput>;

export const ClaimRelationInput = z
  .strictObject({
    type: enumOf('ClaimRelationType', ClaimRelationType, 'How one claim stands to another.'),
    to: Ref.describe('The other claim.'),
  })
  .meta({ id: 'ClaimRelationInput', description: 'How this claim stands to another.' });
export type ClaimRelationInput = z.infer<typeof ClaimRelationInput>;
