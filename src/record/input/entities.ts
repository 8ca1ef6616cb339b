import { z } from 'zod';
import { Level, OrganizationKind, PlaceKind, Portfolio } from '../../domain/vocabulary.generated.ts';
import { notBoth } from './refinements.ts';
import { Key, Language, PublishedInput, Ref, Sha256, TimeInput, Url, listOf, nonBlankText, enumOf } from './scalars.ts';
import { DocumentKindSchema, ExternalIdInput, NameInput, ReliabilitySchema } from './source.ts';

/** `ref` refers to an existing node, `key` names a new one. */
export const identityFields = {
  ref: Ref.optional().describe('The key or id of an existing node, or the key of one given elsewhere in the input.'),
  key: Key.optional().describe(
    'A key: the kind, a colon, something readable. It refers to the existing node with this key; if there is none, a new ' +
      'node gets it. Not together with `ref`.',
  ),
};

export const note = nonBlankText
  .optional()
  .describe('A remark for readers, which claims nothing. Another one in the same document takes its place.');

/** Names, identifiers and a remark, which every entity may have. */
export const descriptiveFields = {
  names: listOf(NameInput).optional().describe('Its names, in any language; names from several sources are combined.'),
  externalIds: listOf(ExternalIdInput).optional().describe('Identifiers in external schemes.'),
  note,
};

export const LevelSchema = enumOf('Level', Level, 'The rank of a post, highest first.');

export const CountryInput = z
  .strictObject({ ...identityFields, ...descriptiveFields })
  .check(...notBoth('ref', 'key'))
  .meta({
    id: 'CountryInput',
    description: 'A state. Its codes are external ids: ISO 3166-1 alpha-2 and alpha-3, UN M49 with its leading zeros.',
  });
export type CountryInput = z.infer<typeof CountryInput>;

export const OfficialInput = z
  .strictObject({
    ...identityFields,
    ...descriptiveFields,
    country: Ref.optional().describe('The state that he or she serves; not needed if it follows from posts held.'),
  })
  .check(...notBoth('ref', 'key'))
  .meta({ id: 'OfficialInput', description: 'A person in public life.' });
export type OfficialInput = z.infer<typeof OfficialInput>;

export const OrganizationInput = z
  .strictObject({
    ...identityFields,
    ...descriptiveFields,
    kind: enumOf('OrganizationKind', OrganizationKind, 'What kind of organization it is.').optional(),
    country: Ref.optional().describe('The state to which it belongs.'),
    parent: Ref.optional().describe('The organization of which it is a part.'),
    founded: TimeInput.optional().describe('When it was founded.'),
    dissolved: TimeInput.optional().describe('When it was dissolved.'),
  })
  .check(...notBoth('ref', 'key'))
  .meta({
    id: 'OrganizationInput',
    description: 'An alliance, contact group, conference series, ministry, government, media house or informal group.',
  });
export type OrganizationInput = z.infer<typeof OrganizationInput>;

export const PostInput = z
  .strictObject({
    ...identityFields,
    ...descriptiveFields,
    country: Ref.optional().describe('The state whose post it is.'),
    organization: Ref.optional().describe('The organization or ministry whose post it is.'),
    level: LevelSchema.optional().describe('The rank of the post; UNKNOWN if the source does not say.'),
    portfolio: enumOf('Portfolio', Portfolio, 'The field that the post is responsible for.').optional(),
  })
  .check(...notBoth('ref', 'key'))
  .meta({ id: 'PostInput', description: 'A post, independent of who holds it.' });
export type PostInput = z.infer<typeof PostInput>;

export const PlaceInput = z
  .strictObject({
    ...identityFields,
    ...descriptiveFields,
    kind: enumOf('PlaceKind', PlaceKind, 'What kind of place it is.').optional(),
    latitude: z
      .number()
      .min(-90)
      .max(90)
      .optional()
      .describe('Degrees north, WGS 84, from -90 to 90. Only together with `longitude`.'),
    longitude: z
      .number()
      .min(-180)
      .max(180)
      .optional()
      .describe('Degrees east, WGS 84, from -180 to 180. Only together with `latitude`.'),
    within: Ref.optional().describe('The larger place that contains it.'),
    country: Ref.optional().describe('The country in which it lies.'),
    operatedBy: Ref.optional().describe('The country or organization that operates it.'),
  })
  .check(...notBoth('ref', 'key'))
  .meta({ id: 'PlaceInput', description: 'A venue, city or region.' });
export type PlaceInput = z.infer<typeof PlaceInput>;

export const TopicInput = z
  .strictObject({
    ...identityFields,
    ...descriptiveFields,
    broader: Ref.optional().describe('The topic of which this is a part.'),
  })
  .check(...notBoth('ref', 'key'))
  .meta({ id: 'TopicInput', description: 'A subject of meetings and statements.' });
export type TopicInput = z.infer<typeof TopicInput>;

/** More than any page names, so that a text that belongs elsewhere is noticed. */
const [MAX_AUTHOR_NAMES, MAX_AUTHOR_NAME] = [50, 200];

export const DocumentInput = z
  .strictObject({
    ...identityFields,
    kind: DocumentKindSchema.optional(),
    title: nonBlankText.optional().describe('Its title, or a description in your own words.'),
    url: Url.optional().describe('Its address. Two documents cannot have the same address.'),
    language: Language.optional().describe('The language it is written in (BCP 47 tag): `en`, `zh-Hant-TW`.'),
    published: PublishedInput.optional().describe(
      'When it was published, with the time of day if the source gives one: `2025-02-10T14:30Z`, ' +
        '`2025-02-10T14:30+08:00`, or `2025-02-10T14:30` where it names no zone. Of two pages of one day, ' +
        'that decides which is the later.',
    ),
    publisher: Ref.optional().describe('The organization that published it.'),
    originator: Ref.optional().describe('Who wrote the text, if not the publisher: a news agency.'),
    platform: Ref.optional().describe('The platform on which it was published, if not the site of the publisher: X.'),
    authors: listOf(Ref).optional().describe('The officials, countries or organizations that wrote it.'),
    authorNames: z
      .array(nonBlankText.max(MAX_AUTHOR_NAME))
      .max(MAX_AUTHOR_NAMES)
      .optional()
      .describe(
        'Who wrote it, as printed, where they are no officials, countries or organizations: journalists, at most ' +
          `${MAX_AUTHOR_NAMES} names of up to ${MAX_AUTHOR_NAME} characters.`,
      ),
    cites: listOf(Ref).optional().describe('Other documents that it cites.'),
    sha256: Sha256.optional().describe('SHA-256 of the text as coded, in hexadecimal.'),
    reliability: ReliabilitySchema.optional(),
    keywords: listOf(nonBlankText).optional().describe('The keywords given in the document itself.'),
    note,
  })
  .check(...notBoth('ref', 'key'))
  .meta({
    id: 'DocumentInput',
    description: 'An article, readout, communique, post or data set that is evidence for claims.',
  });
export type DocumentInput = z.infer<typeof DocumentInput>;
