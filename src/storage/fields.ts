import { type TypeName } from '../domain/node-types.ts';
import {
  type EndpointRelationshipType,
  type RelationshipType,
  type ShortcutRelationshipType,
} from './relationships.ts';
import { type TimePrefix } from './times.ts';

/**
 * How the value of a field is stored. `by` says what writes it if it is not derived together with the other fields of its node:
 * the creation of the node, an analyst's review, or another step of the derivation.
 */
export type FieldStorage = (ValueStorage | RelationshipStorage) & {
  by?: 'creation' | 'review' | 'another step';
  /** Not a field of the API's output. */
  internal?: true;
};

export type ValueStorage =
  /** A scalar or enum under the name of the field, or a list of them; `ifUnset` where no source says anything. */
  | { as: 'property'; list?: true; ifUnset?: unknown }
  /** An object, as JSON. */
  | { as: 'json' }
  /** A list of times, each as JSON. */
  | { as: 'times' }
  /** A time, as flat properties (times.ts). */
  | { as: 'time'; prefix: TimePrefix }
  /** An object whose parts are properties with this prefix; null if the first of them is missing. */
  | { as: 'flat'; prefix: string; parts: readonly string[] };

/** A relationship to each node that the field names. */
export interface RelationshipStorage {
  as: 'relationship';
  type: RelationshipType;
  /** The label of the target, if relationships of this type also have other targets. */
  label?: string;
  /** Several nodes: ordered by the property `order` of the relationships, or without an order. */
  many?: 'ordered' | 'unordered';
}

type Fields = Readonly<Record<string, FieldStorage>>;

const property: FieldStorage = { as: 'property' };
const withDefault = (ifUnset: unknown): FieldStorage => ({ as: 'property', ifUnset });
const time = (prefix: TimePrefix): FieldStorage => ({ as: 'time', prefix });
const one = (type: RelationshipType, label?: string): FieldStorage =>
  label === undefined ? { as: 'relationship', type } : { as: 'relationship', type, label };
const ordered = (type: RelationshipType): FieldStorage => ({ as: 'relationship', type, many: 'ordered' });
const unordered = (type: RelationshipType): FieldStorage => ({ as: 'relationship', type, many: 'unordered' });
const endpoint = (type: EndpointRelationshipType): FieldStorage => ({ as: 'relationship', type, by: 'creation' });
const shortcut = (type: ShortcutRelationshipType): FieldStorage => ({ as: 'relationship', type, by: 'another step' });

const all = (by: FieldStorage['by'], fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, storage]) => [name, { ...storage, by }]));
const writtenOnce = (fields: Fields) => all('creation', fields);
const reviewed = (fields: Fields) => all('review', fields);
const derivedByAnotherStep = (fields: Fields) => all('another step', fields);

/**
 * Where the fields of each type are stored, by their names in the API. The writer stores by this table, and the reader's model
 * and as-of queries read by it, so a new scalar field is one line here and none there. Names and external ids are stored
 * alike for all entities (names.ts).
 */
export const storedFields: Readonly<Record<TypeName, Fields>> = {
  Country: { note: property },
  Official: { country: shortcut('SERVES'), note: property },
  Organization: {
    kind: property,
    country: one('OF_COUNTRY'),
    parent: one('PARENT'),
    founded: time('founded'),
    dissolved: time('dissolved'),
    note: property,
  },
  Post: {
    level: property,
    portfolio: property,
    country: one('POST_OF', 'Country'),
    organization: one('POST_OF', 'Organization'),
    note: property,
  },
  Place: {
    kind: property,
    latitude: property,
    longitude: property,
    country: shortcut('LOCATED_IN'),
    within: one('WITHIN'),
    operatedBy: one('OPERATED_BY'),
    note: property,
  },
  Topic: { broader: one('BROADER'), note: property },
  Meeting: {
    kind: property,
    status: withDefault('UNKNOWN'),
    time: time('time'),
    places: ordered('HELD_AT'),
    mode: property,
    body: one('OF_BODY'),
    ordinal: property,
    partOf: one('PART_OF', 'Meeting'),
    topics: unordered('ABOUT_TOPIC'),
    attendance: { as: 'json' },
    previousTimes: { as: 'times' },
    note: property,
  },
  Development: {
    kind: property,
    status: withDefault('UNKNOWN'),
    time: time('time'),
    partOf: one('PART_OF'),
    topics: unordered('ABOUT_TOPIC'),
    note: property,
  },
  Participation: {
    actor: endpoint('OF_ACTOR'),
    meeting: endpoint('IN_EVENT'),
    role: { as: 'property', by: 'creation' },
    status: withDefault('UNKNOWN'),
    capacity: one('AS_POST'),
    onBehalfOf: one('ON_BEHALF_OF'),
    standsInFor: one('STANDS_IN_FOR'),
    actedBy: { ...unordered('ACTED_BY'), by: 'another step' },
    mode: property,
    level: property,
    inferred: property,
    note: property,
  },
  Tenure: {
    official: endpoint('HELD_BY'),
    post: endpoint('OF_POST'),
    status: withDefault('UNKNOWN'),
    acting: withDefault(false),
    start: time('start'),
    end: time('end'),
    observedAt: { as: 'times' },
    seenAt: { as: 'times', internal: true },
    saidOver: { as: 'times', internal: true },
    note: property,
  },
  Membership: {
    member: endpoint('OF_MEMBER'),
    organization: endpoint('IN_ORGANIZATION'),
    role: withDefault('MEMBER'),
    start: time('start'),
    end: time('end'),
    observedAt: { as: 'times', internal: true },
    note: property,
  },
  Statement: {
    speakers: ordered('MADE_BY'),
    capacity: one('AS_POST'),
    act: property,
    gist: property,
    time: time('time'),
    occasion: one('ON_OCCASION'),
    addressee: one('ADDRESSED_TO'),
    channel: property,
    stance: property,
    topics: unordered('ABOUT_TOPIC'),
    document: one('IN_DOCUMENT'),
    note: property,
  },
  Document: {
    kind: withDefault('OTHER'),
    title: property,
    url: property,
    language: property,
    published: time('published'),
    publisher: one('PUBLISHED_BY'),
    originator: one('ORIGINATED_BY'),
    platform: one('PUBLISHED_ON'),
    authors: ordered('AUTHORED_BY'),
    authorNames: { as: 'property', list: true, ifUnset: [] },
    cites: ordered('CITES'),
    sha256: property,
    reliability: withDefault('UNKNOWN'),
    keywords: { as: 'property', list: true, ifUnset: [] },
    note: property,
  },
  AnonymousSource: {
    description: property,
    plural: withDefault(false),
    affiliation: one('AFFILIATED_TO'),
    toldTo: one('TOLD_TO'),
  },
  // What a claim says never changes; its review and its relations do.
  Claim: {
    ...writtenOnce({
      type: property,
      subject: one('SUBJECT'),
      objects: ordered('OBJECT'),
      value: property,
      count: { as: 'flat', prefix: 'count', parts: ['value', 'comparator', 'raw'] },
      text: property,
      polarity: property,
      quantifier: property,
      modality: property,
      attributionKind: property,
      attribution: ordered('ATTRIBUTED_TO'),
      attributionInferred: property,
      confidence: property,
      time: time('time'),
      evidence: ordered('EVIDENCE'),
      supports: unordered('SUPPORTS'),
      corrects: one('CORRECTS'),
      note: property,
      recordedAt: property,
      recordedBy: property,
    }),
    ...derivedByAnotherStep({
      status: property,
      independentSources: property,
      says: ordered('SAYS'),
      relations: unordered('RELATES_TO'),
    }),
    ...reviewed({
      reviewState: property,
      retractedAt: property,
      retractionReason: property,
    }),
  },
};
