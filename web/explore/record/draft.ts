import { EventStatus, MeetingKind, ParticipationStatus, Role } from '../../../src/domain/vocabulary.generated.ts';
import type {
  AttributionAct,
  AttributionKind,
  Comparator,
  DocumentKind,
  Level,
  MeetingMode,
  OrganizationKind,
  ParticipationMode,
  PlaceKind,
  Reliability,
} from '../../../src/domain/vocabulary.generated.ts';
import { type BuiltTime, unknownTime } from './built-time.ts';

/** Something that was chosen: of the record, or added in this form. */
export interface Chosen {
  __typename: string;
  key: string;
  name: string;
}

/** Somebody or something that the record does not have yet. What it needs depends on its type. */
export interface Added extends Chosen {
  __typename: AddedType;
  lang: string;
  country: Chosen | null;
  /** Of an official: the post held, as the source says. */
  post: Chosen | null;
  /** Of a post. */
  level: Level | '';
  /** Of an organization. */
  organizationKind: OrganizationKind | '';
  /** Of a place. */
  placeKind: PlaceKind | '';
}

export type AddedType = 'Official' | 'Organization' | 'Post' | 'Place' | 'Topic';

export interface NameDraft {
  value: string;
  lang: string;
}

export interface ParticipantDraft {
  actor: Chosen | null;
  role: Role | '';
  status: ParticipationStatus | '';
  capacity: Chosen | null;
  onBehalfOf: Chosen | null;
  standsInFor: Chosen | null;
  level: Level | '';
  mode: ParticipationMode | '';
  paragraph: string;
  /** Whether it follows from what the source says of several meetings. */
  inferred: boolean;
  note: string;
}

/** An identifier of a meeting elsewhere, such as WIKIDATA Q42. */
export interface ExternalIdDraft {
  scheme: string;
  value: string;
}

/** One step of the chain of attribution: somebody of the record, or somebody unnamed in the words of the source. */
export interface AttributionDraft {
  agent: Chosen | null;
  anonymous: string;
  how: AttributionAct | '';
}

export interface SourceDraft {
  url: string;
  /** The document of this address, if the record has it. */
  document: Chosen | null;
  title: string;
  kind: DocumentKind | '';
  language: string;
  /** Of a document that the record has, only where it has no publisher yet. */
  publisher: Chosen | null;
  published: BuiltTime;
  reliability: Reliability | '';
  paragraph: string;
  /** From 0 to 100. */
  confidence: string;
  /** Never filled in beforehand. */
  attributionKind: AttributionKind | '';
  attribution: AttributionDraft[];
}

/** A meeting as one source tells of it, as far as it is filled in. */
export interface Draft {
  /** The meeting of the record that this is about; null for a new one. */
  known: Chosen | null;
  /** The version of that meeting that the reader has seen; null until it is shown. */
  knownVersion: number | null;
  names: NameDraft[];
  kind: MeetingKind | '';
  status: EventStatus | '';
  time: BuiltTime;
  /** The words in which the source gives the time. */
  raw: string;
  /** How those words were resolved. */
  basis: string;
  places: Chosen[];
  mode: MeetingMode | '';
  body: Chosen | null;
  ordinal: string;
  partOf: Chosen | null;
  participants: ParticipantDraft[];
  topics: Chosen[];
  /** How many took part, as a number in digits. */
  attendance: string;
  comparator: Comparator | '';
  externalIds: ExternalIdDraft[];
  note: string;
  /** Why it is recorded, for the history. */
  reason: string;
  source: SourceDraft;
  added: Added[];
  /** What is typed into fields that choose and is not chosen yet, by field. */
  typed: Readonly<Record<string, string>>;
  /** Keys of things that are much like what is recorded, of which somebody has said that they are others. */
  others: string[];
  /** The caller's own name for the call that records this, made once for the form. */
  idempotencyKey: string;
}

export const emptySource: SourceDraft = {
  url: '',
  document: null,
  title: '',
  kind: '',
  language: '',
  publisher: null,
  published: unknownTime,
  reliability: '',
  paragraph: '',
  confidence: '',
  attributionKind: '',
  attribution: [],
};

/** A form with nothing in it, or with the source of the one before. */
export const emptyDraft = (idempotencyKey: string, source: SourceDraft = emptySource): Draft => ({
  known: null,
  knownVersion: null,
  names: [{ value: '', lang: 'en' }],
  kind: '',
  status: '',
  time: unknownTime,
  raw: '',
  basis: '',
  places: [],
  mode: '',
  body: null,
  ordinal: '',
  partOf: null,
  participants: [],
  topics: [],
  attendance: '',
  comparator: '',
  externalIds: [],
  note: '',
  reason: '',
  source,
  added: [],
  typed: {},
  others: [],
  idempotencyKey,
});

/** Whether nothing has been filled in. */
export function isEmpty(draft: Draft): boolean {
  return JSON.stringify(draft) === JSON.stringify(emptyDraft(draft.idempotencyKey));
}

const PLANNED: readonly string[] = [EventStatus.PROPOSED, EventStatus.SCHEDULED, EventStatus.RESCHEDULED];
const OF_TWO_SIDES: readonly string[] = [
  MeetingKind.PHONE_CALL,
  MeetingKind.VIDEO_CALL,
  MeetingKind.BILATERAL_MEETING,
  MeetingKind.CONSULTATION,
];

/** A further participant: in the usual role of such a meeting, there if it was held and to be there if it is planned. */
export function nextParticipant({ kind, status }: Pick<Draft, 'kind' | 'status'>): ParticipantDraft {
  return {
    actor: null,
    role: OF_TWO_SIDES.includes(kind) ? Role.PARTICIPANT : kind === '' ? '' : Role.ATTENDEE,
    status: PLANNED.includes(status)
      ? ParticipationStatus.PLANNED
      : status === EventStatus.HELD || status === EventStatus.ONGOING
        ? ParticipationStatus.ATTENDED
        : '',
    capacity: null,
    onBehalfOf: null,
    standsInFor: null,
    level: '',
    mode: '',
    paragraph: '',
    inferred: false,
    note: '',
  };
}

/** The draft of a recording onto a meeting of the record, or onto a new one. */
export const withKnown = (draft: Draft, known: Chosen | null): Draft => ({ ...draft, known, knownVersion: null });

/** Everything of a list but the item at an index, or with that item changed. */
export const without = <T>(items: readonly T[], index: number): T[] => items.toSpliced(index, 1);
export const withChanged = <T>(items: readonly T[], index: number, change: Partial<T>): T[] =>
  items.with(index, { ...items[index]!, ...change });

/** The draft with one thing in place of another wherever it is chosen: a new person turned out to be a known one. */
export function replaceChosen(draft: Draft, key: string, by: Chosen): Draft {
  const replaced = <T>(value: T): T => {
    if (Array.isArray(value)) return value.map((each: unknown) => replaced(each)) as T;
    if (typeof value !== 'object' || value === null) return value;
    if ('__typename' in value && 'key' in value && value.key === key) return by as T;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, replaced(part)])) as T;
  };
  const added = draft.added.filter((each) => each.key !== key);
  return {
    ...replaced({ ...draft, added: [] }),
    added: added.map((each) => ({ ...each, ...replaced(partsOf(each)) })),
  };
}

/** The draft with this text typed into a field that chooses; empty for none. */
export function withTyped(draft: Draft, field: string, text: string): Draft {
  if ((draft.typed[field] ?? '') === text) return draft;
  const others = Object.entries(draft.typed).filter(([each]) => each !== field);
  return { ...draft, typed: Object.fromEntries(text === '' ? others : [...others, [field, text]]) };
}

/** The draft without the participant at an index. What is typed into other rows goes, too, since rows have no name but their place. */
export function withoutParticipant(draft: Draft, index: number): Draft {
  const typed = Object.entries(draft.typed).filter(([field]) => !field.startsWith('participants.'));
  return { ...draft, participants: without(draft.participants, index), typed: Object.fromEntries(typed) };
}

/** The draft with the post that somebody new holds, in which he or she then also takes part where no other is chosen. */
export function withPostOf(draft: Draft, { key, post: former }: Added, post: Chosen | null): Draft {
  return {
    ...draft,
    added: draft.added.map((each) => (each.key === key ? { ...each, post } : each)),
    participants: draft.participants.map((each) =>
      each.actor?.key === key && (each.capacity === null || each.capacity.key === former?.key)
        ? { ...each, capacity: post }
        : each,
    ),
  };
}

const partsOf = ({ country, post }: Added) => ({ country, post });
