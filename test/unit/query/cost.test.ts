import { describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { createEngine } from '../../../src/query/engine.ts';
import { ask, fakeDatabase, schema } from '../../support/query.ts';

/** Runs a query on an engine that must not read the graph when it refuses the operation. */
async function refusalOf(query: string, variables: Record<string, unknown> = {}) {
  let statements = 0;
  const engine = createEngine({ schema, database: fakeDatabase(() => (statements++, [])) });
  const { errors } = await ask(engine, query, variables);
  const refusal = errors?.find(({ extensions }) => extensions.code === 'TOO_COSTLY');
  if (refusal) expect(statements).toBe(0);
  return refusal;
}

describe('the cost of an operation is known before the graph is read', () => {
  test('nested pages multiply, and the message names them', async () => {
    const refusal = await refusalOf(`{
      meetings(first: 100) { nodes { participations(first: 100) { nodes { actor { statements(first: 50) { nodes { gist } } } } } } }
    }`);
    expect(refusal?.extensions).toEqual({ code: 'TOO_COSTLY', estimate: 520_100, limit: 100_000 });
    expect(refusal?.message).toContain(
      'could return up to 520,100 nodes; the limit is 100,000. Most come from meetings (100) × participations (100) × statements (50).',
    );
    expect(refusal?.message).toContain('after: and the endCursor');
    expect(refusal?.locations).toHaveLength(1);
  });

  test('a size in a variable counts like a literal', async () => {
    const query = `query ($size: Int) {
      meetings(first: $size) { nodes { participations(first: 100) { nodes { claims { evidence { document { key } } } } } } }
    }`;
    expect(await refusalOf(query, { size: 100 })).toMatchObject({ extensions: { estimate: 560_100 } });
    expect(await refusalOf(query, { size: 10 })).toBeUndefined();
  });

  test('the default page has twenty nodes, the largest a hundred', async () => {
    const nested = (size: string) =>
      `{ meetings${size} { nodes { participations${size} { nodes { actor { claimsAbout${size} { nodes { text } } } } } } } }`;
    expect(await refusalOf(nested(''))).toBeUndefined();
    expect(await refusalOf(nested('(first: 5000)'))).toMatchObject({ extensions: { estimate: 1_020_100 } });
  });

  test('the same in edges and in nodes is returned twice; cursors and totals cost nothing', async () => {
    const inner = 'participations(first: 100) { nodes { actor { statements(first: 20) { totalCount } } } }';
    expect(
      await refusalOf(`{ meetings(first: 30) { totalCount edges { cursor node { ${inner} } } } }`),
    ).toBeUndefined();
    expect(await refusalOf(`{ meetings(first: 30) { nodes { ${inner} } edges { node { ${inner} } } } }`)).toMatchObject(
      { extensions: { estimate: 132_030 } },
    );
  });

  test('of the possible types, the most expensive counts', async () => {
    const on = (type: string, size: number) =>
      `... on ${type} { participations(first: ${size}) { nodes { actor { statements(first: 10) { nodes { gist } } } } } }`;
    expect(
      await refusalOf(`{ search(text: "x", first: 100) { nodes { ${on('Official', 50)} ${on('Country', 80)} } } }`),
    ).toBeUndefined();
    expect(
      await refusalOf(`{ search(text: "x", first: 100) { nodes { ${on('Official', 50)} ${on('Country', 90)} } } }`),
    ).toMatchObject({ extensions: { estimate: 109_100 } });
  });

  test('the items of a long list count as often as the list is used: under each alias, and for each row', async () => {
    const refs = Array.from({ length: 100 }, (_, index) => `meeting:m${index}`);
    const use = (aliases: number) =>
      `query ($refs: [Ref!]) { ${Array.from({ length: aliases }, (_, i) => `a${i}: entities(refs: $refs) { totalCount }`).join(' ')} }`;
    expect(await refusalOf(use(50), { refs })).toBeUndefined();
    const refusal = await refusalOf(use(100), { refs });
    expect(refusal).toMatchObject({ extensions: { estimate: 182_000, limit: 100_000 } });
    expect(refusal?.message).toContain(
      'of which 180,000 are for searches and networks, for long lists and texts in arguments',
    );
    expect(refusal?.message).toContain('Most come from entities (1,800 to read it). Send shorter lists');
    expect(await refusalOf(use(100), { refs: refs.slice(0, 10) })).toBeUndefined();

    const named =
      'query ($lang: [String!]) { meetings(first: 100) { nodes { name(lang: $lang) other: name(lang: $lang) } } }';
    expect(await refusalOf(named, { lang: ['uk', 'en'] })).toBeUndefined();
    expect(await refusalOf(named, { lang: Array.from({ length: 40 }, () => 'uk') })).toMatchObject({
      extensions: { estimate: 120_100 },
    });
  });

  test('a search counts beside what it finds, and a long text in it', async () => {
    const searches = (count: number) =>
      `query ($text: String!) { ${Array.from({ length: count }, (_, i) => `a${i}: search(text: $text, first: 1) { totalCount }`).join(' ')} }`;
    expect(await refusalOf(searches(50), { text: 'Ramstein' })).toBeUndefined();
    expect(await refusalOf(searches(100), { text: 'Ramstein' })).toMatchObject({ extensions: { estimate: 100_100 } });
    expect(await refusalOf(searches(60), { text: 'x'.repeat(9_000) })).toMatchObject({
      extensions: { estimate: 114_060 },
    });
  });
});

describe('what is asked about the schema costs too', () => {
  const introspection = getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true, oneOf: true });
  const [, field, fragments] = /(__schema[^]*)\}\s*(fragment FullType[^]*)/.exec(introspection)!;
  const asked = (times: number) =>
    `{ ${Array.from({ length: times }, (_, i) => `a${i}: ${field!}`).join(' ')} } ${fragments!}`;

  test('one introspection as tools send it is answered, fifty are refused', async () => {
    expect(await refusalOf(asked(1))).toBeUndefined();
    expect(await refusalOf(asked(50))).toMatchObject({
      message: expect.stringContaining('Most come from __schema'),
      extensions: { limit: 100_000 },
    });
  });

  test('so does the codebook', async () => {
    const books = (times: number) =>
      `{ ${Array.from({ length: times }, (_, i) => `a${i}: codebook { typeName field }`).join(' ')} }`;
    expect(await refusalOf(books(1))).toBeUndefined();
    expect(await refusalOf(books(100))).toBeDefined();
  });

  test('what is left out by @include costs nothing, and invalid arguments are told as before', async () => {
    const query = `query ($all: Boolean!, $old: Boolean) { ${asked(50)
      .slice(1, asked(50).lastIndexOf('} fragment'))
      .replaceAll('__schema', '__schema @include(if: $all)')} __typename } ${fragments!}`;
    expect(await refusalOf(query.replace(', $old: Boolean', ''), { all: false })).toBeUndefined();
  });
});

describe('interfaces in interfaces', () => {
  const nested = (levels: number): string =>
    levels === 0
      ? '{ id }'
      : `{ id ... on Entity { claimsAbout(first: 1) { nodes { subject ${nested(levels - 1)} } } } }`;

  test('take no longer for each type that a node may have', async () => {
    // With a visit for each of ten types on each level, this took minutes and all memory.
    expect(await refusalOf(`{ node(id: "x") ${nested(4)} }`)).toBeUndefined();
  });

  test('are refused where each type reads the same fields in its own way', async () => {
    const actor = (levels: number): string => {
      if (levels === 0) return '{ id }';
      const meetings = `meetings(first: 1) { nodes { ${['chairs', 'conveners', 'hosts'].map((role) => `${role} { actor ${actor(levels - 1)} }`).join(' ')} } }`;
      return `{ ${['Country', 'Official', 'Organization'].map((type) => `... on ${type} { ${meetings} }`).join(' ')} }`;
    };
    expect(await refusalOf(`{ node(id: "x") ${actor(3)} }`)).toMatchObject({
      message: expect.stringContaining('more than 2,000 fields, counted for each type'),
    });
  });
});
