import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type ExecutionResult,
  type GraphQLField,
  type GraphQLObjectType,
  __Schema,
  __Type,
  execute,
  extendSchema,
  getIntrospectionQuery,
  getNamedType,
  graphqlSync,
  isObjectType,
  parse,
  validate,
} from 'graphql';
import { getCodebook } from '../../../src/query/codebook.ts';
import { createEngine } from '../../../src/query/engine.ts';
import { fakeDatabase, schema as api } from '../../support/query.ts';

/** The API, with everything deprecated that may be: it has nothing of the kind itself. */
const schema = extendSchema(
  api,
  parse(`
    directive @old(one: Int @deprecated(reason: "Say another."), another: [String!]! = ["as it is"]) repeatable on FIELD
    enum Bygone { NOW THEN @deprecated }
    input Former { now: Bygone = NOW, then: Int @deprecated(reason: "No longer.") }
    interface Past { then(of: Former = {now: THEN}, at: Date @deprecated): ID @deprecated, now: [[Int!]!]! }
  `),
);

/** A graph in which nothing is found but one meeting without the kind that it must have. */
const engine = createEngine({
  schema,
  database: fakeDatabase(({ parameters }) => (parameters.p0 === 'meeting:broken' ? [[null]] : [])),
});
const rootValue = {
  codebook: () => getCodebook(schema),
  meeting: ({ ref }: { ref: string }) => (ref === 'meeting:broken' ? { kind: null } : null),
};

/** What is asked, and with which variables. */
type Question = [what: string, query: string, variables?: Record<string, unknown>];

/** Variables stand in each row: what a row leaves out, Jest would take for a callback that it has to wait for. */
const asRows = (questions: Question[]) =>
  questions.map(([what, query, variables = {}]) => ({ what, query, variables }));

async function answers(query: string, variables: Record<string, unknown> = {}) {
  const given = await engine.execute({ document: parse(query), variables });
  return { given, expected: graphqlSync({ schema, source: query, rootValue, variableValues: variables }) };
}

/**
 * Byte for byte, as the order of fields is part of an answer; errors of several fields may come in any order. Where one of
 * them leaves no data at all, it depends on who answers which others are told beside it.
 */
function expectSame(given: ExecutionResult, expected: ExecutionResult): void {
  if (expected.data !== null) return expect(textOf(given)).toBe(textOf(expected));
  expect(given.data).toBeNull();
  expect(given.errors!.map(String)).toContain(String(expected.errors!.at(-1)));
}

function textOf({ data, errors }: ExecutionResult): string {
  return JSON.stringify({ data, errors: errors?.map((error) => JSON.stringify(error)).sort() });
}

describe('what is asked about the schema is answered as graphql-js does', () => {
  test.each([
    ['as tools ask', {}],
    ['with all there is', { specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true }],
    ['with what is deprecated', { inputValueDeprecation: true, oneOf: true }],
    ['without descriptions', { descriptions: false }],
  ])('the whole of it, %s', async (_, options) => {
    const { given, expected } = await answers(getIntrospectionQuery(options));
    expect(given.errors).toBeUndefined();
    expectSame(given, expected);
  });

  test.each(
    asRows([
      ['aliases', '{ a: __type(name: "Meeting") { k: kind kind n: name } b: __type(name: "Role") { name } }'],
      ['a type that is not there', '{ __type(name: "Pigeon") { name } __schema { queryType { name } } }'],
      ['a name from a variable', 'query ($n: String!) { __type(name: $n) { name } }', { n: 'Meeting' }],
      ['a name by default', 'query ($n: String = "Meeting") { __type(name: $n) { name } }'],
      [
        'fragments in fragments, merged',
        `{ ...A ... on Query { __type(name: "Past") { fields(includeDeprecated: true) { name } } } }
       fragment A on Query { __type(name: "Past") { ...B } }
       fragment B on __Type { name fields(includeDeprecated: true) { args { name defaultValue } isDeprecated deprecationReason } }`,
      ],
      [
        'arguments that are deprecated',
        `{ p: __type(name: "Past") { fields(includeDeprecated: true) { few: args { name } args(includeDeprecated: true) { name deprecationReason } } }
         f: __type(name: "Former") { few: inputFields { name } inputFields(includeDeprecated: true) { name isDeprecated } }
         e: __type(name: "Bygone") { few: enumValues { name } enumValues(includeDeprecated: true) { name deprecationReason } }
         __schema { directives { name isRepeatable args(includeDeprecated: true) { name defaultValue type { ofType { ofType { name } } } } } } }`,
      ],
      [
        'what @skip and @include leave',
        `query ($yes: Boolean!, $no: Boolean = false) {
         a: __type(name: "Meeting") @include(if: $no) { name }
         ... @skip(if: $no) { b: __type(name: "Meeting") { name @skip(if: $yes) kind } }
         ...C @include(if: $yes)
       } fragment C on Query { __schema { queryType { name @include(if: $yes) } } }`,
        { yes: true },
      ],
      ['nothing at all', '{ __schema @skip(if: true) { queryType { name } } }'],
      [
        'the graph beside it, in the order of the question',
        `{ z: __type(name: "Meeting") { name } meeting(ref: "meeting:none") { key } __typename
         a: __schema { queryType { name } } country(ref: "country:XX") { key } }`,
      ],
      ['the codebook beside it', '{ __typename codebook { typeName } __type(name: "Query") { name } }'],
      ['a name that any object has', '{ __proto__: __type(name: "Meeting") { __proto__: name } }'],
    ]),
  )('$what', async ({ query, variables }) => {
    expect(validate(schema, parse(query))).toEqual([]);
    const { given, expected } = await answers(query, variables);
    expect(expected.errors).toBeUndefined();
    expectSame(given, expected);
  });

  test.each(
    asRows([
      ['null where a default was', 'query ($n: String = "x") { __type(name: $n) { name } __typename }', { n: null }],
      [
        'null in a root field that must not be null',
        'query ($old: Boolean = true) { __typename __schema { directives(includeDeprecated: $old) { name } } }',
        { old: null },
      ],
      ['a variable of another type', 'query ($n: String!) { __type(name: $n) { name } }', { n: 26 }],
      ['a variable that is not given', 'query ($n: String!) { __type(name: $n) { name } }'],
      [
        'an error of the graph beside it',
        '{ meeting(ref: "meeting:broken") { kind }\n__type(name: "Meeting") { name } }',
      ],
      [
        'errors of both',
        'query ($n: String = "x") { a: __type(name: $n) { name }\nmeeting(ref: "meeting:broken") { kind } }',
        { n: null },
      ],
    ]),
  )('with its errors: $what', async ({ query, variables }) => {
    const { given, expected } = await answers(query, variables);
    expect(expected.errors).toBeDefined();
    expectSame(given, expected);
  });
});

describe('any question about the schema', () => {
  /** Fields are called by what is asked of them, so that equal ones come together and others never meet. */
  const field = (type: GraphQLObjectType, depth: number): fc.Arbitrary<string> => {
    const fields = Object.values(type.getFields()).filter(
      (each) => depth > 0 || !isObjectType(getNamedType(each.type)),
    );
    return fc.constantFrom(...fields).chain((each) =>
      fc.tuple(argumentsOf(each), fc.constantFrom('', 'a_'), directive).chain(([args, alias, condition]) => {
        const below = getNamedType(each.type);
        const name = `${alias}${each.name}${args.replaceAll(/\W/g, '_')}`;
        const head = `${name}: ${each.name}${args}${condition}`;
        return isObjectType(below) ? selection(below, depth - 1).map((inner) => `${head} ${inner}`) : fc.constant(head);
      }),
    );
  };
  const argumentsOf = ({ args }: GraphQLField<unknown, unknown>): fc.Arbitrary<string> =>
    args.length === 0
      ? fc.constant('')
      : fc.constantFrom('', '(includeDeprecated: true)', '(includeDeprecated: $yes)', '(includeDeprecated: $maybe)');
  const directive = fc.constantFrom('', '', '', ' @skip(if: $yes)', ' @include(if: $yes)', ' @include(if: $no)');
  const item = (type: GraphQLObjectType, depth: number): fc.Arbitrary<string> =>
    fc.oneof(
      { arbitrary: field(type, depth), weight: 6 },
      { arbitrary: fc.constant('__typename'), weight: 1 },
      {
        arbitrary: fc
          .tuple(fc.constantFrom('...', `... on ${type.name}`), directive)
          .chain(([head, condition]) => selection(type, depth).map((inner) => `${head}${condition} ${inner}`)),
        weight: 1,
      },
    );
  const selection = (type: GraphQLObjectType, depth: number): fc.Arbitrary<string> =>
    fc
      .constant(null)
      .chain(() => fc.array(item(type, depth), { minLength: 1, maxLength: 4 }))
      .map((items) => `{ ${items.join(' ')} }`);

  const root = fc.oneof(
    selection(__Schema, 3).map((inner) => `__schema ${inner}`),
    fc
      .tuple(fc.constantFrom(...Object.keys(schema.getTypeMap()), '$name'), selection(__Type, 3))
      .map(
        ([name, inner]) =>
          `t_${name.replace('$', '_')}: __type(name: ${name === '$name' ? name : `"${name}"`}) ${inner}`,
      ),
    fc.constantFrom('__typename', 'country(ref: "country:XX") { key }', 'meeting(ref: "meeting:broken") { kind }'),
  );
  const variables = fc.record({
    yes: fc.boolean(),
    no: fc.option(fc.boolean(), { nil: undefined }),
    maybe: fc.constantFrom(true, false, undefined),
    name: fc.constantFrom('Meeting', 'Former', 'Bygone', 'Past', 'Pigeon', null),
  });

  test('has the answer of graphql-js', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(root, { minLength: 1, maxLength: 4 }), variables, async (roots, given) => {
        const query = `query ($yes: Boolean!, $no: Boolean! = false, $maybe: Boolean = true, $name: String = "Role") {\n${roots.join('\n')}\n}`;
        const document = parse(query);
        expectSame(
          await engine.execute({ document, variables: given }),
          // Not validated, as each question leaves some of the variables unused.
          await execute({ schema, document, rootValue, variableValues: given }),
        );
      }),
      { numRuns: 100 },
    );
  });
});
