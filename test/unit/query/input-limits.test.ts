import { describe, expect, test } from '@jest/globals';
import { getNamedType, getNullableType, isEnumType, isInputObjectType, isListType, parse, validate } from 'graphql';
import { inputLimits, MAX_CHARACTERS, MAX_ITEMS } from '../../../src/query/limits/input-limits.ts';
import { inputLimitsRule } from '../../../src/query/limits/literals.ts';
import { createEngine } from '../../../src/query/engine.ts';
import { fakeDatabase, schema } from '../../support/query.ts';

/** Types whose values are of one size. */
const FIXED = new Set(['Int', 'Float', 'Boolean']);

describe('every argument and input field of the schema', () => {
  const limits = [...inputLimits(schema)];

  test('of a list type has a limit of items, and says so', () => {
    const lists = limits.filter(([{ type }]) => isListType(getNullableType(type)));
    expect(lists.length).toBeGreaterThan(50);
    for (const [{ description }, { coordinate, items }] of lists) {
      expect([coordinate, items]).toEqual([coordinate, expect.any(Number)]);
      expect([coordinate, description]).toEqual([
        coordinate,
        expect.stringContaining(`At most ${items!.toLocaleString('en')} items`),
      ]);
    }
  });

  test('of a text type has a limit of characters, and it or its scalar says so', () => {
    for (const [{ type, description }, { coordinate, characters }] of limits) {
      const named = getNamedType(type);
      if (isEnumType(named) || isInputObjectType(named) || FIXED.has(named.name)) continue;
      expect([coordinate, characters]).toEqual([coordinate, MAX_CHARACTERS[named.name]]);
      const said = ['String', 'ID'].includes(named.name) ? description : named.description;
      expect([coordinate, said]).toEqual([
        coordinate,
        expect.stringContaining(`${characters!.toLocaleString('en')} characters`),
      ]);
    }
  });

  test('that is a list has items that are none: a list of lists would need a limit of its own', () => {
    for (const [{ type }, { coordinate }] of limits) {
      const list = getNullableType(type);
      if (isListType(list)) expect([coordinate, isListType(getNullableType(list.ofType))]).toEqual([coordinate, false]);
    }
  });

  test('takes more in mutations than in queries', () => {
    const itemsAt = (coordinate: string) => limits.find(([, each]) => each.coordinate === coordinate)![1].items;
    expect(itemsAt('Query.entities(refs:)')).toBe(MAX_ITEMS.read);
    expect(itemsAt('ParticipationFilter.actors')).toBe(MAX_ITEMS.read);
    expect(itemsAt('RecordInput.meetings')).toBe(MAX_ITEMS.write);
    expect(itemsAt('MeetingInput.participants')).toBe(MAX_ITEMS.write);
  });
});

const REFS = Array.from({ length: 101 }, (_, index) => `meeting:m${index}`);
const LITERAL = REFS.map((ref) => `"${ref}"`).join(' ');

describe('in a document', () => {
  const problemsOf = (query: string) =>
    validate(schema, parse(query), [inputLimitsRule]).map(({ message, extensions }) => ({
      message,
      ...(extensions as { argument: string; size: number }),
    }));

  test('a list that is too long is refused with its place, its size, the limit and the way out', () => {
    expect(problemsOf(`{ entities(refs: [${LITERAL}]) { totalCount } }`)).toEqual([
      {
        message:
          '`Query.entities(refs:)` has 101 items; the limit is 100. Send at most 100 at once, the others in further operations.',
        code: 'BAD_USER_INPUT',
        argument: 'Query.entities(refs:)',
        size: 101,
        limit: 100,
      },
    ]);
    expect(problemsOf(`{ entities(refs: [${LITERAL.slice(LITERAL.indexOf(' '))}]) { totalCount } }`)).toEqual([]);
  });

  test('all problems come at once, also those inside of input objects', () => {
    const long = 'x'.repeat(10_001);
    expect(
      problemsOf(`{
        meetings(filter: {text: "${long}", refs: [${LITERAL}], participation: {actors: [${LITERAL}]}}) { totalCount }
        search(text: "a", lang: ["${long}"]) { totalCount }
      }`).map(({ argument, size }) => [argument, size]),
    ).toEqual([
      ['MeetingFilter.text', 10_001],
      ['MeetingFilter.refs', 101],
      ['ParticipationFilter.actors', 101],
      ['Query.search(lang:)', 10_001],
    ]);
  });
});

describe('in variables', () => {
  const engine = createEngine({
    schema,
    database: fakeDatabase(() => {
      throw new Error('the database was asked');
    }),
  });
  const errorsOf = async (query: string, variables?: Record<string, unknown>) =>
    (await engine.execute({ document: parse(query), variables })).errors?.map(({ message }) => message);

  test('the place is the path in the variable, beside the argument that has the limit', async () => {
    const query = `query ($filter: MeetingFilter, $lang: [String!]) {
      meetings(filter: $filter) { nodes { name(lang: $lang) } }
    }`;
    const variables = { filter: { participation: { actors: REFS } }, lang: ['en', 'x'.repeat(10_001)] };
    expect(await errorsOf(query, variables)).toEqual([
      '`$filter.participation.actors` (for `ParticipationFilter.actors`) has 101 items; the limit is 100. Send at most 100 at once, the others in further operations.',
      '`$lang.1` (for `Meeting.name(lang:)`) has 10,001 characters; the limit is 10,000. Shorten it.',
    ]);
  });

  test('a default, and a part of a literal, count like any other value', async () => {
    expect(
      await errorsOf(`query ($refs: [Ref!] = [${LITERAL}]) { meetings(filter: {refs: $refs}) { totalCount } }`),
    ).toEqual([expect.stringContaining('`$refs` (for `MeetingFilter.refs`) has 101 items')]);
  });

  test('is refused before it is coerced: not each item is looked at', async () => {
    const refs = Array.from({ length: 60_000 }, () => 'two words');
    expect(await errorsOf('query ($refs: [Ref!]) { entities(refs: $refs) { totalCount } }', { refs })).toEqual([
      expect.stringContaining('has 60,000 items'),
    ]);
  });

  test('what does not fit its type is told as before', async () => {
    expect(
      await errorsOf('query ($refs: [Ref!]) { entities(refs: $refs) { totalCount } }', { refs: [[['a:b']], 26] }),
    ).toHaveLength(2);
  });
});
