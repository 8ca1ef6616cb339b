import { describe, expect, test } from '@jest/globals';
import { setImmediate } from 'node:timers/promises';
import { createEngine } from '../../../src/query/engine.ts';
import { createTieredReader } from '../../../src/query/tiers/tiered-reader.ts';
import { type Sent, ask, fakeDatabase, schema } from '../../support/query.ts';

const isStatic = ({ cypher }: Sent) => cypher.includes('$level');

/** An engine of two tiers over a database that knows one country, and what it has been asked so far. */
function tiered({ fails = false } = {}) {
  const sent: Sent[] = [];
  const database = fakeDatabase((statement) => {
    sent.push(statement);
    if (isStatic(statement)) return [['4:db:1', { key: 'country:GB' }, ['Thing', 'Entity', 'Country']]];
    if (fails) throw new Error('The database is away.');
    return [['country:GB']];
  });
  const engine = createEngine({ schema, database, read: createTieredReader() });
  const asked = async (query: string) => {
    const before = sent.length;
    const { data } = await ask(engine, query);
    return { data, tiers: sent.slice(before).map((each) => (isStatic(each) ? 'static' : 'single')) };
  };
  return { sent, asked };
}

const GB = '{ country(ref: "country-of-GB") { key } }';

describe('an engine of two tiers', () => {
  test('answers by static statements what it was never asked, primes the single one, and then uses that', async () => {
    const { sent, asked } = tiered();
    const first = await asked(GB);
    expect(first.data).toEqual({ country: { key: 'country:GB' } });
    await setImmediate();
    expect(sent.map(isStatic)).toEqual([true, false]);
    expect(await asked(GB)).toEqual({ data: first.data, tiers: ['single'] });
  });

  test('knows a statement by its text, whatever names and values the caller gave', async () => {
    const { asked } = tiered();
    await asked(GB);
    await setImmediate();
    const { tiers } = await asked('query Q { gb: country(ref: "country-of-FR") { its: key } }');
    expect(tiers).toEqual(['single']);
  });

  test('takes a statement for new where Neo4j would plan it anew: beside others, and for values of another length', async () => {
    const { asked } = tiered();
    await asked(GB);
    await setImmediate();
    expect((await asked('{ country(ref: "c:1") { key } }')).tiers[0]).toBe('static');
    const two = '{ a: country(ref: "country-of-GB") { key } b: country(ref: "country-of-GB") { key } }';
    expect((await asked(two)).tiers.slice(0, 2)).toEqual(['static', 'static']);
    await setImmediate();
    expect((await asked(two)).tiers).toEqual(['single', 'single']);
  });

  test('reads at once by the single statement what may bring very much, and what starts from a relationship', async () => {
    const { asked } = tiered();
    const much = '{ officials(first: 100) { nodes { meetings(first: 100) { nodes { key } } } } }';
    expect((await asked(much)).tiers).toEqual(['single']);
    const delegations = '{ meeting(ref: "m:1") { delegations { participations { key } } } }';
    expect((await asked(delegations)).tiers).toEqual(['single']);
  });

  test('goes on where priming fails, and does not try the same again', async () => {
    const { sent, asked } = tiered({ fails: true });
    expect((await asked(GB)).data).toEqual({ country: { key: 'country:GB' } });
    await setImmediate();
    expect(sent.map(isStatic)).toEqual([true, false]);
    await expect(asked(GB)).rejects.toThrow('The database is away.');
  });

  test('lets only so many wait to be primed', async () => {
    const { sent, asked } = tiered();
    const fields = ['id', 'key', 'version', 'name', 'updatedAt', 'formerIds'];
    const shapes = Array.from({ length: 2 ** fields.length - 1 }, (_, number) =>
      fields.filter((_, index) => ((number + 1) >> index) & 1).join(' '),
    );
    await Promise.all(shapes.map((some) => asked(`{ country(ref: "country-of-GB") { ${some} } }`)));
    for (let turn = 0; turn < 100; turn++) await setImmediate();
    expect(sent.filter(isStatic)).toHaveLength(shapes.length);
    expect(sent.length - shapes.length).toBeLessThan(shapes.length);
  });
});
