import { type TimePrefix } from '../../domain/time/time.ts';
import { type StateRelationshipType } from '../../storage/relationships.ts';
import { type TypeSpec, anonymousSourceSpec, typeSpecs } from '../input/type-specs.ts';
import { type TypeName } from '../../domain/node-types.ts';

/** How the value of a field is kept on the graph. */
export type FieldStorage =
  | { as: 'property' }
  | { as: 'json' }
  | { as: 'time'; prefix: TimePrefix }
  /** Links to the things it names; `ordered` ones carry their place in the list. */
  | { as: 'link'; type: StateRelationshipType; ordered?: true }
  /** In a step of its own, since it depends on other things too. */
  | { as: 'reference' };

const property: FieldStorage = { as: 'property' };
const json: FieldStorage = { as: 'json' };
const time = (prefix: TimePrefix): FieldStorage => ({ as: 'time', prefix });
const relationship = (type: StateRelationshipType): FieldStorage => ({ as: 'link', type });
const reference: FieldStorage = { as: 'reference' };
const ordered = (type: StateRelationshipType): FieldStorage => ({ as: 'link', type, ordered: true });

/** Where the fields of each type of thing are kept; names and external ids are kept alike for all (docs/graph.md). */
export const fieldStorage: Record<Exclude<TypeName, 'Claim'>, Readonly<Record<string, FieldStorage>>> = {
  Country: {},
  Official: { country: reference },
  Organization: {
    kind: property,
    country: relationship('OF_COUNTRY'),
    parent: relationship('PARENT'),
    founded: time('founded'),
    dissolved: time('dissolved'),
  },
  Post: {
    level: property,
    portfolio: property,
    country: relationship('POST_OF'),
    organization: relationship('POST_OF'),
  },
  Place: {
    kind: property,
    latitude: property,
    longitude: property,
    country: reference,
    within: relationship('WITHIN'),
    operatedBy: relationship('OPERATED_BY'),
  },
  Topic: { broader: relationship('BROADER') },
  Meeting: {
    kind: property,
    status: property,
    time: time('time'),
    place: relationship('HELD_AT'),
    mode: property,
    body: relationship('OF_BODY'),
    ordinal: property,
    partOf: relationship('PART_OF'),
    topics: relationship('ABOUT_TOPIC'),
    attendance: json,
  },
  Development: {
    kind: property,
    status: property,
    time: time('time'),
    partOf: relationship('PART_OF'),
    topics: relationship('ABOUT_TOPIC'),
  },
  Participation: {
    status: property,
    capacity: relationship('AS_POST'),
    onBehalfOf: relationship('ON_BEHALF_OF'),
    standsInFor: relationship('STANDS_IN_FOR'),
    mode: property,
    level: property,
    inferred: property,
    note: property,
  },
  Tenure: { status: property, acting: property, start: time('start'), end: time('end'), note: property },
  Membership: { role: property, start: time('start'), end: time('end'), note: property },
  Statement: {
    speaker: relationship('MADE_BY'),
    capacity: relationship('AS_POST'),
    act: property,
    gist: property,
    time: time('time'),
    occasion: relationship('ON_OCCASION'),
    addressee: relationship('ADDRESSED_TO'),
    channel: property,
    stance: property,
    topics: relationship('ABOUT_TOPIC'),
    document: relationship('IN_DOCUMENT'),
    note: property,
  },
  Document: {
    kind: property,
    title: property,
    url: property,
    language: property,
    published: time('published'),
    publisher: relationship('PUBLISHED_BY'),
    originator: relationship('ORIGINATED_BY'),
    platform: relationship('PUBLISHED_ON'),
    authors: ordered('AUTHORED_BY'),
    cites: ordered('CITES'),
    sha256: property,
    reliability: property,
    keywords: property,
    note: property,
  },
  AnonymousSource: {
    description: property,
    plural: property,
    affiliation: relationship('AFFILIATED_TO'),
    toldTo: relationship('TOLD_TO'),
  },
};

/** The part of the input that speaks of each type. */
export const typeSpecOf = Object.fromEntries(
  [...Object.values(typeSpecs), anonymousSourceSpec].map((part) => [part.type, part]),
) as Record<Exclude<TypeName, 'Claim'>, TypeSpec>;

/** Values that sources add to rather than dispute. */
export const multiValuedFields: ReadonlySet<string> = new Set(['topics', 'observedAt', 'authors', 'cites', 'keywords']);
