import { type RecordInput } from './input.ts';
import { type TypeName, actorTypes, entityTypes } from '../domain/thing-types.ts';

/** What stands in a field of a row. */
export interface Field {
  /** Set where it points at things: of which types. */
  to?: readonly TypeName[];
  /** True where it is a list. */
  many?: true;
  /** True where it is a time. */
  time?: true;
}

type Fields = Readonly<Record<string, Field>>;

/** One part of a record's input: what its rows speak of, and who answers for which of their fields. */
export interface Part {
  type: TypeName;
  /** What makes the same fact; never in dispute. */
  identity: Fields;
  /** Carried by claims, so that sources may dispute it: each field is a slot. */
  said: Fields;
  /** Said by the row itself, beside claims: kept on its DESCRIBES. */
  told: Fields;
  /** What a new thing cannot do without. */
  needs: readonly string[];
}

const value: Field = {};
const values: Field = { many: true };
const time: Field = { time: true };
const ref = (...to: TypeName[]): Field => ({ to });
const refs = (...to: TypeName[]): Field => ({ to, many: true });

const naming = { names: values, externalIds: values };
const party: TypeName[] = ['Country', 'Organization'];

const entity = (type: TypeName, told: Fields, ...needs: string[]): Part => ({
  type,
  identity: {},
  said: {},
  told: { ...naming, ...told },
  needs: ['names', ...needs],
});

/** The parts with rows of their own, by their names in the input; the order is that in which rows are read. */
export const parts = {
  countries: entity('Country', {}),
  officials: entity('Official', { country: ref('Country') }),
  organizations: {
    ...entity('Organization', { kind: value, country: ref('Country'), parent: ref('Organization') }, 'kind'),
    said: { founded: time, dissolved: time },
  },
  posts: entity(
    'Post',
    { country: ref('Country'), organization: ref('Organization'), level: value, portfolio: value },
    'level',
  ),
  places: entity(
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
  topics: entity('Topic', { broader: ref('Topic') }),
  documents: {
    type: 'Document',
    identity: {},
    said: {},
    told: {
      kind: value,
      title: value,
      url: value,
      language: value,
      published: time,
      publisher: ref('Organization'),
      originator: ref('Organization'),
      platform: ref('Organization'),
      authors: refs(...actorTypes),
      cites: refs('Document'),
      sha256: value,
      reliability: value,
      keywords: values,
      note: value,
    },
    needs: ['kind'],
  },
  developments: {
    type: 'Development',
    identity: {},
    said: { kind: value, status: value, time, partOf: ref('Meeting', 'Development'), topics: refs('Topic') },
    told: naming,
    needs: ['names', 'kind', 'status'],
  },
  meetings: {
    type: 'Meeting',
    identity: {},
    said: {
      kind: value,
      status: value,
      time,
      place: ref('Place'),
      mode: value,
      body: ref('Organization'),
      ordinal: value,
      partOf: ref('Meeting'),
      topics: refs('Topic'),
      attendance: value,
    },
    told: naming,
    needs: ['names', 'kind', 'status', 'time'],
  },
  participants: {
    type: 'Participation',
    identity: { actor: ref(...actorTypes), role: value },
    said: {
      status: value,
      capacity: ref('Post'),
      onBehalfOf: ref(...party),
      standsInFor: ref('Official'),
      mode: value,
      level: value,
      inferred: value,
    },
    told: { note: value },
    needs: [],
  },
  tenures: {
    type: 'Tenure',
    identity: { official: ref('Official'), post: ref('Post') },
    said: { status: value, acting: value, start: time, end: time, observedAt: time },
    told: { note: value },
    needs: ['official', 'post', 'status'],
  },
  memberships: {
    type: 'Membership',
    identity: { member: ref(...party), organization: ref('Organization') },
    // Rows do not give observedAt: the document itself shows the membership on the day of its publication.
    said: { role: value, start: time, end: time, observedAt: time },
    told: { note: value },
    needs: ['member', 'organization', 'role'],
  },
  statements: {
    type: 'Statement',
    identity: {},
    said: {
      speaker: ref(...actorTypes),
      capacity: ref('Post'),
      act: value,
      time,
      occasion: ref('Meeting', 'Development'),
      addressee: ref(...entityTypes),
      channel: value,
      stance: value,
      topics: refs('Topic'),
      document: ref('Document'),
    },
    // The gist is the coder's wording, which another coder's does not contradict.
    told: { gist: value, note: value },
    needs: ['speaker', 'act', 'gist'],
  },
} as const satisfies Record<string, Part>;

/** An anonymous source, described in the chain of attribution: what is said of it is told, never claimed. */
export const anonymousPart: Part = {
  type: 'AnonymousSource',
  identity: {},
  said: {},
  told: {
    description: value,
    names: values,
    plural: value,
    affiliation: ref('Country'),
    toldTo: ref('Organization'),
  },
  needs: [],
};

export type PartName = keyof typeof parts;

/** The parts that are lists of a block; participants stand inside meetings. */
export const listed = (Object.keys(parts) as PartName[]).filter(
  (name): name is Exclude<PartName, 'participants'> => name !== 'participants',
);

/** What the rest of an input points at: source, claims. */
export const pointers = {
  document: ['Document'],
  publisher: ['Organization'],
  agent: ['Official', 'Country', 'Organization', 'AnonymousSource'],
  affiliation: ['Country'],
  toldTo: ['Organization'],
  supports: [...entityTypes, 'Participation', 'Tenure', 'Membership', 'Statement'],
  claim: ['Claim'],
} as const satisfies Record<string, readonly TypeName[]>;

/** The rows of one part of a block, with the place of each. */
export function rowsOf(block: RecordInput, part: Exclude<PartName, 'participants'>): Record<string, unknown>[] {
  return block[part] ?? [];
}
