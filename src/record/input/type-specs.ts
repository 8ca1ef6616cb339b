import { type RecordInput } from './record-input.ts';
import { type TypeName, actorTypes, entityTypes } from '../../domain/node-types.ts';

/** The value of a field of a row. */
export interface FieldSpec {
  /** For a reference: the types of nodes that it may refer to. */
  targets?: readonly TypeName[];
  /** True where it is a list. */
  many?: true;
  /** True where it is a time. */
  time?: true;
}

type FieldSpecs = Readonly<Record<string, FieldSpec>>;

/** A list of the input: the type of its rows, and how each of their fields is recorded. */
export interface TypeSpec {
  type: TypeName;
  /** Fields that identify a fact; never in dispute. */
  identity: FieldSpecs;
  /** Fields that claims carry, so that sources may dispute them: each is a slot. */
  claimed: FieldSpecs;
  /** Fields that the row itself says, beside claims: stored on its DESCRIBES. */
  described: FieldSpecs;
  /** Fields that a new node must have. */
  required: readonly string[];
}

const value: FieldSpec = {};
const values: FieldSpec = { many: true };
const time: FieldSpec = { time: true };
const ref = (...to: TypeName[]): FieldSpec => ({ targets: to });
const refList = (...to: TypeName[]): FieldSpec => ({ targets: to, many: true });

const descriptiveFields = { names: values, externalIds: values, note: value };
const countryOrOrganization: TypeName[] = ['Country', 'Organization'];
/** Where a meeting may be: a country, if the source names no place in it. */
export const venueTypes: TypeName[] = ['Place', 'Country'];

const entitySpec = (type: TypeName, described: FieldSpecs, ...required: string[]): TypeSpec => ({
  type,
  identity: {},
  claimed: {},
  described: { ...descriptiveFields, ...described },
  required: ['names', ...required],
});

/** The lists with rows, by their names in the input, in the order in which rows are read. */
export const typeSpecs = {
  countries: entitySpec('Country', {}),
  officials: entitySpec('Official', { country: ref('Country') }),
  organizations: {
    ...entitySpec('Organization', { kind: value, country: ref('Country'), parent: ref('Organization') }, 'kind'),
    claimed: { founded: time, dissolved: time },
  },
  posts: entitySpec(
    'Post',
    { country: ref('Country'), organization: ref('Organization'), level: value, portfolio: value },
    'level',
  ),
  places: entitySpec(
    'Place',
    {
      kind: value,
      latitude: value,
      longitude: value,
      within: ref('Place'),
      country: ref('Country'),
      operatedBy: ref(...actorTypes),
    },
    'kind',
  ),
  topics: entitySpec('Topic', { broader: ref('Topic') }),
  documents: {
    type: 'Document',
    identity: {},
    claimed: {},
    described: {
      kind: value,
      title: value,
      url: value,
      language: value,
      published: time,
      publisher: ref('Organization'),
      originator: ref('Organization'),
      platform: ref('Organization'),
      authors: refList(...actorTypes),
      authorNames: values,
      cites: refList('Document'),
      sha256: value,
      reliability: value,
      keywords: values,
      note: value,
    },
    required: ['kind'],
  },
  developments: {
    type: 'Development',
    identity: {},
    claimed: { kind: value, status: value, time, partOf: ref('Meeting', 'Development'), topics: refList('Topic') },
    described: descriptiveFields,
    required: ['names', 'kind', 'status'],
  },
  meetings: {
    type: 'Meeting',
    identity: {},
    claimed: {
      kind: value,
      status: value,
      time,
      places: refList(...venueTypes),
      mode: value,
      body: ref('Organization'),
      ordinal: value,
      partOf: ref('Meeting'),
      topics: refList('Topic'),
      attendance: value,
    },
    described: descriptiveFields,
    required: ['names', 'kind', 'status'],
  },
  participants: {
    type: 'Participation',
    identity: { actor: ref(...actorTypes), role: value },
    claimed: {
      status: value,
      capacity: ref('Post'),
      onBehalfOf: ref(...countryOrOrganization),
      standsInFor: ref('Official'),
      mode: value,
      level: value,
      inferred: value,
    },
    described: { note: value },
    required: [],
  },
  tenures: {
    type: 'Tenure',
    identity: { official: ref('Official'), post: ref('Post') },
    claimed: { status: value, acting: value, start: time, end: time, observedAt: time },
    described: { note: value },
    required: ['official', 'post', 'status'],
  },
  memberships: {
    type: 'Membership',
    identity: { member: ref(...countryOrOrganization), organization: ref('Organization') },
    // Rows do not give observedAt: the document itself shows the membership on the day of its publication.
    claimed: { role: value, start: time, end: time, observedAt: time },
    described: { note: value },
    required: ['member', 'organization', 'role'],
  },
  statements: {
    type: 'Statement',
    identity: {},
    claimed: {
      speakers: refList(...actorTypes),
      capacity: ref('Post'),
      act: value,
      time,
      occasion: ref('Meeting', 'Development'),
      addressee: ref(...entityTypes),
      channel: value,
      stance: value,
      topics: refList('Topic'),
      document: ref('Document'),
    },
    // The gist is the coder's wording, which another coder's does not contradict.
    described: { gist: value, note: value },
    required: ['speakers', 'act', 'gist'],
  },
} as const satisfies Record<string, TypeSpec>;

/** An anonymous source, described in the chain of attribution: no claims are made about it. */
export const anonymousSourceSpec: TypeSpec = {
  type: 'AnonymousSource',
  identity: {},
  claimed: {},
  described: {
    description: value,
    names: values,
    plural: value,
    affiliation: ref('Country'),
    toldTo: ref('Organization'),
  },
  required: [],
};

/** The specification of each type. */
export const typeSpecOf = Object.fromEntries(
  [...Object.values(typeSpecs), anonymousSourceSpec].map((spec) => [spec.type, spec]),
) as Record<Exclude<TypeName, 'Claim'>, TypeSpec>;

/** Fields to whose values sources add, rather than dispute them. */
export const multiValuedFields: ReadonlySet<string> = new Set([
  'topics',
  'observedAt',
  'authors',
  'authorNames',
  'cites',
  'keywords',
]);

export type InputListName = keyof typeof typeSpecs;

/** The lists of a block; participants are inside meetings. */
export const inputLists = (Object.keys(typeSpecs) as InputListName[]).filter(
  (name): name is Exclude<InputListName, 'participants'> => name !== 'participants',
);

/** What references outside of these lists may refer to. */
export const referenceTargets = {
  document: ['Document'],
  publisher: ['Organization'],
  agent: ['Official', 'Country', 'Organization', 'AnonymousSource'],
  affiliation: ['Country'],
  toldTo: ['Organization'],
  supports: [...entityTypes, 'Participation', 'Tenure', 'Membership', 'Statement'],
  claim: ['Claim'],
} as const satisfies Record<string, readonly TypeName[]>;

/** Fields that a row may give instead of a list of one, by the list of the input: the field, and that of the list. */
export const loneFields = {
  meetings: { lone: 'place', several: 'places', targets: venueTypes },
  statements: { lone: 'speaker', several: 'speakers', targets: actorTypes },
} as const satisfies Partial<Record<InputListName, object>>;

/** The rows of a list of a block. One speaker or place alone is a list of one. */
export function inputRows(block: RecordInput, list: Exclude<InputListName, 'participants'>): Record<string, unknown>[] {
  const rows: Record<string, unknown>[] = block[list] ?? [];
  if (list !== 'statements' && list !== 'meetings') return rows;
  const { lone, several } = loneFields[list];
  return rows.map(({ [lone]: only, ...row }) => (only === undefined ? row : { ...row, [several]: [only] }));
}
