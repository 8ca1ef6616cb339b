import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseTime } from '../../../src/domain/time/time.ts';
import { type Database, connect } from '../../../src/graph/database.ts';
import { migrations } from '../../../src/graph/migrations/index.ts';
import { placeInTime } from '../../../src/storage/time-lengths.ts';
import { flattenTime } from '../../../src/storage/times.ts';
import { testAddress, testDatabase } from '../../support/database.ts';
import { edtfs } from '../../unit/domain/arbitrary.ts';

let database: Database;
let other: Database;
beforeAll(async () => {
  database = await testDatabase();
  other = await connect(testAddress());
});
afterAll(() => other.close());

describe('migrate', () => {
  test('applies every step once, also when two servers start together on a new database', async () => {
    await forgetSchema(database);
    const outcomes = await Promise.all([database.migrate(), other.migrate(), database.migrate(), other.migrate()]);

    expect(outcomes.flatMap(({ applied }) => applied)).toEqual(migrations.map(({ name }) => name));
    const recorded = await database.read((tx) =>
      tx.run('MATCH (m:Migration) RETURN m.number AS number, m.name AS name ORDER BY number'),
    );
    expect(recorded).toEqual(migrations.map(({ number, name }) => ({ number, name })));
  });

  test('waits for indexes without holding up the constraint that another server creates', async () => {
    await database.write((tx) => tx.run("UNWIND range(1, 60000) AS n CREATE (:Filler {text: 'a long text ' + n})"));
    await database.write((tx) => tx.run('MATCH (m:Migration {number: 8}) DELETE m'));
    const state = "SHOW INDEXES YIELD name, state WHERE name = 'filler' RETURN state";
    expect(await database.read((tx) => tx.rows(state))).toEqual([]); // and planned before it has to be quick
    let creating: Promise<unknown>;
    // On a busy machine it may be done before it is seen.
    for (let seen: unknown; seen !== 'POPULATING';) {
      if (seen !== undefined) await schemaStatement(database, 'DROP CONSTRAINT filler');
      creating = schemaStatement(database, 'CREATE CONSTRAINT filler FOR (n:Filler) REQUIRE n.text IS UNIQUE');
      do seen = (await database.read((tx) => tx.rows(state)))[0]?.[0];
      while (seen === undefined);
      if (seen !== 'POPULATING') await creating;
    }
    const within = AbortSignal.timeout(60_000);
    const heldUp = once(within, 'abort').then(() => Promise.reject(new Error('Both wait for each other.')));
    await Promise.race([Promise.all([other.migrate(), creating!]), heldUp]);
    await schemaStatement(database, 'DROP CONSTRAINT filler');
    await database.write((tx) => tx.run('MATCH (n:Filler) DELETE n'));
  });

  test('refuses a database of a later release, and leaves it as it is', async () => {
    const later = Math.max(...migrations.map(({ number }) => number)) + 1;
    await database.write((tx) => tx.run('CREATE (:Migration {number: $later, name: "to come"})', { later }));
    const [before] = await database.read((tx) => tx.rows('MATCH (g:Graph) RETURN g.version'));
    await expect(other.migrate()).rejects.toMatchObject({
      code: 'DATABASE_IS_NEWER',
      message: expect.stringContaining(`migration ${later}`) as unknown,
    });
    expect(await database.read((tx) => tx.rows('MATCH (g:Graph) RETURN g.version'))).toEqual([before]);
    await database.write((tx) => tx.run('MATCH (m:Migration {number: $later}) DELETE m', { later }));
  });

  test('does nothing the second time', async () => {
    expect(await database.migrate()).toEqual({ applied: [], needsRebuild: false });
  });

  test('reports that an older graph needs a rebuild, and that a new one does not', async () => {
    await forgetSchema(database);
    expect(await database.migrate()).toMatchObject({ needsRebuild: false });
    await database.write((tx) => tx.run('MATCH (m:Migration {number: 4}) DELETE m'));
    expect(await database.migrate()).toEqual({ applied: ['plans by day'], needsRebuild: true });
  });

  test('gives older revisions their order and the node they belong to, also when two servers migrate at once', async () => {
    await database.write(async (tx) => {
      await tx.run('MATCH (m:Migration) WHERE m.number > 4 DELETE m');
      await tx.run(
        `UNWIND [['b', 1, 7], ['a', 1, 7], ['a', 2, 12]] AS row
         MERGE (t:Thing:Topic {id: row[0], key: 'topic:' + row[0], sortKey: 'topic:' + row[0]})
         CREATE (:Revision {id: row[0] + row[1], version: row[1], sequence: row[2]})-[:REVISES]->(t)`,
      );
    });
    await Promise.all([database.migrate(), other.migrate()]);
    const told = await database.read((tx) =>
      tx.rows(
        'MATCH (r:Revision) RETURN r.sortSequence, r.thing, r.typeName, r.key, r.version ORDER BY r.sortSequence',
      ),
    );
    expect(told).toEqual([
      ['000000000007|0000000', 'a', 'Topic', 'topic:a', 1],
      ['000000000007|0000001', 'b', 'Topic', 'topic:b', 1],
      ['000000000012|0000000', 'a', 'Topic', 'topic:a', 2],
    ]);
    await database.write((tx) => tx.run('MATCH (n:Topic|Revision) DETACH DELETE n'));
  });

  test('gives times of before the class of their length', async () => {
    const times = [undefined, ...fc.sample(edtfs, { numRuns: 200, seed: 5 })].map((edtf, index) => {
      const [time, id] = [parseTime({ edtf }), `t${index}`];
      const { timeLength, sortTime } = placeInTime(time, id);
      return { length: timeLength, node: { id, key: id, sortTime, ...flattenTime('time', time) } };
    });
    await database.write(async (tx) => {
      await tx.run('MATCH (m:Migration {number: 25}) DELETE m');
      await tx.run('UNWIND $times AS time CREATE (n:Thing:Fact:Statement) SET n = time.node', { times });
    });
    expect(await database.migrate()).toEqual({ applied: ['times by length'], needsRebuild: false });
    const stored = await database.read((tx) => tx.rows('MATCH (n:Statement) RETURN n.id, n.timeLength ORDER BY n.id'));
    expect(stored).toEqual(times.map(({ length, node }) => [node.id, length]).sort());
    await database.write((tx) => tx.run('MATCH (n:Statement) DELETE n'));
  });

  test('gives claims about known tenures and memberships a text with names', async () => {
    await database.write(async (tx) => {
      await tx.run('MATCH (m:Migration {number: 9}) DELETE m');
      await tx.run(
        `UNWIND [['CURRENT', 'tenure:a undefined.'], ['ENDED', 'tenure:a: end 2023.'], [null, 'Ada Lovelace left the post Analyst.']] AS row
         MERGE (t:Thing:Fact:Tenure {id: 'a', key: 'tenure:a'})
         MERGE (o:Thing:Official {id: 'o', key: 'official:o', name: 'Ada Lovelace'}) MERGE (t)-[:HELD_BY]->(o)
         MERGE (p:Thing:Post {id: 'p', key: 'post:p', name: 'Analyst'}) MERGE (t)-[:OF_POST]->(p)
         CREATE (c:Thing:Claim {id: row[1], key: row[1], text: row[1]})-[:SUPPORTS {
           fields: CASE WHEN row[0] IS NULL THEN ['end'] ELSE ['end', 'status'] END, values: ['{}'] + CASE WHEN row[0] IS NULL THEN [] ELSE ['"' + row[0] + '"'] END}]->(t)`,
      );
    });
    expect(await database.migrate()).toMatchObject({ applied: ['texts of known facts'] });
    const texts = await database.read((tx) => tx.rows('MATCH (c:Claim) RETURN c.text ORDER BY c.text'));
    expect(texts).toEqual([
      ['Ada Lovelace held the post Analyst.'],
      ['Ada Lovelace holds the post Analyst.'],
      ['Ada Lovelace left the post Analyst.'],
    ]);
    await database.write((tx) => tx.run('MATCH (n:Thing) DETACH DELETE n'));
  });

  test('makes the speaker of a statement a list of one, in what claims say and in revisions', async () => {
    const state = (speaker: string) =>
      `{"act":"INFORM","gist":"He said \\"speaker\\":\\"x\\".",${speaker},"standing":"ESTABLISHED"}`;
    const changes = (speaker: string) => `{"gist":{"after":"a"},${speaker},"time":{"after":{"edtf":"2025"}}}`;
    await database.write(async (tx) => {
      await tx.run('MATCH (m:Migration {number: 15}) DELETE m');
      await tx.run(
        `CREATE (t:Thing:Fact:Statement {id: 's', key: 'stmt:s'})-[:MADE_BY]->(:Thing:Official {id: 'o'})
         CREATE (c:Thing:Claim {id: 'c', key: 'c'})-[:SUPPORTS {fields: ['act', 'speaker'], values: ['"INFORM"', '"o"']}]->(t)
         CREATE (c)-[:SHELVED {was: 'SUPPORTS', fields: ['speaker'], values: ['"o"']}]->(t)
         CREATE (c)-[:SUPPORTS {fields: ['status'], values: ['"HELD"']}]->(:Thing:Meeting {id: 'm'})
         CREATE (:Revision {id: 'r', typeName: 'Statement', state: $state, changes: $changes})-[:REVISES]->(t)
         CREATE (:Revision {id: 'q', typeName: 'Claim', state: '{"says":[{"slot":"stmt:s|speaker"}]}', changes: '{}'})-[:REVISES]->(c)`,
        {
          state: state('"speaker":"official:o"'),
          changes: changes('"speaker":{"after":"official:o","before":"country:x"}'),
        },
      );
    });
    expect(await database.migrate()).toEqual({ applied: ['joint statements'], needsRebuild: true });
    const read = (cypher: string) => database.read((tx) => tx.rows(cypher));
    expect(await read('MATCH (:Claim)-[s]->() RETURN type(s), s.fields, s.values ORDER BY type(s), s.fields')).toEqual([
      ['SHELVED', ['speakers'], ['["o"]']],
      ['SUPPORTS', ['act', 'speakers'], ['"INFORM"', '["o"]']],
      ['SUPPORTS', ['status'], ['"HELD"']],
    ]);
    expect(await read('MATCH ()-[m:MADE_BY]->() RETURN m.order')).toEqual([[0]]);
    expect(await read('MATCH (r:Revision) RETURN r.state, r.changes ORDER BY r.id')).toEqual([
      ['{"says":[{"slot":"stmt:s|speakers"}]}', '{}'],
      [state('"speakers":["official:o"]'), changes('"speakers":{"after":["official:o"],"before":["country:x"]}')],
    ]);
    await database.write((tx) => tx.run('MATCH (n:Thing|Revision) DETACH DELETE n'));
  });

  test('makes the place of a meeting a list of one, in what claims say and in revisions', async () => {
    const conflicts = (slot: string) => `"conflicts":[{"slot":"meeting:m|${slot}"}],"kind":"VISIT"`;
    await database.write(async (tx) => {
      await tx.run('MATCH (m:Migration {number: 17}) DELETE m');
      await tx.run(
        `CREATE (t:Thing:Entity:Event:Meeting {id: 'm', key: 'meeting:m'})-[:HELD_AT]->(:Thing:Place {id: 'p', key: 'place:p'})
         CREATE (:Thing:Claim {id: 'c', key: 'c'})-[:SUPPORTS {fields: ['kind', 'place'], values: ['"VISIT"', '"p"']}]->(t)
         CREATE (:Revision {id: 'r', typeName: 'Meeting', state: $state, changes: $changes})-[:REVISES]->(t)`,
        {
          state: `{${conflicts('place')},"place":"place:p","standing":"ESTABLISHED"}`,
          changes: '{"place":{"after":"place:p"},"status":{"after":"HELD"}}',
        },
      );
    });
    expect(await database.migrate()).toEqual({ applied: ['meetings in several places'], needsRebuild: true });
    const read = (cypher: string) => database.read((tx) => tx.rows(cypher));
    expect(await read('MATCH (:Claim)-[s:SUPPORTS]->() RETURN s.fields, s.values')).toEqual([
      [
        ['kind', 'places'],
        ['"VISIT"', '["p"]'],
      ],
    ]);
    expect(await read('MATCH ()-[h:HELD_AT]->() RETURN h.order')).toEqual([[0]]);
    expect(await read('MATCH (r:Revision) RETURN r.state, r.changes')).toEqual([
      [
        `{${conflicts('places')},"places":["place:p"],"standing":"ESTABLISHED"}`,
        '{"places":{"after":["place:p"]},"status":{"after":"HELD"}}',
      ],
    ]);
    await database.write((tx) => tx.run('MATCH (n:Thing|Revision) DETACH DELETE n'));
  });

  test('creates one node for the write lock and one that counts commits', async () => {
    const counts = await database.read((tx) => tx.rows('RETURN COUNT { (:Graph) }, COUNT { (:Commits) }'));
    expect(counts).toEqual([[1, 1]]);
  });

  test('leaves every index online', async () => {
    const states = await database.read((tx) => tx.rows('SHOW INDEXES YIELD state RETURN DISTINCT state'));
    expect(states).toEqual([['ONLINE']]);
  });

  test('keeps ids and keys unique', async () => {
    const twice = database.write((tx) => tx.run("UNWIND [1, 2] AS n CREATE (:Thing {id: 'same'})"));
    await expect(twice).rejects.toThrow(/already exists/);
  });

  test('finds exact tokens, even a single Han character and a stop word', async () => {
    await database.write((tx) => tx.run("CREATE (:Entity {key: 'x:1', searchTokens: '范 范斯 it'})"));
    const find = (query: string) =>
      database.read((tx) =>
        tx.rows("CALL db.index.fulltext.queryNodes('entity_search', $query) YIELD node RETURN node.key", { query }),
      );
    for (const query of ['范', '范斯', 'it']) expect(await find(query)).toEqual([['x:1']]);
    expect(await find('斯')).toEqual([]);
    await database.write((tx) => tx.run("MATCH (n:Entity {key: 'x:1'}) DELETE n"));
  });
});

/** Makes the database as good as new. */
async function forgetSchema(database: Database): Promise<void> {
  await database.write((tx) => tx.run('MATCH (n) WHERE NOT n:Graph|Commits DETACH DELETE n'));
  const constraints = await database.read((tx) =>
    tx.rows('SHOW CONSTRAINTS YIELD name WHERE NOT name ENDS WITH "_only"'),
  );
  for (const [name] of constraints) await schemaStatement(database, `DROP CONSTRAINT ${String(name)}`);
  const indexes = await database.read((tx) =>
    tx.rows("SHOW INDEXES YIELD name, owningConstraint, type WHERE owningConstraint IS NULL AND type <> 'LOOKUP'"),
  );
  for (const [name] of indexes) await schemaStatement(database, `DROP INDEX ${String(name)}`);
}

async function schemaStatement(database: Database, cypher: string): Promise<void> {
  // Not part of what a database offers to other rooms, so by a connection of its own.
  const { uri, username, password } = testAddress();
  const neo4j = (await import('neo4j-driver')).default;
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password));
  await driver.executeQuery(cypher);
  await driver.close();
}
