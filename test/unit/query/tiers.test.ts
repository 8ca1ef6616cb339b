import { describe, expect, test } from '@jest/globals';
import { setImmediate } from 'node:timers/promises';
import { createEngine } from '../../../src/query/engine.ts';
import { createTieredReader } from '../../../src/query/tiers/tiered-reader.ts';
import { type Sent, ask, fakeDatabase, schema } from '../../support/query.ts';

const isStatic = ({ cypher }: Sent) => cypher.includes('$batch');

/** An engine with two tiers over a database with one country, and the statements sent so far. */
function tiered({ fails = false } = {}) {
  const sent: Sent[] = [];
  const database = fakeDatabase((statement) => {
    sent.push(statement);
    if (isStatic(statement)) return [['4:db:1', { key: 'country:GB' }, ['Thing', 'Entity', 'Country']]];
    if (fails) throw new Error('The database is away.');
    return [['country:GB']];
  });
  const engine = createEngine({ schema, database, read: createTieredReader(database) });
  const execute = async (query: string) => {
    const before = sent.length;
    const { data } = await ask(engine, query);
    return { data, tiers: sent.slice(before).map((each) => (isStatic(each) ? 'static' : 'single')) };
  };
  /** Asks twice, which has the single statement planned. */
  const repeat = async (query: string) => {
    await execute(query);
    await execute(query);
    await setImmediate();
  };
  return { sent, execute, repeat };
}

const GB = '{ country(ref: "country-of-GB") { key } }';

describe('an engine with two tiers', () => {
  test('reads a new query by static statements, has it planned when it is asked again, and then uses the single one', async () => {
    const { sent, execute } = tiered();
    const first = await execute(GB);
    expect(first.data).toEqual({ country: { key: 'country:GB' } });
    await setImmediate();
    expect(sent.map(isStatic)).toEqual([true]);
    expect((await execute(GB)).data).toEqual(first.data);
    await setImmediate();
    expect(sent.map(isStatic)).toEqual([true, true, false]);
    expect(await execute(GB)).toEqual({ data: first.data, tiers: ['single'] });
  });

  test('recognises a statement by its text, whatever aliases and values the client used', async () => {
    const { execute, repeat } = tiered();
    await repeat(GB);
    const { tiers } = await execute('query Q { gb: country(ref: "country-of-FR") { its: key } }');
    expect(tiers).toEqual(['single']);
  });

  test('treats a statement as new where Neo4j would plan it again: beside others, and for values of another length', async () => {
    const { execute, repeat } = tiered();
    await repeat(GB);
    expect((await execute('{ country(ref: "c:1") { key } }')).tiers[0]).toBe('static');
    const two = '{ a: country(ref: "country-of-GB") { key } b: country(ref: "country-of-GB") { key } }';
    expect((await execute(two)).tiers).toEqual(['static', 'static']);
    await repeat(two);
    expect((await execute(two)).tiers).toEqual(['single', 'single']);
  });

  test('uses the single statement at once for very large results, and for lists that start from a relationship', async () => {
    const { execute } = tiered();
    const much = '{ officials(first: 100) { nodes { meetings(first: 100) { nodes { key } } } } }';
    expect((await execute(much)).tiers).toEqual(['single']);
    const delegations = '{ meeting(ref: "m:1") { delegations { participations { key } } } }';
    expect((await execute(delegations)).tiers).toEqual(['single']);
  });

  test('goes on where warming fails, and does not try the same again', async () => {
    const { sent, execute, repeat } = tiered({ fails: true });
    await repeat(GB);
    expect(sent.map(isStatic)).toEqual([true, true, false]);
    await expect(execute(GB)).rejects.toThrow('The database is away.');
  });

  test('limits how many statements wait to be warmed', async () => {
    const { sent, execute } = tiered();
    const fields = ['id', 'key', 'version', 'name', 'updatedAt', 'formerIds'];
    const shapes = Array.from({ length: 2 ** fields.length - 1 }, (_, number) =>
      fields.filter((_, index) => ((number + 1) >> index) & 1).join(' '),
    );
    const all = () => Promise.all(shapes.map((some) => execute(`{ country(ref: "country-of-GB") { ${some} } }`)));
    await all();
    await all();
    for (let turn = 0; turn < 100; turn++) await setImmediate();
    expect(sent.filter(isStatic)).toHaveLength(2 * shapes.length);
    expect(sent.length - 2 * shapes.length).toBeLessThan(shapes.length);
  });
});
