import { z } from 'zod';
import { Level, OrganizationKind, PlaceKind, Portfolio } from '../../domain/vocabulary.generated.ts';
import { notBoth } from './refinements.ts';
import { Key, Language, Ref, Sha256, TimeInput, Url, listOf, nonBlankText, enumOf } from './scalars.ts';
import { DocumentKindSchema, ExternalIdInput, NameInput, ReliabilitySchema } from './source.ts';

/** `ref` refers to an existing node, `key` names a new one. */
export const identityFields = {
  ref: Ref.optional().describe('A thing already known, or given elsewhere in the input, of which this source speaks.'),
  key: Key.optional().describe(
    'A key: the kind, a colon, something readable. The known thing with this key is meant; if there is none, a new one ' +
      'gets it. Not together with `ref`.',
  ),
};

/** Names and identifiers, which every entity has. */
export const nameFields = {
  names: listOf(NameInput).optional().describe('What it is called, in any language; names of several sources add up.'),
  externalIds: listOf(ExternalIdInput).optional().describe("Identifiers in other people's schemes."),
};

export const LevelSchema = enumOf('Level', Level, 'The rank of a post, highest first.');

export const CountryInput = z
  .strictObject({ ...identityFields, ...nameFields })
  .check(...notBoth('ref', 'key'))
  .meta({
    id: 'CountryInput',
    description: 'A state. Its codes are external ids: ISO 3166-1 alpha-2 and alpha-3, UN M49 with its leading zeros.',
  });
export type CountryInput = z.infer<typeof CountryInput>;

export const OfficialInput = z
  .strictObject({
    ...identityFields,
    ...nameFields,
    country: Ref.optional().describe('The state he or she serves; posts held say it by themselves.'),
  })
  .check(...notBoth('ref', 'key'))
  .meta({ id: 'OfficialInput', description: 'A person in public life.' });
export type OfficialInput = z.infer<typeof OfficialInput>;

export const OrganizationInput = z
  .strictObject({
    ...identityFields,
    ...nameFields,
    kind: enumOf('OrganizationKind', OrganizationKind, 'What kind of organization it is.').optional(),
    country: Ref.optional().describe('The state to which it belongs.'),
    parent: Ref.optional().describe('The organization of which it is a part.'),
    founded: TimeInput.optional().describe('When it was founded.'),
    dissolved: TimeInput.optional().describe('When it ceased to be.'),
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
    ...nameFields,
    country: Ref.optional().describe('The state whose post it is.'),
    organization: Ref.optional().describe('The organization or ministry whose post it is.'),
    level: LevelSchema.optional().describe('The rank of the post; UNKNOWN where the source does not tell.'),
    portfolio: enumOf('Portfolio', Portfolio, 'The field the post answers for.').optional(),
  })
  .check(...notBoth('ref', 'key'))
  .meta({ id: 'PostInput', description: 'An office apart from its holder.' });
export type PostInput = z.infer<typeof PostInput>;

export const PlaceInput = z
  .strictObject({
    ...identityFields,
    ...nameFields,
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
    within: Ref.optional().describe('The larger place around it.'),
    country: Ref.optional().describe('The country in which it lies.'),
    operatedBy: Ref.optional().describe('The country or organization that runs it.'),
  })
  .check(...notBoth('ref', 'key'))
  .meta({ id: 'PlaceInput', description: 'A venue, city or region.' });
export type PlaceInput = z.infer<typeof PlaceInput>;

export const TopicInput = z
  .strictObject({
    ...identityFields,
    ...nameFields,
    broader: Ref.optional().describe('The topic of which this is a part.'),
  })
  .check(...notBoth('ref', 'key'))
  .meta({ id: 'TopicInput', description: 'About what: a subject of meetings and statements.' });
export type TopicInput = z.infer<typeof TopicInput>;

export const DocumentInput = z
  .strictObject({
    ...identityFields,
    kind: DocumentKindSchema.optional(),
    title: nonBlankText.optional().describe('Its title, or what it is, in own words.'),
    url: Url.optional().describe('Where it can be read. Two documents cannot share an address.'),
    language: Language.optional().describe('The language it is written in (BCP 47 tag): `en`, `zh-Hant-TW`.'),
    published: TimeInput.optional().describe('When it was published.'),
    publisher: Ref.optional().describe('The organization that published it.'),
    originator: Ref.optional().describe('Who wrote the text that the publisher prints: the agency.'),
    platform: Ref.optional().describe("Where it was published, when that is not the publisher's own: X."),
    authors: listOf(Ref).optional().describe('The officials, countries or organizations that wrote it.'),
    cites: listOf(Ref).optional().describe('Other documents it rests on.'),
    sha256: Sha256.optional().describe('SHA-256 of the text as coded, in hexadecimal.'),
    reliability: ReliabilitySchema.optional(),
    keywords: listOf(nonBlankText).optional().describe('The keywords that the document itself prints.'),
    note: nonBlankText.optional().describe('What a reader of the record should know.'),
  })
  .check(...notBoth('ref', 'key'))
  .meta({
    id: 'DocumentInput',
    description: 'An article, readout, communique, post or data set that claims rest on.',
  });
export type DocumentInput = z.infer<typeof DocumentInput>;
