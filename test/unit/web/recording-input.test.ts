import { describe, expect, test } from '@jest/globals';
import { RecordInput } from '../../../src/record/input/record-input.ts';
import {
  type Added,
  type Chosen,
  type Draft,
  emptyDraft,
  isEmpty,
  nextParticipant,
  replaceChosen,
  withKnown,
  withPostOf,
  withTyped,
  withoutParticipant,
} from '../../../web/explore/record/draft.ts';
import { lacksOf, recordingOf, slugOf } from '../../../web/explore/record/input.ts';
import { fieldOf } from '../../../web/explore/record/problems.ts';

const healey: Chosen = { __typename: 'Official', key: 'official:john-healey', name: 'John Healey' };
const moldova: Chosen = { __typename: 'Country', key: 'country:MD', name: 'Moldova' };
const added = (type: Added['__typename'], key: string, part: Partial<Added> = {}): Added => ({
  __typename: type,
  key,
  name: `New ${type}`,
  lang: 'en',
  country: null,
  post: null,
  level: '',
  organizationKind: '',
  placeKind: '',
  ...part,
});
const post = added('Post', 'post:md-widgets', { country: moldova, level: 'MINISTER' });
const ana = added('Official', 'official:ana', { country: moldova, post });

const KEY = '0123456789abcdef0123456789abcdef';

/** A form that can be sent. */
function draftOf(part: Partial<Draft> = {}): Draft {
  const draft: Draft = {
    ...emptyDraft(KEY),
    names: [{ value: ' Call of two ministers ', lang: 'en' }],
    kind: 'PHONE_CALL',
    status: 'HELD',
  };
  const source = {
    ...draft.source,
    url: 'https://example.org/a',
    title: 'A page',
    attributionKind: 'NARRATION',
  } as const;
  return { ...draft, source, ...part };
}

const participant = (actor: Chosen | null) => ({ ...nextParticipant(draftOf()), actor });

test('an empty form says what it needs, in its order, and never chooses whose word it is', () => {
  expect(lacksOf(emptyDraft(KEY)).map(({ field }) => field)).toEqual([
    'source.url',
    'source.attributionKind',
    'names.0',
    'kind',
    'status',
  ]);
  expect(isEmpty(emptyDraft(KEY))).toBe(true);
  expect(isEmpty(draftOf())).toBe(false);
});

test('what is half filled in is lacking, too', () => {
  const draft = draftOf({ participants: [participant(healey), participant(null)], ordinal: 'third' });
  draft.source = { ...draft.source, url: 'example.org', attribution: [{ agent: null, anonymous: '', how: '' }] };
  expect(lacksOf(draft).map(({ field }) => field)).toEqual([
    'source.url',
    'source.attribution.0',
    'source.attribution.0.how',
    'ordinal',
    'participants.1.actor',
  ]);
});

test.each([
  ['english', ['source.language']],
  ['zh-Hant-TW', []],
])('%s as the language of the page', (language, lacking) => {
  const draft = draftOf();
  expect(lacksOf({ ...draft, source: { ...draft.source, language } }).map(({ field }) => field)).toEqual(lacking);
});

test.each([
  ['the ninth', false],
  ['0', false],
  ['9', true],
  ['h', true],
  ['CAP', true],
])('%s as the paragraph', (paragraph, isTaken) => {
  const draft = draftOf({ participants: [{ ...participant(healey), paragraph }] });
  draft.source = { ...draft.source, paragraph };
  const message = expect.stringContaining('H for the headline');
  const lacks = ['source.paragraph', 'participants.0.paragraph'].map((field) => ({ field, message }));
  expect(lacksOf(draft)).toEqual(isTaken ? [] : lacks);
});

test('a new page needs its title, unless it is a post; a known one has it', () => {
  const draft = draftOf();
  const untitled = (part: Partial<Draft['source']>) =>
    lacksOf({ ...draft, source: { ...draft.source, title: ' ', ...part } }).map(({ field }) => field);
  expect(untitled({})).toEqual(['source.title']);
  expect(untitled({ kind: 'SOCIAL_POST' })).toEqual([]);
  expect(untitled({ document: { __typename: 'Document', key: 'doc:a', name: 'A' } })).toEqual([]);
});

test.each([
  [{ attendance: 'about 50' }, ['attendance']],
  [{ comparator: 'ABOUT' }, ['attendance']],
  [{ attendance: '50', comparator: 'ABOUT' }, []],
  [{ externalIds: [{ scheme: 'WIKIDATA', value: '' }] }, ['externalIds']],
  [{ externalIds: [{ scheme: '', value: '' }] }, []],
  [{ source: { ...draftOf().source, confidence: 'high' } }, ['source.confidence']],
] as [Partial<Draft>, string[]][])('%j lacks %j', (part, lacking) => {
  expect(lacksOf(draftOf(part)).map(({ field }) => field)).toEqual(lacking);
});

test('a known meeting needs no name', () => {
  const known = { __typename: 'Meeting', key: 'meeting:x', name: 'X' };
  expect(lacksOf(draftOf({ names: [], known }))).toEqual([]);
});

describe('what is sent', () => {
  test('is what is filled in, and nothing of what is not', () => {
    const draft = draftOf({
      time: { ...draftOf().time, form: 'day', first: '2025-02-12' },
      raw: '12日',
      participants: [participant(healey)],
      places: [moldova],
    });
    expect(recordingOf(draft)).toEqual({
      mutation: 'recordMeeting',
      input: {
        names: [{ value: 'Call of two ministers', lang: 'en' }],
        kind: 'PHONE_CALL',
        status: 'HELD',
        time: { edtf: '2025-02-12', raw: '12日' },
        places: ['country:MD'],
        participants: [{ actor: 'official:john-healey', role: 'PARTICIPANT', status: 'ATTENDED' }],
        source: { url: 'https://example.org/a', title: 'A page', attributionKind: 'NARRATION' },
      },
    });
  });

  test('refers to a known meeting and to a known document', () => {
    const draft = draftOf({ known: { __typename: 'Meeting', key: 'meeting:x', name: 'X' } });
    draft.source = {
      ...draft.source,
      title: 'What it was called before its address was known',
      document: { __typename: 'Document', key: 'doc:a', name: 'A' },
    };
    expect(recordingOf(draft).input).toMatchObject({
      key: 'meeting:x',
      source: { document: 'doc:a', attributionKind: 'NARRATION' },
    });
    expect(recordingOf(draft).input.source).not.toHaveProperty('title');
  });

  test('has what it is about, how many came, codes and why, and remarks of participants', () => {
    const aid: Chosen = { __typename: 'Topic', key: 'topic:aid', name: 'Aid' };
    const drones = added('Topic', 'topic:drones');
    const draft = draftOf({
      topics: [aid],
      attendance: ' 50 ',
      comparator: 'OVER',
      reason: 'Asked for by the desk.',
      participants: [{ ...participant(healey), inferred: true, note: 'By its list.', paragraph: 'h' }],
    });
    draft.source = { ...draft.source, confidence: '80', paragraph: 'cap' };
    const { mutation, input } = recordingOf(draft);
    expect(mutation).toBe('recordMeeting');
    expect(input).toMatchObject({
      topics: ['topic:aid'],
      attendance: { value: 50, comparator: 'OVER' },
      reason: 'Asked for by the desk.',
      participants: [{ inferred: true, note: 'By its list.', paragraph: 'H' }],
      source: { confidence: 80, paragraph: 'CAP' },
    });
    const coded: Draft = {
      ...draft,
      topics: [aid, drones],
      added: [drones],
      externalIds: [
        { scheme: 'WIKIDATA', value: ' Q42' },
        { scheme: '', value: '' },
      ],
    };
    expect(recordingOf(coded)).toMatchObject({
      mutation: 'record',
      input: {
        topics: [{ key: 'topic:drones', names: [{ value: 'New Topic', lang: 'en' }] }],
        meetings: [{ topics: ['topic:aid', 'topic:drones'], externalIds: [{ scheme: 'WIKIDATA', value: 'Q42' }] }],
      },
    });
    expect(() => RecordInput.parse(recordingOf({ ...coded, reason: '' }).input)).not.toThrow();
  });

  test('is for the version of a known meeting that was seen', () => {
    const known = { __typename: 'Meeting', key: 'meeting:x', name: 'X' };
    expect(recordingOf(draftOf({ known, knownVersion: 3 })).input).toMatchObject({
      key: 'meeting:x',
      expectedVersion: 3,
    });
    const coded = draftOf({ known, knownVersion: 3, externalIds: [{ scheme: 'WIKIDATA', value: 'Q42' }] });
    expect(recordingOf(coded).input).toMatchObject({
      meetings: [{ ref: 'meeting:x' }],
      expectedVersions: [{ ref: 'meeting:x', version: 3 }],
    });
    expect(withKnown(coded, healey).knownVersion).toBeNull();
  });

  test('adds the publisher to a known document that has none', () => {
    const draft = draftOf();
    const document = { __typename: 'Document', key: 'doc:a', name: 'A' };
    const publisher = { __typename: 'Organization', key: 'org:media', name: 'Media' };
    draft.source = { ...draft.source, document, publisher };
    expect(recordingOf(draft).input.source).toEqual({
      url: 'https://example.org/a',
      publisher: 'org:media',
      attributionKind: 'NARRATION',
    });
  });

  test('is one activity with whoever is new, their post and that they hold it', () => {
    const draft = draftOf({ participants: [participant(healey), participant(ana)], added: [post, ana] });
    const { mutation, input } = recordingOf(draft);
    expect(mutation).toBe('record');
    expect(input).toMatchObject({
      officials: [{ key: 'official:ana', names: [{ value: 'New Official', lang: 'en' }], country: 'country:MD' }],
      posts: [{ key: 'post:md-widgets', country: 'country:MD', level: 'MINISTER' }],
      tenures: [{ official: 'official:ana', post: 'post:md-widgets', status: 'CURRENT' }],
      meetings: [{ key: 'meeting:call-of-two-ministers-01234567' }],
    });
    expect(() => RecordInput.parse(input)).not.toThrow();
  });

  test('has the paragraph of a new participant also for the post that he or she holds', () => {
    const draft = draftOf({ participants: [{ ...participant(ana), paragraph: '5' }], added: [post, ana] });
    expect(recordingOf(draft).input).toMatchObject({
      tenures: [{ official: 'official:ana', paragraph: '5' }],
      meetings: [{ participants: [{ actor: 'official:ana', paragraph: '5' }] }],
    });
    expect(() => RecordInput.parse(recordingOf(draft).input)).not.toThrow();
  });

  test('leaves out what was added and is chosen nowhere', () => {
    expect(recordingOf(draftOf({ participants: [participant(healey)], added: [post, ana] })).mutation).toBe(
      'recordMeeting',
    );
  });

  test('gives a numbered meeting the key of its number', () => {
    const body = added('Organization', 'org:new-group', { organizationKind: 'OTHER' });
    const draft = draftOf({ body, ordinal: '3', added: [body] });
    expect(recordingOf(draft).input).toMatchObject({ meetings: [{ key: 'meeting:new-group-3', ordinal: 3 }] });
  });
});

test('somebody new who turns out to be known is replaced wherever chosen, and no longer added', () => {
  const draft = draftOf({
    participants: [{ ...participant(healey), standsInFor: ana }, participant(ana)],
    added: [post, ana],
  });
  const replaced = replaceChosen(draft, ana.key, healey);
  expect(replaced.participants.map(({ actor }) => actor?.key)).toEqual([healey.key, healey.key]);
  expect(replaced.participants[0]!.standsInFor).toEqual(healey);
  expect(replaced.added).toEqual([post]);
});

describe('what is typed and not chosen', () => {
  test('is lacking, once for a field, and the field says so itself', () => {
    const draft = draftOf({ participants: [participant(null)] });
    const typed = withTyped(withTyped(draft, 'source.publisher', 'Kyiv'), 'participants.0.actor', 'Jon ');
    expect(lacksOf(typed)).toEqual([
      expect.objectContaining({ field: 'source.publisher', isSaidThere: true }),
      expect.objectContaining({
        field: 'participants.0.actor',
        message: expect.stringContaining('“Jon” is not chosen'),
      }),
    ]);
    expect(withTyped(withTyped(typed, 'source.publisher', ''), 'participants.0.actor', '')).toEqual(draft);
    expect(lacksOf(withTyped(draftOf(), 'body', ' '))).toEqual([]);
  });

  test('goes with a row that is removed, since rows are told apart by their place', () => {
    const draft = withTyped(
      draftOf({ participants: [participant(healey), participant(null)] }),
      'participants.1.actor',
      'Jon',
    );
    expect(withoutParticipant(draft, 0)).toMatchObject({ participants: [{ actor: null }], typed: {} });
  });
});

test('somebody new takes part in the post that he or she holds, unless another is chosen', () => {
  const other = { ...post, key: 'post:other' };
  const draft = draftOf({ participants: [participant(ana), { ...participant(ana), capacity: other }], added: [ana] });
  const capacities = (of: Draft) => of.participants.map(({ capacity }) => capacity?.key ?? null);
  const given = withPostOf(draft, { ...ana, post: null }, post);
  expect(given.added[0]!.post).toEqual(post);
  expect(capacities(given)).toEqual([post.key, other.key]);
  expect(capacities(withPostOf(given, ana, null))).toEqual([null, other.key]);
});

test('a participant begins in the usual role, and as there or to be there', () => {
  expect(nextParticipant({ kind: 'PHONE_CALL', status: 'HELD' })).toMatchObject({
    role: 'PARTICIPANT',
    status: 'ATTENDED',
  });
  expect(nextParticipant({ kind: 'CONFERENCE', status: 'SCHEDULED' })).toMatchObject({
    role: 'ATTENDEE',
    status: 'PLANNED',
  });
  expect(nextParticipant({ kind: '', status: '' })).toMatchObject({ role: '', status: '' });
});

test.each([
  ['Call of Ana-Maria’s', 'call-of-ana-marias'],
  ['Réunion à Łódź', 'reunion-a-odz'],
  ['希利', ''],
])('%s is %s in a key', (text, slug) => {
  expect(slugOf(text)).toBe(slug);
});

describe('a problem is at its field', () => {
  const plain = draftOf({ participants: [participant(healey)] });
  const withNew = draftOf({ participants: [participant(ana)], added: [post, ana] });
  test.each([
    [['input', 'participants', '1', 'actor'], plain, 'participants.1.actor'],
    [['input', 'participants', '1'], plain, 'participants.1.actor'],
    [['input', 'time', 'edtf'], plain, 'time'],
    [['input', 'places', '0'], plain, 'places'],
    [['input', 'key'], plain, 'known'],
    [['input', 'expectedVersion'], plain, 'known'],
    [['input', 'expectedVersions', '0', 'version'], plain, 'known'],
    [['input', 'attendance', 'value'], plain, 'attendance'],
    [['input', 'topics', '0'], plain, 'topics'],
    [['input', 'meetings', '0', 'externalIds', '0', 'value'], withNew, 'externalIds'],
    [['input', 'names', '0', 'lang'], plain, 'names.0'],
    [['input', 'source', 'published', 'edtf'], plain, 'source.published'],
    [['input', 'source', 'attribution', '0', 'agent'], plain, 'source.attribution.0'],
    [['input', 'source', 'attribution', '0', 'how'], plain, 'source.attribution.0.how'],
    [['input', 'source', 'document'], plain, 'source.url'],
    [['input'], plain, 'form'],
    [['input', 'meetings', '0', 'participants', '1', 'role'], withNew, 'participants.1.role'],
    [['input', 'meetings', '0', 'ordinal'], withNew, 'ordinal'],
    [['input', 'officials', '0', 'country'], withNew, 'added.official:ana'],
    [['input', 'posts', '0', 'level'], withNew, 'added.post:md-widgets'],
    [['input', 'tenures', '0', 'post'], withNew, 'added.official:ana'],
  ])('%j', (path, draft, field) => {
    expect(fieldOf(path, draft)).toBe(field);
  });
});
