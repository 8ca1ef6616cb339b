import { beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { type Database } from '../../../src/graph/database.ts';
import { type Engine, createEngine } from '../../../src/query/engine.ts';
import { verify } from '../../../src/record/integrity/verify.ts';
import { ask, dataOf, schema } from '../../support/query.ts';
import { type Block, type MeetingRow, freshDatabase, importBlocks, queryGraph } from '../../support/recording.ts';

interface Change {
  cursor: string;
  at: string;
  by: string;
  operation: string;
  typeName: string;
  nodeId: string;
  key: string;
  node: { __typename: string; key: string } | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

let database: Database;
let engine: Engine;
/** When the meeting was recorded a second time. */
let second: string;

const source = (name: string): Block['source'] => ({
  url: `https://example.org/${name}`,
  title: name,
  kind: 'NEWS_ARTICLE',
  attributionKind: 'NARRATION',
});

const named = (value: string) => [{ value, lang: 'en' }];

const talks = (more: Partial<MeetingRow>): MeetingRow => ({
  key: 'meeting:talks',
  kind: 'BILATERAL_MEETING',
  names: named('Talks'),
  status: 'SCHEDULED',
  time: { edtf: '2025-02-12' },
  ...more,
});

beforeAll(async () => {
  database = await freshDatabase();
  engine = createEngine({ schema, database });
  const participants = [
    { key: 'part:talks-gb', actor: 'country:GB', role: 'CHAIR' as const, status: 'PLANNED' as const },
  ];
  const countries = ['GB', 'DE'].map((code) => ({ key: `country:${code}`, names: named(`Country ${code}`) }));
  const block = (row: Partial<MeetingRow>): Block[] => [{ source: source('a'), countries, meetings: [talks(row)] }];
  await importBlocks(database, 'a', block({ participants }), { by: 'ann' });
  await new Promise((done) => setTimeout(done, 5));
  second = new Date().toISOString();
  await importBlocks(database, 'a', block({ participants, status: 'HELD' }), { by: 'bob' });
  // Recorded again, it is no change.
  await importBlocks(database, 'a', block({ participants, status: 'HELD' }), { by: 'eve' });
}, 180_000);

const FIELDS = 'cursor at by operation typeName nodeId key before after reason node { __typename key }';
const changes = async (args: string, variables: Record<string, unknown> = {}): Promise<Change[]> => {
  const types: Record<string, string> = { since: 'DateTime', about: 'Ref' };
  const declared = Object.keys(variables).map((name) => `$${name}: ${types[name]}`);
  const head = declared.length > 0 ? `query (${declared.join(', ')})` : '';
  const data = await dataOf<{ changes: Change[] }>(engine, `${head} { changes${args} { ${FIELDS} } }`, variables);
  return data.changes;
};

describe('changes', () => {
  test('are listed in order, each once over all pages, whether a node was made of it or not', async () => {
    const forms = 'MATCH (r:Revision) RETURN DISTINCT r:Thing AS isThing ORDER BY isThing';
    expect(await queryGraph(database, forms)).toEqual([[false], [true]]);
    const all = await changes('(first: 100)');
    const paged: Change[] = [];
    for (let page = await changes('(first: 3)'); page.length > 0;) {
      paged.push(...page);
      page = await changes(`(first: 3, after: "${page.at(-1)!.cursor}")`);
    }
    expect(paged).toEqual(all);
    expect(new Set(all.map(({ cursor }) => cursor)).size).toBe(all.length);
    expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).sort());
    expect(all.map(({ by }) => by)).not.toContain('eve');
  });

  test('have the changed fields before and after', async () => {
    const [created, updated, ...more] = await changes('(typeNames: ["Meeting"])');
    expect(created).toMatchObject({ by: 'ann', operation: 'CREATE', key: 'meeting:talks', before: null });
    expect(created!.after).toMatchObject({ status: 'SCHEDULED', time: { edtf: '2025-02-12' } });
    expect(updated).toMatchObject({
      by: 'bob',
      operation: 'UPDATE',
      node: { __typename: 'Meeting', key: 'meeting:talks' },
      before: { status: 'SCHEDULED' },
      after: { status: 'HELD' },
    });
    expect(Object.keys(updated!.after!)).toEqual(['status']);
    expect(more).toEqual([]);
  });

  test('of a first revision are not stored beside its state, from which they follow', async () => {
    const stored = await queryGraph(
      database,
      'MATCH (r:Revision) RETURN r.operation, collect(DISTINCT r.changes IS NULL) ORDER BY r.operation',
    );
    expect(stored).toEqual([
      ['CREATE', [true]],
      ['UPDATE', [false]],
    ]);
    const [first] = await changes('(first: 1, typeNames: ["Country"])');
    expect([first!.before, first!.after!.names]).toEqual([null, [{ lang: 'en', value: 'Country GB', kind: 'COMMON' }]]);
  });

  test('since an instant leave out earlier ones', async () => {
    const later = await changes('(since: $since, first: 100)', { since: second });
    expect(later.length).toBeGreaterThan(0);
    expect(later.every(({ by, at }) => by === 'bob' && at >= second)).toBe(true);
  });

  test('about a node include those of its facts and of the claims about it', async () => {
    const about = async (key: string) => [
      ...new Set((await changes('(about: $about, first: 100)', { about: key })).map(({ key }) => key)),
    ];
    expect(await about('country:GB')).toEqual(expect.arrayContaining(['country:GB', 'part:talks-gb']));
    expect(await about('country:GB')).not.toContain('meeting:talks');
    expect(await about('country:DE')).toEqual(['country:DE']);
    expect(
      (await changes('(about: $about, first: 100)', { about: 'meeting:talks' })).map(({ typeName }) => typeName),
    ).toEqual(expect.arrayContaining(['Meeting', 'Participation', 'Claim']));
    expect(await about('meeting:unheard-of')).toEqual([]);
  });

  test('are read from the end by `last`, oldest first all the same', async () => {
    const all = await changes('(first: 100)');
    expect(await changes('(last: 3)')).toEqual(all.slice(-3));
    const newest = await changes('(last: 2)');
    expect(await changes(`(last: 2, before: "${newest[0]!.cursor}")`)).toEqual(all.slice(-4, -2));
    expect(await changes(`(first: 1, before: "${newest[0]!.cursor}")`)).toEqual(all.slice(0, 1));
  });

  test('by one caller are those that it recorded; by nobody, none', async () => {
    const all = await changes('(first: 100)');
    const byBob = all.filter(({ by }) => by === 'bob');
    expect(byBob.length).toBeGreaterThan(0);
    expect(await changes('(by: "bob", first: 100)')).toEqual(byBob);
    expect(await changes('(by: "bob", last: 1)')).toEqual(byBob.slice(-1));
    expect(await changes('(by: "nobody")')).toEqual([]);
  });

  test('of a deleted node can still be read', async () => {
    const id = randomUUID();
    await database.write((tx) =>
      tx.run(
        `CREATE (t:Tombstone {id: $id, key: 'topic:gone'}) CREATE (:Revision {id: $id, thing: $id, key: 'topic:gone', typeName: 'Topic',
           at: '2020-01-01T00:00:00.000Z', by: 'ann', operation: 'DELETE', version: 2, changes: '{"deleted":{"after":true}}',
           state: '{"deleted":true}', sequence: 0, sortSequence: '000000000000|0000000'})-[:REVISES]->(t)`,
        { id },
      ),
    );
    for (const about of [id, 'topic:gone']) {
      expect(await changes('(about: $about)', { about })).toMatchObject([
        {
          nodeId: id,
          key: 'topic:gone',
          typeName: 'Topic',
          operation: 'DELETE',
          node: null,
          before: null,
          after: { deleted: true },
        },
      ]);
    }
    await database.write((tx) => tx.run('MATCH (t:Tombstone {id: $id})<-[:REVISES]-(r) DETACH DELETE t, r', { id }));
  });

  test.each([
    ['(typeNames: ["Meting"])', /"Meting", which is not a node type; did you mean Meeting/],
    ['(after: "soon")', /`after` is not a cursor of this API/],
    ['(first: 1, last: 1)', /either `first` or `last`/],
    ['(first: -1)', /`first` is -1; expected a number from 0 to 100/],
  ])('%s is refused', async (args, message) => {
    const { data, errors } = await ask(engine, `{ changes${args} { cursor } }`);
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ message: expect.stringMatching(message), path: ['changes'] }]);
  });

  test('leave a graph that passes verify', async () => {
    expect(await verify(database)).toEqual([]);
  });
});
