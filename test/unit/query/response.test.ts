import { describe, expect, test } from '@jest/globals';
import { createEngine } from '../../../src/query/engine.ts';
import { ask, fakeDatabase, schema } from '../../support/query.ts';

/** Answers a query from one tuple, as if the graph had given it. */
async function answer(query: string, tuple: unknown[], variables?: Record<string, unknown>) {
  const engine = createEngine({ schema, database: fakeDatabase(() => [tuple]) });
  const { data, errors } = await ask(engine, query, variables);
  return { data: data as unknown, errors: errors?.map((error) => error.toJSON()) };
}

describe('what must not be null and is', () => {
  test('makes null the nearest thing that may be', async () => {
    // In the order of their names: key, kind, ordinal.
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

  test('says in which item of a list', async () => {
    const query = '{ meeting(ref: "m:1") { key place { key } chairs { role } } }';
    // key; place: key and whether it is there; chairs: a tuple each.
    expect(await answer(query, ['m:1', 'p:1', true, [['CHAIR'], [null]]])).toMatchObject({
      data: { meeting: null },
      errors: [{ path: ['meeting', 'chairs', 1, 'role'] }],
    });
  });

  test('leaves the rest when what holds it may be null', async () => {
    const query = '{ meeting(ref: "m:1") { key place { key kind } } }';
    expect(await answer(query, ['m:1', 'p:1', null, true])).toMatchObject({
      data: { meeting: { key: 'm:1', place: null } },
      errors: [{ path: ['meeting', 'place', 'kind'] }],
    });
  });

  test('leaves no data where a root field must not be null', async () => {
    expect(await answer('{ claims { totalCount } }', [null])).toMatchObject({
      data: null,
      errors: [{ path: ['claims', 'totalCount'] }],
    });
  });
});

describe('what a type cannot represent', () => {
  test('is an error of its field', async () => {
    expect(await answer('{ meeting(ref: "m:1") { key mode } }', ['m:1', 'BY_PIGEON'])).toMatchObject({
      data: { meeting: { key: 'm:1', mode: null } },
      errors: [{ message: 'Enum "MeetingMode" cannot represent value: "BY_PIGEON"', path: ['meeting', 'mode'] }],
    });
  });

  test('and numbers keep within theirs', async () => {
    expect(await answer('{ meeting(ref: "m:1") { ordinal } }', [1.5])).toMatchObject({
      data: { meeting: { ordinal: null } },
      errors: [{ message: 'Int cannot represent non-integer value: 1.5' }],
    });
    const query = '{ entity(ref: "place:x") { ... on Place { latitude longitude } } }';
    // Its latitude, its longitude, and its labels, by which its type is told.
    expect(await answer(query, [-7, NaN, 'Place'])).toMatchObject({
      data: { entity: { latitude: -7, longitude: null } },
      errors: [{ message: 'Float cannot represent non numeric value: NaN', path: ['entity', 'longitude'] }],
    });
  });
});

describe('arguments that are not acceptable', () => {
  test('fail their field, with a code and the place; the rest is answered', async () => {
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

  test('fail it wherever it stands', async () => {
    const query = '{ meeting(ref: "m:1") { place { key claimsAbout(first: 1, last: 1) { totalCount } } } }';
    expect(await answer(query, ['p:1', true])).toMatchObject({
      data: { meeting: { place: null } },
      errors: [{ path: ['meeting', 'place', 'claimsAbout'], extensions: { code: 'BAD_USER_INPUT' } }],
    });
  });

  test('variables are coerced first, with no data at all when they cannot be', async () => {
    const query = 'query ($first: Int!) { claims(first: $first) { totalCount } }';
    const { data, errors } = await answer(query, [0], { first: 'many' });
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([
      { message: 'Variable "$first" got invalid value "many"; Int cannot represent non-integer value: "many"' },
    ]);
  });
});

describe('the response', () => {
  test('has its fields in the order and under the names of the query', async () => {
    const query = '{ c: country(ref: "country:GB") { z: key __typename key } }';
    const { data } = await answer(query, ['country:GB']);
    expect(JSON.stringify(data)).toBe('{"c":{"z":"country:GB","__typename":"Country","key":"country:GB"}}');
  });

  test('takes any name that GraphQL does', async () => {
    const { data } = await answer('{ country(ref: "country:GB") { __proto__: key } }', ['country:GB']);
    expect(JSON.stringify(data)).toBe('{"country":{"__proto__":"country:GB"}}');
  });

  test('leaves out what @skip and @include leave out, each time anew', async () => {
    const query = `query ($names: Boolean = true) {
      country(ref: "country:GB") { key ...Names @include(if: $names) version @skip(if: true) }
    } fragment Names on Entity { name }`;
    expect((await answer(query, ['country:GB', 'United Kingdom'])).data).toEqual({
      country: { key: 'country:GB', name: 'United Kingdom' },
    });
    expect((await answer(query, ['country:GB'], { names: false })).data).toEqual({ country: { key: 'country:GB' } });
  });

  test('is null where nothing is found', async () => {
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
    ['subscription { claims }', undefined, 'There are queries and mutations here, and no subscriptions.'],
  ])('%s', async (query, name, message) => {
    expect((await run(query, name)).errors).toMatchObject([{ message }]);
  });

  test('is chosen by its name', async () => {
    expect(await run('query A { a: __typename } query B { b: __typename }', 'B')).toEqual({ data: { b: 'Query' } });
  });
});
