import { describe, expect, test } from '@jest/globals';
import { createEngine } from '../../../src/query/engine.ts';
import { ask, fakeDatabase, schema } from '../../support/query.ts';

/** Executes a query on a graph that returns one tuple. */
async function answer(query: string, tuple: unknown[], variables?: Record<string, unknown>) {
  const engine = createEngine({ schema, database: fakeDatabase(() => [tuple]) });
  const { data, errors } = await ask(engine, query, variables);
  return { data: data as unknown, errors: errors?.map((error) => error.toJSON()) };
}

describe('null in a non-null field', () => {
  test('makes the nearest nullable parent null', async () => {
    // In alphabetical order: key, kind, ordinal.
    expect(await answer('{ m: meeting(ref: "m:1") { key ordinal sort: kind } }', ['m:1', null, 26])).toEqual({
      data: { m: null },
      errors: [
        {
          message: 'Cannot return null for non-nullable field Meeting.kind.',
          locations: [{ line: 1, column: 40 }],
          path: ['m', 'sort'],
        },
      ],
    });
  });

  test('has the index of the list item in its path', async () => {
    const query = '{ meeting(ref: "m:1") { key place { key } chairs { role } } }';
    // key; place: key and whether it exists; chairs: a tuple each.
    expect(await answer(query, ['m:1', 'p:1', true, [['CHAIR'], [null]]])).toMatchObject({
      data: { meeting: null },
      errors: [{ path: ['meeting', 'chairs', 1, 'role'] }],
    });
  });

  test('leaves the rest where a parent is nullable', async () => {
    const query = '{ meeting(ref: "m:1") { key place { key kind } } }';
    expect(await answer(query, ['m:1', 'p:1', null, true])).toMatchObject({
      data: { meeting: { key: 'm:1', place: null } },
      errors: [{ path: ['meeting', 'place', 'kind'] }],
    });
  });

  test('leaves no data where the root field is non-null', async () => {
    expect(await answer('{ claims { totalCount } }', [null])).toMatchObject({
      data: null,
      errors: [{ path: ['claims', 'totalCount'] }],
    });
  });
});

describe('a value that its type cannot represent', () => {
  test('is an error of its field', async () => {
    expect(await answer('{ meeting(ref: "m:1") { key mode } }', ['m:1', 'BY_PIGEON'])).toMatchObject({
      data: { meeting: { key: 'm:1', mode: null } },
      errors: [{ message: 'Enum "MeetingMode" cannot represent value: "BY_PIGEON"', path: ['meeting', 'mode'] }],
    });
  });

  test('numbers stay within their range', async () => {
    expect(await answer('{ meeting(ref: "m:1") { ordinal } }', [1.5])).toMatchObject({
      data: { meeting: { ordinal: null } },
      errors: [{ message: 'Int cannot represent non-integer value: 1.5' }],
    });
    const query = '{ entity(ref: "place:x") { ... on Place { latitude longitude } } }';
    // Its latitude, its longitude, and its type.
    expect(await answer(query, [-7, NaN, 'Place'])).toMatchObject({
      data: { entity: { latitude: -7, longitude: null } },
      errors: [{ message: 'Float cannot represent non numeric value: NaN', path: ['entity', 'longitude'] }],
    });
  });
});

describe('invalid arguments', () => {
  test('fail their field, with a code and a location', async () => {
    const query = '{ meeting(ref: "m:1") { key } claims(first: -1) { totalCount } }';
    expect(await answer(query, ['m:1'])).toEqual({
      data: null,
      errors: [
        {
          message: '`first` is -1; expected a number from 0 to 100.',
          locations: [{ line: 1, column: 31 }],
          path: ['claims'],
          extensions: { code: 'BAD_USER_INPUT' },
        },
      ],
    });
  });

  test('fail a nested field', async () => {
    const query = '{ meeting(ref: "m:1") { place { key claimsAbout(first: 1, last: 1) { totalCount } } } }';
    expect(await answer(query, ['p:1', true])).toMatchObject({
      data: { meeting: { place: null } },
      errors: [{ path: ['meeting', 'place', 'claimsAbout'], extensions: { code: 'BAD_USER_INPUT' } }],
    });
  });

  test('in variables are found first, and leave no data at all', async () => {
    const query = 'query ($first: Int!) { claims(first: $first) { totalCount } }';
    const { data, errors } = await answer(query, [0], { first: 'many' });
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([
      { message: 'Variable "$first" got invalid value "many"; Int cannot represent non-integer value: "many"' },
    ]);
  });
});

describe('the response', () => {
  test('has the fields in the order and under the aliases of the query', async () => {
    const query = '{ c: country(ref: "country:GB") { z: key __typename key } }';
    const { data } = await answer(query, ['country:GB']);
    expect(JSON.stringify(data)).toBe('{"c":{"z":"country:GB","__typename":"Country","key":"country:GB"}}');
  });

  test('takes any alias that GraphQL does', async () => {
    const { data } = await answer('{ country(ref: "country:GB") { __proto__: key } }', ['country:GB']);
    expect(JSON.stringify(data)).toBe('{"country":{"__proto__":"country:GB"}}');
  });

  test('evaluates @skip and @include for each execution', async () => {
    const query = `query ($names: Boolean = true) {
      country(ref: "country:GB") { key ...Names @include(if: $names) version @skip(if: true) }
    } fragment Names on Entity { name }`;
    expect((await answer(query, ['country:GB', 'United Kingdom'])).data).toEqual({
      country: { key: 'country:GB', name: 'United Kingdom' },
    });
    expect((await answer(query, ['country:GB'], { names: false })).data).toEqual({ country: { key: 'country:GB' } });
  });

  test('is null where the node does not exist', async () => {
    const engine = createEngine({ schema, database: fakeDatabase(() => []) });
    expect(await ask(engine, '{ country(ref: "country:XX") { key } }')).toEqual({ data: { country: null } });
  });
});

describe('an operation', () => {
  const engine = createEngine({ schema, database: fakeDatabase(() => []) });
  const run = (query: string, operationName?: string) =>
    import('graphql').then(({ parse }) => engine.execute({ document: parse(query), operationName }));

  test.each([
    [
      '{ __typename } query B { __typename }',
      undefined,
      'Must provide operation name if query contains multiple operations.',
    ],
    ['query A { __typename }', 'B', 'Unknown operation named "B".'],
    ['fragment F on Query { __typename }', undefined, 'Must provide an operation.'],
    [
      'subscription { claims }',
      undefined,
      expect.stringMatching(/by a WebSocket \(graphql-ws\) at \/graphql, or as server-sent/),
    ],
  ])('%s', async (query, name, message) => {
    expect((await run(query, name)).errors).toMatchObject([{ message }]);
  });

  test('is chosen by its name', async () => {
    expect(await run('query A { a: __typename } query B { b: __typename }', 'B')).toEqual({ data: { b: 'Query' } });
  });
});
