import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  type IntrospectionQuery,
  buildClientSchema,
  buildSchema,
  findBreakingChanges,
  getIntrospectionQuery,
  parse,
  printSchema,
  validate,
} from 'graphql';
import { createEngine } from '../../../src/query/engine.ts';
import { MalformedValue, rejectMalformed } from '../../../src/query/ir/malformed-value.ts';
import { ask, dataOf, fakeDatabase, schema } from '../../support/query.ts';

/** What each release has left: test/upgrade/README.md. */
const RELEASES = join(import.meta.dirname, '../../upgrade');

const untouched = fakeDatabase(() => {
  throw new Error('the database was used');
});
const engine = createEngine({ schema, database: untouched });

describe('what a release has promised', () => {
  const releases = globSync('*/schema.graphql', { cwd: RELEASES });

  test('is there for each of them', () => expect(releases).toEqual(['0.1.0/schema.graphql']));

  test.each(releases)('%s: nothing of it is gone or has changed for clients', (file) => {
    const released = buildSchema(readFileSync(join(RELEASES, file), 'utf8'));
    // docs/releases.md: what is to go is deprecated in a release first, and goes with the next middle number.
    expect(findBreakingChanges(released, schema).map(({ description }) => description)).toEqual([]);
  });
});

describe('introspection', () => {
  test('describes the whole schema, without reading the graph', async () => {
    const data = await dataOf<IntrospectionQuery>(engine, getIntrospectionQuery());
    const printed = printSchema(buildClientSchema(data));
    expect(printed).toContain('chairs: [Participation!]!');
    expect(printed).toContain('An opaque id or a readable key, wherever something is pointed at');
  });

  test('works under aliases, in fragments and with variables', async () => {
    const query = `query ($type: String!, $more: Boolean!) { __typename ...About again: __typename @include(if: $more) }
      fragment About on Query { meeting: __type(name: $type) { kind name } }`;
    expect(await dataOf(engine, query, { type: 'Meeting', more: false })).toEqual({
      __typename: 'Query',
      meeting: { kind: 'OBJECT', name: 'Meeting' },
    });
  });
});

describe('the codebook', () => {
  type Entry = { typeName: string; field: string | null; description: string; values: string[] | null };
  const read = () =>
    dataOf<{ book: Entry[] }>(
      engine,
      '{ book: codebook { ...E } } fragment E on CodebookEntry { typeName field description values }',
    );

  test('has types, fields, arguments and enum values, without reading the graph', async () => {
    const { book } = await read();
    const at = (typeName: string, field: string | null) =>
      book.filter((each) => each.typeName === typeName && each.field === field);
    expect(at('Modality', null)).toMatchObject([
      { values: ['OCCURRED', 'ONGOING', 'PLANNED', 'EXPECTED', 'POSSIBLE', 'UNDETERMINED'] },
    ]);
    expect(at('Modality', 'EXPECTED')).toEqual([
      {
        typeName: 'Modality',
        field: 'EXPECTED',
        description: 'It is to happen according to a forecast by somebody else; less firm than PLANNED.',
        values: null,
      },
    ]);
    expect(at('Participation', 'role')).toMatchObject([{ values: expect.arrayContaining(['CHAIR', 'CONVENER']) }]);
    expect(at('Meeting', 'delegations(of:)')).toEqual([
      {
        typeName: 'Meeting',
        field: 'delegations(of:)',
        description: 'Only the delegation of this country or organization.',
        values: null,
      },
    ]);
    expect(at('Country', 'memberships(match:)')).toMatchObject([{ values: ['POSSIBLY', 'CERTAINLY'] }]);
    expect(at('MeetingFilter', 'overdue')).toMatchObject([{ values: null }]);
  });

  test('has types, fields, arguments and enum values, without reading the graph', async () => {
    const { book } = await read();
    const told = (typeName: string, field: string) =>
      book.find((each) => each.typeName === typeName && each.field === field)?.description;
    expect(told('Meeting', 'key')).toBe(
      'A readable, unique reference: `meeting:udcg-26`. It works wherever a `Ref` is asked for.',
    );
    expect(told('Meeting', 'conflicts')).toBe(told('Entity', 'conflicts'));
    expect(told('Official', 'participations(orderBy:)')).toBe(told('Actor', 'participations(orderBy:)'));
  });

  test('has types, fields, arguments and enum values, without reading the graph', async () => {
    const { book } = await read();
    const names = book.map(({ typeName, field }) => `${typeName}.${field ?? ''}`);
    expect(new Set(names).size).toBe(names.length);
    expect(book.filter(({ description }) => description === '')).toEqual([]);
    expect(names.filter((name) => /Connection|Edge|^__|PageInfo/.test(name))).toEqual([]);
  });
});

describe('scalars', () => {
  const wrong = async (query: string, variables: Record<string, unknown> = {}) => {
    const { errors, data } = await ask(engine, query, variables);
    expect(data).toBeUndefined();
    return errors!.map(({ message }) => message).join('\n');
  };

  const refusedIn = async (query: string, variables: Record<string, unknown> = {}) => {
    const { data, errors } = await ask(engine, query, variables);
    return { data, errors: errors?.map((error) => error.toJSON()) };
  };

  test.each([
    ['meeting udcg', 'neither an id nor a key'],
    ['', 'neither an id nor a key'],
    ['"; MATCH (n) DETACH DELETE n', 'such as "meeting:udcg-26"'],
  ])('Ref refuses %j and says what it accepts', async (ref, reason) => {
    const error = { message: expect.stringContaining(reason), path: ['a'], extensions: { code: 'BAD_USER_INPUT' } };
    const query = 'query ($ref: Ref!) { a: meeting(ref: $ref) { key } __typename }';
    expect(await refusedIn(query, { ref })).toMatchObject({ data: { a: null, __typename: 'Query' }, errors: [error] });
    const literal = `{ a: meeting(ref: ${JSON.stringify(ref)}) { key } __typename }`;
    expect(await refusedIn(literal)).toMatchObject({
      data: { a: null, __typename: 'Query' },
      errors: [{ ...error, locations: [{ line: 1, column: 19 }] }],
    });
  });

  test('a reference in a filter, or below a root field, is refused in its field', async () => {
    const filtered = '{ meetings(filter: {body: "two words"}) { totalCount } }';
    expect(await refusedIn(filtered)).toMatchObject({ data: null, errors: [{ path: ['meetings'] }] });
  });

  test('Ref is a string', async () => {
    expect(await wrong('query ($ref: Ref!) { meeting(ref: $ref) { key } }', { ref: 26 })).toContain(
      'Ref must be a string',
    );
  });

  test.each(['2025-02-30', '12.2.2025', '2025-13', 20250212])('Date refuses %j', async (on) => {
    expect(await wrong('query ($on: Date!) { officeHolders(on: $on) { key } }', { on })).toContain(
      'expected a day such as "2025-02-12"',
    );
  });

  test.each(['2025-02', '2025'])('Date refuses %j where one day is meant', async (on) => {
    const query = 'query ($on: Date!) { officeHolders(on: $on) { key } __typename }';
    const error = { message: expect.stringContaining('Only `from` and `to` can be'), path: ['officeHolders'] };
    expect(await refusedIn(query, { on })).toMatchObject({ errors: [error] });
  });

  test('the ends of a window can be a month or a year: its first and its last day', () => {
    const { Date: DateScalar } = schema.getTypeMap() as unknown as Record<
      string,
      { parseValue(value: unknown): unknown }
    >;
    const period = (text: string) => DateScalar!.parseValue(text);
    expect(rejectMalformed({ filter: { time: { from: period('2023'), to: period('2024-02') } } })).toEqual({
      filter: { time: { from: '2023-01-01', to: '2024-02-29' } },
    });
  });

  test('DateTime refuses what is not an instant', async () => {
    const query = 'query ($at: DateTime) { meetings(filter: {updatedSince: $at}) { totalCount } }';
    expect(await wrong(query, { at: 'yesterday' })).toContain('expected an instant such as');
  });

  test('literals are checked like variables', async () => {
    await expect(ask(engine, '{ officeHolders(on: "12.2.2025") { key } }')).rejects.toThrow('expected a day');
  });

  test.each([
    ['{ meeting(ref: 26) { key } }', 16],
    ['{ officeHolders(on: "12.2.2025") { key } }', 21],
    ['{ meetings(filter: {updatedSince: "soon"}) { totalCount } }', 35],
  ])('an invalid literal has a location: %s', (query, column) => {
    const problems = validate(schema, parse(query)).map((error) => error.toJSON());
    expect(problems).toMatchObject([{ locations: [{ line: 1, column }] }]);
  });

  test('URL and EDTF say what they accept', () => {
    const { URL, EDTF } = schema.getTypeMap() as unknown as Record<string, { parseValue(value: unknown): unknown }>;
    const refusal = (value: unknown) => (value instanceof MalformedValue ? value.error.message : null);
    expect(refusal(URL!.parseValue('javascript:alert(1)'))).toContain('expected an http or https address');
    expect(String(URL!.parseValue('https://example.org/a'))).toBe('https://example.org/a');
    expect(refusal(EDTF!.parseValue('some day'))).toContain('"some day"');
    expect(EDTF!.parseValue(' 2025-02-14/2025-02-16 ')).toBe('2025-02-14/2025-02-16');
  });
});
