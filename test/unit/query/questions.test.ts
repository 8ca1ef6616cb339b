import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type GraphQLInputType, getNamedType, isEnumType, isInputObjectType, isListType, isNonNullType } from 'graphql';
import { type Question, onlyRef, refsAskedFor, titleInWords } from '../../../src/query/questions/in-words.ts';
import { schema } from '../../support/query.ts';

const query = schema.getQueryType()!.getFields();
const asked = (list: string, values: Question['values']): Question => ({ parts: query[list]!.args, values });
const NAMES = new Map([
  ['org:udcg', 'Ukraine Defense Contact Group'],
  ['official:a', 'Ann'],
]);
const meetings = (filter: object) => titleInWords('Meetings', asked('meetings', { filter }), NAMES);

describe('a question in words', () => {
  test.each([
    [{}, 'Meetings'],
    [{ kinds: null, body: undefined }, 'Meetings'],
    [
      { body: 'org:udcg', time: { from: '2024-01-01' } },
      'Meetings (body: Ukraine Defense Contact Group; time from 2024-01-01)',
    ],
    [
      { time: { from: '2024-01-01', to: '2024-12-31', match: 'CERTAINLY' } },
      'Meetings (time from 2024-01-01 to 2024-12-31, certainly)',
    ],
    [{ time: {} }, 'Meetings (time at any time)'],
    [{ kinds: ['PHONE_CALL', 'VISIT'], beginsIn: ['2024'] }, 'Meetings (kinds: phone call, visit; beginning in: 2024)'],
    [{ kinds: [] }, 'Meetings (kinds: none)'],
    [{ overdue: false, text: 'Müller' }, 'Meetings (overdue: no; text: “Müller”)'],
    [{ actors: ['official:a', 'official:b'] }, 'Meetings (actors: Ann, official:b)'],
    [
      { participation: { actors: ['official:a'], roles: ['CHAIR'] } },
      'Meetings (participation (actors: Ann; roles: chair))',
    ],
    [
      { not: {}, anyOf: [{ kinds: ['VISIT'] }, { overdue: true }] },
      'Meetings (not (all); any of (kinds: visit) or (overdue: yes))',
    ],
    [{ minReliability: 'RELIABLE' }, 'Meetings (reliability: at least reliable)'],
  ])('%j', (filter, title) => expect(meetings(filter)).toBe(title));

  test('counts what a title has no room for', () => {
    const actors = Array.from({ length: 12 }, (_, n) => `official:${n}`);
    expect(meetings({ actors })).toBe(
      'Meetings (actors: official:0, official:1, official:2, official:3, official:4 and 7 more)',
    );
    const long = {
      body: `org:${'a'.repeat(70)}`,
      topic: `topic:${'b'.repeat(70)}`,
      text: 'c'.repeat(500),
      overdue: true,
    };
    expect(meetings(long)).toMatch(/; one more condition\)$/);
  });

  test('is never long, and names no more than is looked up', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(query)).chain(questions), (question) => {
        expect(titleInWords('X', question, new Map()).length).toBeLessThan(250);
        expect(refsAskedFor(question).length).toBeLessThanOrEqual(30);
      }),
    );
  });
});

test.each([
  ['meetings', { filter: { refs: ['a'] } }, 'a'],
  ['meetings', { filter: { refs: ['a', 'a'] }, orderBy: { field: 'TIME' } }, 'a'],
  ['entities', { refs: ['a'], lang: ['uk'] }, 'a'],
  ['meetings', { filter: { refs: ['a', 'b'] } }, null],
  ['meetings', { filter: { refs: ['a'], kinds: ['VISIT'] } }, null],
  ['meetings', { filter: { refs: ['a'] }, knownAt: '2026-01-01T00:00:00Z' }, 'a'],
  ['meetings', { filter: { refs: [] } }, null],
  ['meetings', {}, null],
])('what %s of %j asks for alone', (list, values, ref) => expect(onlyRef(asked(list, values))).toBe(ref));

/** Questions of a root field, with values of each type. */
function questions(list: string): fc.Arbitrary<Question> {
  return fc
    .record(Object.fromEntries(query[list]!.args.map(({ name, type }) => [name, valuesOf(type, 3)])), {
      requiredKeys: [],
    })
    .map((values) => asked(list, values));
}

function valuesOf(type: GraphQLInputType, depth: number): fc.Arbitrary<unknown> {
  if (isNonNullType(type)) return valuesOf(type.ofType, depth);
  if (isListType(type)) return fc.array(valuesOf(type.ofType, depth - 1), { maxLength: 8 });
  const named = getNamedType(type);
  if (isEnumType(named)) return fc.constantFrom(...named.getValues().map(({ name }) => name));
  if (!isInputObjectType(named)) return fc.oneof(fc.string({ maxLength: 300 }), fc.boolean(), fc.integer());
  if (depth <= 0) return fc.constant({});
  const fields = Object.values(named.getFields());
  return fc.record(Object.fromEntries(fields.map((field) => [field.name, valuesOf(field.type, depth - 1)])), {
    requiredKeys: [],
  });
}
