import { describe, expect, test } from '@jest/globals';
import { type NetworkMode, type TieWeight } from '../../../src/domain/vocabulary.generated.ts';
import { type NetworkPool } from '../../../src/network/pool.ts';
import { pathCost } from '../../../src/network/sources.ts';
import { type Network } from '../../../src/network/types.ts';
import { createEngine } from '../../../src/query/engine.ts';
import { type NetworkEntity, type NetworkReader } from '../../../src/query/ir/computed.ts';
import { MAX_PATH_COST, projectNetwork } from '../../../src/query/networks/read-network.ts';
import { createSharedWork } from '../../../src/query/networks/shared-work.ts';
import { ask, fakeDatabase, schema } from '../../support/query.ts';
import { presencesFrom } from '../network/networks.ts';

describe('work that several wait for', () => {
  /** Work that ends when the test says so, or when nobody is left who wants it. */
  function slowWork() {
    const { promise, resolve } = Promise.withResolvers<string>();
    const begun: AbortSignal[] = [];
    const work = (signal: AbortSignal) => {
      begun.push(signal);
      return Promise.race([
        promise,
        new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error))),
      ]);
    };
    return { work, begun, end: resolve };
  }

  test('is done once, and goes on when one of them leaves, also who began it', async () => {
    const [compute, { work, begun, end }] = [createSharedWork<string>(), slowWork()];
    const [first, second] = [new AbortController(), new AbortController()];
    const answers = [compute('a', work, first.signal), compute('a', work, second.signal)];
    first.abort(new Error('left'));
    await expect(answers[0]).rejects.toThrow('left');
    end('done');
    expect(await answers[1]).toBe('done');
    expect(await compute('a', work, undefined)).toBe('done');
    expect(begun).toHaveLength(1);
  });

  test('is stopped when the last leaves, and begun anew for the next', async () => {
    const [compute, { work, begun, end }] = [createSharedWork<string>(), slowWork()];
    const leaving = new AbortController();
    const answer = compute('a', work, leaving.signal);
    leaving.abort(new Error('left'));
    const next = compute('a', work, new AbortController().signal);
    await expect(answer).rejects.toThrow('left');
    end('done');
    expect(await next).toBe('done');
    expect(begun.map(({ aborted }) => aborted)).toEqual([true, false]);
  });

  test('that has failed is begun anew', async () => {
    const compute = createSharedWork<string>();
    await expect(compute('a', () => Promise.reject(new Error('no')), undefined)).rejects.toThrow('no');
    expect(await compute('a', () => Promise.resolve('yes'), undefined)).toBe('yes');
  });
});

const OPTIONS = {
  mode: 'ONE_MODE' as NetworkMode,
  weight: 'COUNT' as TieWeight,
  maxMeetingSize: null,
  minWeight: null,
  around: null,
};

/** A network of so many nodes without their ties, of which only the number counts here. */
async function networkOf(nodeCount: number, ends: number) {
  const network: Network = {
    nodes: Int32Array.from({ length: nodeCount }, (_, node) => node),
    offsets: new Int32Array(nodeCount + 1),
    neighbours: new Int32Array(ends),
    weights: new Float64Array(0),
    tieCount: ends / 2,
  };
  const pool: Partial<NetworkPool> = {
    project: () => Promise.resolve(network),
    measure: (() => Promise.resolve(new Float64Array(nodeCount))) as unknown as NetworkPool['measure'],
  };
  const entities = Array.from({ length: nodeCount }, (_, n): NetworkEntity => ({
    ...{ id: `${n}`, key: `official:${n}`, type: 'Official', names: [], country: null, time: null },
  }));
  const read = { presences: presencesFrom([], nodeCount), entities, meetingIds: [], bytes: 0 };
  const { answers } = await projectNetwork(pool as NetworkPool, read, OPTIONS, undefined);
  return { network, answers };
}

describe('what is too costly', () => {
  const betweenness = (sample: number | null) => ({
    ...({ measure: 'betweenness', lengths: 'STEPS', sample } as Parameters<
      Awaited<ReturnType<typeof networkOf>>['answers']['measure']
    >[0]),
  });

  test('is refused with the figures, and with the largest sample that is not refused', async () => {
    const { network, answers } = await networkOf(10_000, 10_000_000);
    const refused = await Promise.resolve()
      .then(() => answers.measure(betweenness(null)))
      .catch((error: unknown) => error);
    expect(refused).toMatchObject({
      code: 'TOO_COSTLY',
      details: { estimate: pathCost(network, null), limit: MAX_PATH_COST },
      message: expect.stringContaining('looks at 100,000,000,000 ends of ties; the limit is 10,000,000,000') as unknown,
    });
    const advised = Number(/sample: (\d+)/.exec((refused as Error).message)![1]);
    expect(await answers.measure(betweenness(advised))).toHaveLength(10_000);
    expect(() => answers.measure(betweenness(advised + 1))).toThrow('limit');
  });

  test('is refused without a sample where none would do, and for closeness', async () => {
    const { answers } = await networkOf(300_000, 10_000_000);
    expect(() => answers.measure(betweenness(null))).toThrow(/the limit is 10,000,000,000\. Ask for less/);
    const closeness = { measure: 'closeness', lengths: 'STEPS', sample: null } as never;
    expect(() => answers.measure(closeness)).toThrow(/`closeness`.* Ask for less/);
  });

  test('more nodes or ties than an answer has are refused if it is not said how many', async () => {
    const { answers } = await networkOf(10_001, 20_002);
    const networks: NetworkReader = {
      read: (question) =>
        Promise.resolve({
          ...answers,
          ...{
            question,
            mode: OPTIONS.mode,
            nodes: Array.from({ length: 10_001 }, (_, n) => ({ id: `${n}` })) as never,
          },
          ...{ state: { version: '1', instance: 'x', latestSnapshot: null }, found: [], notes: [], title: 'x' },
        }),
    };
    const engine = createEngine({ schema, database: fakeDatabase(() => []), networks });
    for (const list of ['nodes { degree }', 'ties { weight }']) {
      const { errors } = await ask(engine, `{ network { ${list} } }`);
      expect(errors?.map(({ message }) => message)).toEqual([
        expect.stringMatching(/The network has 10,001 (nodes|ties); an answer has at most 10,000/),
      ]);
    }
  });
});
