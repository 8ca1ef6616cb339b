import { describe, expect, test } from '@jest/globals';
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
    ).toMatchObject({ extensions: { estimate: 108_100 } });
  });
});
