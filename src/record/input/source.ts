import { z } from 'zod';
import { externalIdFault } from '../../domain/identity/external-ids.ts';
import { isPlaceholderName } from '../../domain/names/placeholder.ts';
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
import {
  Key,
  Language,
  Paragraph,
  PublishedInput,
  Ref,
  TimeInput,
  Url,
  listOf,
  nonBlankText,
  enumOf,
} from './scalars.ts';

export const NameInput = z
  .strictObject({
    value: nonBlankText
      .refine(
        (text) => text.trim() === '' || !isPlaceholderName(text),
        'is no name, it says that there is none; give the name, or leave it out',
      )
      .describe(
        'The name itself, in its own script. What stands where a name is missing is refused: `-`, `N/A`, `unknown`.',
      ),
    lang: Language.describe('BCP 47 tag: `en`, `zh-Hant-TW`, `uk`.'),
    kind: enumOf(
      'NameKind',
      NameKind,
      'What kind of name it is; AS_PRINTED is a misprint of a source, recorded so that it can be found.',
    ).default('COMMON'),
    time: TimeInput.optional().describe(
      'When it was or is in use: `../2022-06` until then, `2022-06/..` from then on. A name of which the end is known is ' +
        'shown only where there is no other. Left out: the source does not say.',
    ),
  })
  .meta({ id: 'NameInput', description: 'A name in one language and script.' });
export type NameInput = z.infer<typeof NameInput>;

export const ExternalIdInput = z
  .strictObject({
    scheme: nonBlankText.describe('The scheme: `ISO3166_1_ALPHA2`, `UN_M49`, `WIKIDATA`.'),
    // With an id of its own, so that a wrong one is not replaced by any text (recover.ts).
    value: nonBlankText.meta({
      id: 'ExternalIdValue',
      description:
        'The identifier in that scheme, with its leading zeros: `"036"`. In schemes known here, other forms are the same: `q145` ' +
        'and `https://www.wikidata.org/wiki/Q145` are Q145.',
    }),
  })
  .superRefine((externalId, context) => {
    const message = externalIdFault(externalId);
    if (message !== null) context.addIssue({ code: 'custom', path: ['value'], message, input: externalId.value });
  })
  .meta({ id: 'ExternalIdInput', description: 'An identifier in an external scheme.' });
export type ExternalIdInput = z.infer<typeof ExternalIdInput>;

export const CountInput = z
  .strictObject({
    value: z.int32().min(0).describe('The number that the source gives.'),
    comparator: enumOf('Comparator', Comparator, '`nearly 50` is 50 UP_TO, `more than 50` is 50 OVER.').default(
      'EXACTLY',
    ),
    raw: nonBlankText.optional().describe('The count as printed in the source.'),
  })
  .meta({ id: 'CountInput', description: 'A number as exact as the source gives it.' });
export type CountInput = z.infer<typeof CountInput>;

export const AnonymousInput = z
  .strictObject({
    key: Key.optional().describe(
      'A key, so that other blocks can refer to the source as `agent`. Left out: one is generated from the description; ' +
        'the same description in the same document is then the same source.',
    ),
    description: nonBlankText.describe('How the document describes it, never a name: "a senior military source".'),
    names: listOf(NameInput).optional().describe('What the document calls it, per language.'),
    plural: z.boolean().default(false).describe('True for more than one person: "people familiar with the matter".'),
    affiliation: Ref.optional().describe('The country to which the source is said to belong.'),
    toldTo: Ref.optional().describe('The organization that the source told.'),
  })
  .meta({
    id: 'AnonymousInput',
    description: 'A source that the text describes but does not name: "a senior military source".',
  });
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
    description:
      'One step of the chain of attribution: either a known `agent`, or an `anonymous` source described here.',
  });
export type AttributionInput = z.infer<typeof AttributionInput>;

export const AttributionKindSchema = enumOf(
  'AttributionKind',
  AttributionKind,
  'To whom it is attributed: NARRATION the author, HEADLINE the headline, ON_RECORD a named person or body, ' +
    'OFFICIAL_RECORD a readout, communique or register, MEDIA_REPORT another news medium, ANONYMOUS an anonymous source, ' +
    'ANONYMOUS_VIA_MEDIA an anonymous source of another medium, ANALYST the coder. There is no default.',
);

export const DocumentKindSchema = enumOf('DocumentKind', DocumentKind, 'What kind of document it is.');
export const ReliabilitySchema = enumOf(
  'Reliability',
  Reliability,
  'NATO source rating A-F (STANAG 2511), best first.',
);

export const SourceInput = z
  .strictObject({
    document: Ref.optional().describe('The document that says this.'),
    url: Url.optional().describe(
      'The address of the document, if `document` is left out; a document with this address is used again.',
    ),
    title: nonBlankText.optional().describe('The title of the document described here.'),
    kind: DocumentKindSchema.optional().describe('The kind of the document described here. Left out: OTHER.'),
    language: Language.optional().describe('BCP 47 tag of the document described here.'),
    publisher: Ref.optional().describe('The organization that published the document described here.'),
    published: PublishedInput.optional().describe(
      'When the document described here was published, with the time of day if the source gives one: ' +
        '`2025-02-10T14:30Z`, `2025-02-10T14:30+08:00`, or `2025-02-10T14:30` where it names no zone. Of two ' +
        'pages of one day, that decides which is the later.',
    ),
    reliability: ReliabilitySchema.optional(),
    paragraph: Paragraph.optional().describe('The paragraph for rows that give none.'),
    attribution: listOf(AttributionInput)
      .optional()
      .describe('The chain of attribution, from who knew it to who published it. Left out: the publisher REPORTED.'),
    attributionKind: AttributionKindSchema,
    confidence: z.int32().min(0).max(100).optional().describe("The coder's confidence in every claim here, 0-100."),
  })
  .check(...notBoth('document', 'url', 'title', 'kind', 'language', 'publisher', 'published', 'reliability'))
  .meta({
    id: 'SourceInput',
    description:
      'The document and the attribution of what is recorded. Either `document` refers to a document, or `url` or `title` ' +
      'and the other fields describe one; an existing one is found by its url, else by its title.',
  });
export type SourceInput = z.infer<typeof SourceInput>;

export const ClaimRelationInput = z
  .strictObject({
    type: enumOf('ClaimRelationType', ClaimRelationType, 'The type of the relation.'),
    to: Ref.describe('The other claim.'),
  })
  .meta({ id: 'ClaimRelationInput', description: 'A relation of this claim to another.' });
export type ClaimRelationInput = z.infer<typeof ClaimRelationInput>;
