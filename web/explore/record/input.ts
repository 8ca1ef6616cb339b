import type { AttributionKind, EventStatus, MeetingKind } from '../../../src/domain/vocabulary.generated.ts';
import type {
  AttributionInput,
  ParticipantInput,
  RecordInput,
  RecordMeetingInput,
  SourceInput,
} from '../api/documents.generated.ts';
import { isLanguage } from '../languages.ts';
import { edtfOf } from './built-time.ts';
import type { Added, AttributionDraft, Chosen, Draft, ParticipantDraft, SourceDraft } from './draft.ts';

/** Something that the form lacks, at its field, as a sentence. */
export interface Lack {
  field: string;
  message: string;
  /** The field says so itself, also before anybody has tried to record. */
  isSaidThere?: true;
}

/**
 * What the form sends: `recordMeeting`, or `record` where something is added that the record does not have yet, so that all of it
 * is one activity.
 */
export type Recording =
  { mutation: 'recordMeeting'; input: RecordMeetingInput } | { mutation: 'record'; input: RecordInput };

/** What has to be filled in before anything can be asked, in the order of the form. */
export function lacksOf(draft: Draft): Lack[] {
  const { known, names, kind, status, time, participants, externalIds, source, added, typed } = draft;
  const built = edtfOf(time);
  const lacks: (Lack | false)[] = [
    ...lacksOfSource(source),
    known === null &&
      names.every(({ value }) => value.trim() === '') && { field: 'names.0', message: 'Give the meeting a name.' },
    kind === '' && { field: 'kind', message: 'Choose what kind of meeting it is.' },
    status === '' && { field: 'status', message: 'Choose whether it is planned, was held or was called off.' },
    'missing' in built && { field: 'time', message: `To say when it was, ${built.missing}.` },
    draft.ordinal.trim() !== '' &&
      !/^\d{1,6}$/.test(draft.ordinal.trim()) && { field: 'ordinal', message: 'Write the number with digits.' },
    ...participants.flatMap(lacksOfParticipant),
    draft.attendance.trim() !== '' &&
      !/^\d{1,9}$/.test(draft.attendance.trim()) && {
        field: 'attendance',
        message: 'Write how many took part with digits: 57. Whether it is about or more than that is chosen beside it.',
      },
    draft.attendance.trim() === '' &&
      draft.comparator !== '' && { field: 'attendance', message: 'Write how many took part, or choose “exactly”.' },
    externalIds.some(({ scheme, value }) => (scheme.trim() === '') !== (value.trim() === '')) && {
      field: 'externalIds',
      message: 'Write both the scheme and the code: WIKIDATA and Q42.',
    },
    ...added.filter(({ key }) => referredTo(draft).has(key)).flatMap(lacksOfAdded),
  ];
  const notChosen = Object.entries(typed).flatMap(([field, text]): Lack[] =>
    text.trim() === '' ? [] : [{ field, message: notChosenInWords(text.trim()), isSaidThere: true }],
  );
  const said = new Set(notChosen.map(({ field }) => field));
  return [...lacks.filter((lack) => lack !== false).filter(({ field }) => !said.has(field)), ...notChosen];
}

/** What is wrong with a text that stands where something is to be chosen. */
export const notChosenInWords = (text: string): string =>
  `“${text}” is not chosen yet. Choose one of these, add it, or clear the field.`;

function lacksOfSource(source: SourceDraft): (Lack | false)[] {
  const { url, document, title, language, attributionKind, published, attribution } = source;
  const built = edtfOf(published);
  return [
    document === null &&
      url.trim() === '' &&
      title.trim() === '' && { field: 'source.url', message: 'Give the address of the source, or its title.' },
    url.trim() !== '' &&
      !URL.canParse(url.trim()) && { field: 'source.url', message: 'Write the whole address, beginning with https://' },
    document === null &&
      url.trim() !== '' &&
      title.trim() === '' &&
      source.kind !== 'SOCIAL_POST' && {
        field: 'source.title',
        message: 'Give the title of the page. A post without one is of the kind “social post”.',
      },
    attributionKind === '' && { field: 'source.attributionKind', message: 'Choose whose word it is.' },
    document === null &&
      language.trim() !== '' &&
      !isLanguage(language.trim()) && {
        field: 'source.language',
        message: `“${language.trim()}” is no language tag. Write en for English, zh-Hant for Chinese, uk for Ukrainian.`,
      },
    document === null &&
      'missing' in built && { field: 'source.published', message: `To say when it was published, ${built.missing}.` },
    lackOfParagraph('source.paragraph', source.paragraph),
    source.confidence.trim() !== '' &&
      !/^(\d{1,2}|100)$/.test(source.confidence.trim()) && {
        field: 'source.confidence',
        message: 'Write how sure you are as a number from 0 to 100.',
      },
    ...attribution.flatMap(({ agent, anonymous, how }, index) => [
      agent === null &&
        anonymous.trim() === '' && {
          field: `source.attribution.${index}`,
          message: 'Choose who it was, or describe somebody unnamed.',
        },
      how === '' && { field: `source.attribution.${index}.how`, message: 'Choose how it was passed on.' },
    ]),
  ];
}

/** Paragraphs are counted, so that a reader finds them and two rows of one paragraph are told to be. */
const lackOfParagraph = (field: string, paragraph: string): Lack | false =>
  paragraph.trim() !== '' &&
  !/^(H|CAP|[1-9]\d{0,3})$/i.test(paragraph.trim()) && {
    field,
    message: 'Write the number of the paragraph, such as 9; H for the headline, CAP for the caption of a picture.',
  };

const lacksOfParticipant = ({ actor, role, status, paragraph }: ParticipantDraft, index: number): (Lack | false)[] => [
  actor === null && { field: `participants.${index}.actor`, message: 'Choose who it is.' },
  role === '' && { field: `participants.${index}.role`, message: 'Choose the role.' },
  status === '' && { field: `participants.${index}.status`, message: 'Choose whether they were there.' },
  lackOfParagraph(`participants.${index}.paragraph`, paragraph),
];

const lacksOfAdded = (added: Added): (Lack | false)[] => {
  const field = `added.${added.key}`;
  return [
    added.__typename === 'Post' &&
      added.level === '' && { field, message: `Choose the level of the new post ${added.name}.` },
    added.__typename === 'Post' &&
      added.country === null && { field, message: `Choose the country of the new post ${added.name}.` },
    added.__typename === 'Organization' &&
      added.organizationKind === '' && { field, message: `Choose what kind of organization ${added.name} is.` },
    added.__typename === 'Place' &&
      added.placeKind === '' && { field, message: `Choose what kind of place ${added.name} is.` },
  ];
};

/** What the form says, for the API. Only for a draft without lacks. */
export function recordingOf(draft: Draft): Recording {
  const { known, knownVersion } = draft;
  const source = sourceOf(draft.source);
  const meeting = meetingOf(draft);
  const added = addedInUse(draft);
  const externalIds = externalIdsOf(draft);
  const why = filled({ reason: draft.reason });
  if (added.length === 0 && externalIds.length === 0) {
    const onto = known && { key: known.key, ...(knownVersion !== null && { expectedVersion: knownVersion }) };
    return { mutation: 'recordMeeting', input: { ...meeting, ...onto, source, ...why } };
  }
  const row = { ...meeting, ...identityOf(draft), ...(externalIds.length > 0 && { externalIds }) };
  const versions = known && knownVersion !== null ? [{ ref: known.key, version: knownVersion }] : [];
  return {
    mutation: 'record',
    input: {
      ...{ source, ...rowsOf(added, draft.participants), meetings: [row], ...why },
      ...(versions.length > 0 && { expectedVersions: versions }),
    },
  };
}

/** The new things that something in the form refers to, in the order in which they were added. */
export function addedInUse(draft: Draft): Added[] {
  const used = referredTo(draft);
  return draft.added.filter(({ key }) => used.has(key));
}

/** The keys to which the form refers: in the meeting, in the source, and in what is added for these. */
function referredTo({ added, ...draft }: Draft): Set<string> {
  const found = keysIn(draft);
  for (const { key, country, post } of added.toReversed())
    if (found.has(key)) for (const each of [country, post]) if (each) found.add(each.key);
  return found;
}

function keysIn(value: unknown): Set<string> {
  if (typeof value !== 'object' || value === null) return new Set();
  const own = '__typename' in value && 'key' in value ? [value.key as string] : [];
  return new Set([...own, ...Object.values(value).flatMap((part) => [...keysIn(part)])]);
}

function meetingOf(draft: Draft) {
  const { names, kind, status, time, raw, basis, places, mode, body, ordinal, partOf, participants, topics, note } =
    draft;
  const { attendance, comparator } = draft;
  const built = edtfOf(time);
  return {
    names: names.filter(({ value }) => value.trim() !== '').map(({ value, lang }) => ({ value: value.trim(), lang })),
    kind: kind as MeetingKind,
    status: status as EventStatus,
    ...('edtf' in built && built.edtf !== null && { time: { edtf: built.edtf, ...filled({ raw, basis }) } }),
    ...(places.length > 0 && { places: keysOf(places) }),
    ...filled({ mode, note, body: body?.key, partOf: partOf?.key }),
    ...(ordinal.trim() !== '' && { ordinal: Number(ordinal) }),
    ...(topics.length > 0 && { topics: keysOf(topics) }),
    ...(attendance.trim() !== '' && { attendance: { value: Number(attendance), ...filled({ comparator }) } }),
    participants: participants.map(participantOf),
  };
}

const externalIdsOf = ({ externalIds }: Draft) =>
  externalIds
    .map(({ scheme, value }) => ({ scheme: scheme.trim(), value: value.trim() }))
    .filter(({ scheme, value }) => scheme !== '' && value !== '');

const keysOf = (chosen: readonly Chosen[]) => chosen.map(({ key }) => key);

/** The fields that have a value; texts without the blanks around them. */
function filled<T extends Record<string, string | undefined>>(fields: T) {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  ) as { [Name in keyof T]?: NonNullable<Exclude<T[Name], ''>> };
}

const participantOf = (participant: ParticipantDraft) => {
  const { actor, role, status, capacity, onBehalfOf, standsInFor, level, mode, paragraph, inferred, note } =
    participant;
  const others = { capacity: capacity?.key, onBehalfOf: onBehalfOf?.key, standsInFor: standsInFor?.key };
  return {
    ...{ actor: actor!.key, role, status },
    ...filled({ ...others, level, mode, paragraph: paragraph.toUpperCase(), note }),
    ...(inferred && { inferred }),
  } as ParticipantInput;
};

function sourceOf(source: SourceDraft): SourceInput {
  const { url, document, title, kind, language, publisher, published, reliability, paragraph, attribution } = source;
  const built = edtfOf(published);
  const described = {
    ...filled({ url, title, kind, language, publisher: publisher?.key, reliability }),
    ...('edtf' in built && built.edtf !== null && { published: { edtf: built.edtf } }),
  };
  const known = publisher === null ? { document: document?.key } : filled({ url, publisher: publisher.key });
  return {
    ...(document === null ? described : known),
    ...filled({ paragraph: paragraph.toUpperCase() }),
    ...(source.confidence.trim() !== '' && { confidence: Number(source.confidence) }),
    attributionKind: source.attributionKind as AttributionKind,
    ...(attribution.length > 0 && { attribution: attribution.map(attributionOf) }),
  };
}

const attributionOf = ({ agent, anonymous, how }: AttributionDraft) =>
  ({
    ...(agent === null ? { anonymous: { description: anonymous.trim(), plural: false } } : { agent: agent.key }),
    how,
  }) as AttributionInput;

/** `record` wants a reference or a key for each meeting: of a new one that of its number in its body, else one of this form. */
function identityOf({ known, body, ordinal, names, idempotencyKey }: Draft) {
  if (known !== null) return { ref: known.key };
  if (body !== null && ordinal.trim() !== '')
    return { key: `meeting:${body.key.slice(body.key.indexOf(':') + 1)}-${Number(ordinal)}` };
  const name = names.find(({ lang, value }) => lang === 'en' && value.trim() !== '')?.value ?? '';
  return { key: `meeting:${[slugOf(name), idempotencyKey.slice(0, 8)].filter(Boolean).join('-')}` };
}

/** The beginning of a text as a part of a key: small Latin letters, digits and hyphens; empty if it has none of these. */
export const slugOf = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 48)
    .replace(/-+$/, '');

/**
 * The rows of `record` for what is added. Somebody new holds the post by this source, which says so in the paragraph that tells
 * of him or her as a participant.
 */
function rowsOf(added: readonly Added[], participants: readonly ParticipantDraft[]): Partial<RecordInput> {
  const of = (type: Added['__typename']) => added.filter(({ __typename }) => __typename === type);
  const named = ({ key, name, lang, country }: Added) => ({
    key,
    names: [{ value: name, lang }],
    ...filled({ country: country?.key }),
  });
  const paragraphOf = (key: string) => participants.find(({ actor }) => actor?.key === key)?.paragraph;
  const tenures = of('Official').flatMap(({ key, post }) =>
    post === null
      ? []
      : [
          {
            ...{ official: key, post: post.key, status: 'CURRENT' as const },
            ...filled({ paragraph: paragraphOf(key)?.toUpperCase() }),
          },
        ],
  );
  const rows = {
    officials: of('Official').map(named),
    organizations: of('Organization').map((each) => ({ ...named(each), ...filled({ kind: each.organizationKind }) })),
    posts: of('Post').map((each) => ({ ...named(each), ...filled({ level: each.level }) })),
    places: of('Place').map((each) => ({ ...named(each), ...filled({ kind: each.placeKind }) })),
    topics: of('Topic').map(named),
    tenures,
  };
  return Object.fromEntries(Object.entries(rows).filter(([, list]) => list.length > 0));
}
