import { type TimePrefix } from '../../domain/time.ts';
import { type StateLink } from '../links.ts';
import { type Part, anonymousPart, parts } from '../parts.ts';
import { type TypeName } from '../../domain/thing-types.ts';

/** How the value of a field is kept on the graph. */
export type Keep =
  | { as: 'property' }
  | { as: 'json' }
  | { as: 'time'; prefix: TimePrefix }
  /** Links to the things it names; `ordered` ones carry their place in the list. */
  | { as: 'link'; type: StateLink; ordered?: true }
  /** In a step of its own, since it depends on other things too. */
  | { as: 'reference' };

const property: Keep = { as: 'property' };
const json: Keep = { as: 'json' };
const time = (prefix: TimePrefix): Keep => ({ as: 'time', prefix });
const link = (type: StateLink): Keep => ({ as: 'link', type });
const reference: Keep = { as: 'reference' };
const ordered = (type: StateLink): Keep => ({ as: 'link', type, ordered: true });

/** Where the fields of each type of thing are kept; names and external ids are kept alike for all (docs/graph.md). */
export const keeps: Record<Exclude<TypeName, 'Claim'>, Readonly<Record<string, Keep>>> = {
  Country: {},
  Official: { country: reference },
  Organization: {
    kind: property,
    country: link('OF_COUNTRY'),
    parent: link('PARENT'),
    founded: time('founded'),
    dissolved: time('dissolved'),
  },
  Post: { level: property, portfolio: property, country: link('POST_OF'), organization: link('POST_OF') },
  Place: {
    kind: property,
    latitude: property,
    longitude: property,
    country: reference,
    within: link('WITHIN'),
    operatedBy: link('OPERATED_BY'),
  },
  Topic: { broader: link('BROADER') },
  Meeting: {
    kind: property,
    status: property,
    time: time('time'),
    place: link('HELD_AT'),
    mode: property,
    body: link('OF_BODY'),
    ordinal: property,
    partOf: link('PART_OF'),
    topics: link('ABOUT_TOPIC'),
    attendance: json,
  },
  Development: {
    kind: property,
    status: property,
    time: time('time'),
    partOf: link('PART_OF'),
    topics: link('ABOUT_TOPIC'),
  },
  Participation: {
    status: property,
    capacity: link('AS_POST'),
    onBehalfOf: link('ON_BEHALF_OF'),
    standsInFor: link('STANDS_IN_FOR'),
    mode: property,
    level: property,
    inferred: property,
    note: property,
  },
  Tenure: { status: property, acting: property, start: time('start'), end: time('end'), note: property },
  Membership: { role: property, start: time('start'), end: time('end'), note: property },
  Statement: {
    speaker: link('MADE_BY'),
    capacity: link('AS_POST'),
    act: property,
    gist: property,
    time: time('time'),
    occasion: link('ON_OCCASION'),
    addressee: link('ADDRESSED_TO'),
    channel: property,
    stance: property,
    topics: link('ABOUT_TOPIC'),
    document: link('IN_DOCUMENT'),
    note: property,
  },
  Document: {
    kind: property,
    title: property,
    url: property,
    language: property,
    published: time('published'),
    publisher: link('PUBLISHED_BY'),
    originator: link('ORIGINATED_BY'),
    platform: link('PUBLISHED_ON'),
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
    affiliation: link('AFFILIATED_TO'),
    toldTo: link('TOLD_TO'),
  },
};

/** The part of the input that speaks of each type. */
export const partOf = Object.fromEntries(
  [...Object.values(parts), anonymousPart].map((part) => [part.type, part]),
) as Record<Exclude<TypeName, 'Claim'>, Part>;

/** Values that sources add to rather than dispute. */
export const unions: ReadonlySet<string> = new Set(['topics', 'observedAt', 'authors', 'cites', 'keywords']);
