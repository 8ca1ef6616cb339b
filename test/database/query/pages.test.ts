import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Engine, createEngine } from '../../../src/query/engine.ts';
import { articleGraph } from '../../support/article.ts';
import { ask, dataOf, schema } from '../../support/query.ts';

interface Page {
  totalCount: number;
  nodes: { key: string }[];
  edges: { cursor: string; node: { key: string } }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

let engine: Engine;
beforeAll(async () => {
  engine = createEngine({ schema, database: await articleGraph() });
}, 180_000);

const PARTS = `{ totalCount nodes { key } edges { cursor node { key } }
  pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`;

/** A page of a list; in its text, `#` stands for the arguments and `@` for what is asked of it. */
async function pageOf(list: string, variables: Record<string, unknown>): Promise<Page> {
  const asked = list.replace('#', 'first: $first, after: $after, last: $last, before: $before').replace('@', PARTS);
  let found = await dataOf<object>(
    engine,
    `query ($first: Int, $after: String, $last: Int, $before: String) { ${asked} }`,
    variables,
  );
  while (!('pageInfo' in found)) found = Object.values(found)[0] as object;
  return found as Page;
}

const lists = [
  'claims(#) @',
  'claims(#, filter: {reviewStates: null}) @',
  'meetings(#) @',
  'meetings(#, orderBy: {field: ORDINAL}) @',
  'meetings(#, orderBy: {field: NAME, direction: DESC}) @',
  'meetings(#, orderBy: {field: UPDATED_AT, direction: DESC}) @',
  'events(#) @',
  'entities(#) @',
  'entities(#, types: [PLACE, TOPIC]) @',
  'countries(#) @',
  'officials(#) @',
  'organizations(#) @',
  'documents(#) @',
  'statements(#) @',
  'participations(#, orderBy: {field: LEVEL}) @',
  'participations(#, orderBy: {field: NAME, direction: DESC}) @',
  'meeting(ref: "meeting:msc-2025") { participations(#) @ }',
  'country(ref: "country:GB") { claimsAbout(#) @ }',
  'country(ref: "country:GB") { meetings(#, orderBy: {field: TIME, direction: DESC}) @ }',
  'official(ref: "official:john-healey") { meetings(#) @ }',
  'document(ref: "doc:article") { claimsAbout(#) @ }',
];

describe.each(lists)('%s', (list) => {
  test('all pages, forwards or backwards, have the whole list once', async () => {
    const whole = await pageOf(list, { first: 100 });
    const keys = whole.nodes.map(({ key }) => key);
    expect(keys).toHaveLength(whole.totalCount);
    expect(new Set(keys).size).toBe(keys.length);
    expect(whole.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
    const size = Math.max(1, Math.ceil(keys.length / 3));

    const forwards: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const page: Page = await pageOf(list, { first: size, after });
      forwards.push(...page.nodes.map(({ key }) => key));
      expect(page.edges.map(({ node }) => node)).toEqual(page.nodes);
      expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
      expect(page.pageInfo).toMatchObject({ startCursor: page.edges[0]!.cursor, endCursor: page.edges.at(-1)!.cursor });
      ({ endCursor: after, hasNextPage: more } = page.pageInfo);
    }
    expect(forwards).toEqual(keys);

    const backwards: string[] = [];
    for (let before: string | null = null, more = true; more;) {
      const page: Page = await pageOf(list, { last: size, before });
      backwards.unshift(...page.nodes.map(({ key }) => key));
      expect(page.pageInfo.hasNextPage).toBe(before !== null);
      ({ startCursor: before, hasPreviousPage: more } = page.pageInfo);
    }
    expect(backwards).toEqual(keys);
  });
});

test('a page between two cursors has the items between them', async () => {
  const { edges } = await pageOf('claims(#) @', { first: 10 });
  const between = { after: edges[2]!.cursor, before: edges[7]!.cursor };
  for (const size of [{ first: 100 }, { last: 100 }]) {
    const page = await pageOf('claims(#) @', { ...between, ...size });
    expect(page.nodes).toEqual(edges.slice(3, 7).map(({ node }) => node));
    expect(page.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
  }
});

test('a page has at most a hundred items, and none for first: 0', async () => {
  expect((await pageOf('claims(#) @', { first: 5_000 })).nodes).toHaveLength(69);
  expect(await pageOf('claims(#) @', { first: 0 })).toMatchObject({
    totalCount: 69,
    nodes: [],
    pageInfo: { hasNextPage: true, startCursor: null, endCursor: null },
  });
});

test('numbers in keys are sorted by value', async () => {
  const { nodes } = await pageOf('claims(#) @', { first: 12 });
  expect(nodes.map(({ key }) => key)).toEqual(
    Array.from({ length: 12 }, (_, i) => `c${String(i + 1).padStart(3, '0')}`),
  );
});

test('a cursor of another order is refused; the error names both orders', async () => {
  const { edges } = await pageOf('meetings(#) @', { first: 1 });
  const query = 'query ($after: String) { meetings(after: $after, orderBy: {field: NAME}) { nodes { key } } }';
  const { data, errors } = await ask(engine, query, { after: edges[0]!.cursor });
  expect(data).toBeNull();
  expect(errors).toMatchObject([
    { message: expect.stringMatching(/Meeting\.TIME\.ASC.*Meeting\.NAME\.ASC/), path: ['meetings'] },
  ]);
});
