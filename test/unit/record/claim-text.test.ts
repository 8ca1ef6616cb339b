import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  Channel,
  Comparator,
  DevelopmentKind,
  EventStatus,
  Level,
  MeetingKind,
  MeetingMode,
  MembershipRole,
  ParticipationMode,
  ParticipationStatus,
  Role,
  SpeechAct,
  Stance,
  TenureStatus,
} from '../../../src/domain/vocabulary.generated.ts';
import { type TypeName } from '../../../src/domain/node-types.ts';
import { timeInWords } from '../../../src/domain/time/time-in-words.ts';
import * as claimText from '../../../src/record/draft/claim-text.ts';
import { type NodeRef } from '../../../src/record/resolve/node-ref.ts';
import { type RowValues } from '../../../src/record/draft/row-values.ts';

const node = (type: TypeName, id: string): NodeRef => ({ id, key: `key:${id}`, type, isNew: false });
const names: claimText.NodeNames = {
  nameOf: ({ type, id }) => `${type} of Name ${id}`,
  placePreposition: () => 'at',
};

/** Values that no two of which may read alike. */
const refs = (type: TypeName) => fc.constantFrom(node(type, 'A'), node(type, 'B'));
const times = fc
  .constantFrom('2025-02-12', '2022-04', '2022', '2025-02-14/2025-02-16', '[2025-02-05..2025-02-11]', '2022-02/..')
  .map((edtf) => ({ edtf }));
const oneOf = (words: Readonly<Record<string, string>>) => fc.constantFrom(...Object.values(words));
const topics = fc.constantFrom([node('Topic', 'A')], [node('Topic', 'A'), node('Topic', 'B')]);
const counts = fc.record({ value: fc.constantFrom(5, 50), comparator: oneOf(Comparator) });

/** The fields of each kind of row, all of them optional, and how its text is made. */
const kinds: Record<string, { fields: Record<string, fc.Arbitrary<unknown>>; text: (values: RowValues) => string }> = {
  meeting: {
    fields: {
      status: oneOf(EventStatus),
      time: times,
      places: fc.constantFrom([node('Place', 'A')], [node('Place', 'B')], [node('Place', 'A'), node('Place', 'B')]),
      kind: oneOf(MeetingKind),
      mode: oneOf(MeetingMode),
      body: refs('Organization'),
      ordinal: fc.constantFrom(25, 26),
      partOf: refs('Meeting'),
      topics,
      attendance: counts,
    },
    text: (values) => claimText.eventText(node('Meeting', 'M'), values, names),
  },
  development: {
    fields: { status: oneOf(EventStatus), time: times, kind: oneOf(DevelopmentKind), partOf: refs('Meeting'), topics },
    text: (values) => claimText.eventText(node('Development', 'D'), values, names),
  },
  participation: {
    fields: {
      capacity: refs('Post'),
      onBehalfOf: refs('Country'),
      standsInFor: refs('Official'),
      mode: oneOf(ParticipationMode),
      level: oneOf(Level),
      inferred: fc.constantFrom(true, false),
    },
    text: (values) =>
      Object.values(Role)
        .flatMap((role) =>
          Object.values(ParticipationStatus).map((status) =>
            claimText.participationText(
              { actor: node('Official', 'O'), meeting: node('Meeting', 'M'), role, status },
              values,
              names,
            ),
          ),
        )
        .join('\n'),
  },
  tenure: {
    fields: {
      status: oneOf(TenureStatus),
      acting: fc.constantFrom(true, false),
      start: times,
      end: times,
      observedAt: times,
    },
    text: (values) => claimText.tenureText(node('Official', 'O'), node('Post', 'P'), values, names),
  },
  membership: {
    fields: { role: oneOf(MembershipRole), start: times, end: times, observedAt: times },
    text: (values) => claimText.membershipText(node('Country', 'C'), node('Organization', 'O'), values, names),
  },
  statement: {
    fields: {
      speakers: fc.constantFrom(
        [node('Official', 'A')],
        [node('Official', 'A'), node('Country', 'B'), node('Organization', 'C')],
      ),
      capacity: refs('Post'),
      act: oneOf(SpeechAct),
      time: times,
      occasion: refs('Meeting'),
      addressee: refs('Country'),
      channel: oneOf(Channel),
      stance: oneOf(Stance),
      topics,
      document: refs('Document'),
    },
    text: (values) => claimText.statementText(values, undefined, names),
  },
  organization: {
    fields: { founded: times, dissolved: times },
    text: (values) => claimText.organizationText(node('Organization', 'O'), values, names),
  },
};

test.each(Object.entries(kinds))(
  'the text of a %s is a sentence without key, code or raw time',
  (_, { fields, text }) => {
    const values = fc.record(fields, { requiredKeys: [] }).filter((given) => Object.keys(given).length > 0);
    fc.assert(
      fc.property(values, (given) => {
        for (const sentence of text(given as RowValues).split('\n')) {
          expect(sentence).toMatch(/^[A-Z].*[^ ,]\.$/);
          expect(sentence).not.toMatch(/key:|undefined|null|\[object|[A-Z]{3}|_|\d{4}-\d\d|\.\.|[[\]]| {2}|, ,/);
        }
      }),
    );
  },
);

/** `inferred: false` is true of everything of which a source speaks, and goes without saying. */
const silent = new Set(['inferred']);

test.each(Object.entries(kinds))('two texts of a %s that differ in a value read differently', (_, { fields, text }) => {
  for (const [field, value] of Object.entries(fields)) {
    if (silent.has(field)) continue;
    const read = new Map<string, string>();
    for (const given of fc.sample(value, 60)) {
      const sentence = text({ [field]: given } as RowValues);
      const json = JSON.stringify(given);
      expect(read.get(sentence) ?? json).toBe(json);
      read.set(sentence, json);
    }
  }
});

test.each([
  ['2025-02-12', 'on 12 February 2025'],
  ['2022-04', 'in April 2022'],
  ['2025-XX', 'in 2025'],
  ['202X', 'in the 2020s'],
  ['2025-21', 'in the spring of 2025'],
  ['2025?', 'perhaps in 2025'],
  ['2025-02~', 'about February 2025'],
  ['2025-02-14/2025-02-16', 'from 14 to 16 February 2025'],
  ['2025-02-28/2025-03-02', 'from 28 February to 2 March 2025'],
  ['2024-12-30/2025-01-02', 'from 30 December 2024 to 2 January 2025'],
  ['2022-02/..', 'from February 2022 on'],
  ['/2022', 'until 2022'],
  ['[2025-02-05..2025-02-11]', 'on a day from 5 to 11 February 2025'],
  ['[2022-04..2022-06]', 'at some time from April to June 2022'],
  ['[2025-03-10,2025-03-17]', 'on 10 March 2025 or on 17 March 2025'],
  ['[..2022]', 'in 2022 or earlier'],
  ['20XX', 'at some time from 1 January 2000 to 31 December 2099'],
])('%s is told as "%s"', (edtf, words) => {
  expect(timeInWords(edtf)).toBe(words);
});

test('a post is said of a speaker alone, and of one among several', () => {
  const text = (...speakers: NodeRef[]) =>
    claimText.statementText({ speakers, capacity: node('Post', 'P') }, 'help goes on.', names);
  const [one, other] = [node('Official', 'A'), node('Country', 'B')];
  expect(text(one)).toBe('Official of Name A, as Post of Name P: help goes on.');
  expect(text(one, other)).toBe(
    'Official of Name A and Country of Name B, one of them as Post of Name P: help goes on.',
  );
});
