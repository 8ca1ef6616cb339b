import { beforeAll, describe, expect, test } from '@jest/globals';
import { readExamples, type Example } from '../../web/examples.ts';
import { WELCOME } from '../../web/playground/welcome.ts';
import { serve, testApi, type TestServer } from '../support/http.ts';
import { seededDatabase } from '../support/seed.ts';

let server: TestServer;
beforeAll(async () => {
  await seededDatabase();
  // Examples of recording need a key; they are dry runs.
  const analyst = { name: 'analyst', role: 'ANALYST', kind: 'key' } as const;
  server = await serve({ api: await testApi(), authenticator: { authenticate: () => Promise.resolve(analyst) } });
});

const examples = readExamples();

async function answerTo({ query, variables }: Pick<Example, 'query' | 'variables'>): Promise<unknown> {
  const { status, body } = await server.ask(query, JSON.parse(variables || '{}') as Record<string, unknown>);
  expect({ status, errors: body.errors }).toEqual({ status: 200, errors: undefined });
  return body.data;
}

test.each([...examples, { title: 'Welcome', query: WELCOME, variables: '' }])(
  '$title is answered with something in every part',
  async (example) => {
    const answer = (await answerTo(example)) as Record<string, unknown>;
    for (const part of Object.values(answer)) expect(emptiness(part)).not.toBe('empty');
  },
);

describe('the answers', () => {
  const named = (name: string) => answerTo(examples.find((example) => example.name === name)!);

  test('who chairs: the person who did, on behalf of the country that was to', async () => {
    expect(await named('who-chairs')).toMatchObject({
      meeting: {
        status: 'HELD',
        chairs: [{ actor: { key: 'official:john-healey' }, status: 'ATTENDED' }],
        ofTheCountry: {
          nodes: [{ status: 'PLANNED', actedBy: [{ actor: { name: 'John Healey' }, status: 'ATTENDED' }] }],
        },
      },
    });
  });

  test('a name in Chinese leads to the person first', async () => {
    expect(await named('find-by-any-name')).toMatchObject({
      search: { edges: expect.arrayContaining([expect.anything()]) },
    });
    expect(await named('find-by-any-name')).toHaveProperty('search.edges.0.node.key', 'official:volodymyr-zelenskyy');
  });

  test('who held the post: certain, since one source tells the day on which it began', async () => {
    expect(await named('who-held-the-post')).toMatchObject({
      post: { holders: [{ official: { key: 'official:pete-hegseth' }, certainty: 'CERTAIN' }] },
    });
  });

  test('what is only alleged', async () => {
    const { claims } = (await named('only-alleged')) as { claims: { nodes: { key: string }[] } };
    expect(claims.nodes.map(({ key }) => key).sort()).toEqual(['c010', 'c011', 'c041', 'c043', 'c045']);
  });

  test('accounts that compete: three pairs, none decided', async () => {
    const { country } = (await named('accounts-that-compete')) as {
      country: { conflicts: { follows: unknown; claims: { key: string }[] }[] };
    };
    expect(country.conflicts.map(({ claims }) => claims.map(({ key }) => key))).toEqual(
      expect.arrayContaining([
        ['c002', 'c043'],
        ['c010', 'c041'],
        ['c013', 'c014'],
      ]),
    );
    expect(country.conflicts.every(({ follows }) => follows === null)).toBe(true);
  });

  test('what was planned and did not happen, on whose word; nothing of it is undecided', async () => {
    const { plans } = (await named('planned-and-did-not-happen')) as {
      plans: { totalCount: number; nodes: { contradicting: object[] }[] };
    };
    expect(plans.nodes).toHaveLength(plans.totalCount);
    for (const { contradicting } of plans.nodes) expect(contradicting).not.toEqual([]);
  });

  test('a recording is tried: what it would bring, and no trace of it', async () => {
    expect(await named('record-a-meeting')).toMatchObject({
      recordMeeting: { meeting: { status: 'HELD' }, possibleDuplicates: [], problems: [] },
    });
    const { meetings } = (await answerTo({
      query:
        '{ meetings(filter: { kinds: [PHONE_CALL], time: { from: "2026-11-20", to: "2026-11-20" } }) { totalCount } }',
      variables: '',
    })) as { meetings: { totalCount: number } };
    expect(meetings.totalCount).toBe(0);
  });

  test('a source that disagrees, and is unreliable, is listed and not followed', async () => {
    const { recordMeeting } = (await named('a-source-that-disagrees')) as {
      recordMeeting: {
        meeting: { place: { name: string }; conflicts: { slot: string; claims: object[] }[] };
        problems: object[];
      };
    };
    expect(recordMeeting.problems).toEqual([]);
    expect(recordMeeting.meeting.place.name).not.toBe('London');
    expect(recordMeeting.meeting.conflicts.map(({ slot }) => slot)).toContain('meeting:udcg-26|places');
  });

  test('whom he met most, and where: small meetings count for more by NEWMAN', async () => {
    expect(await named('met-most')).toMatchObject({
      official: {
        metWith: { nodes: [{ weight: 8, b: { name: 'Mark Milley' } }, { weight: 7 }, { weight: 5 }, ...anything(7)] },
        inSmallMeetings: { nodes: [{ b: { name: 'Mark Milley' } }, ...anything(9)] },
      },
    });
  });

  test('a network, and the addresses of its files, at which it is', async () => {
    const { network } = (await named('a-network-to-take-away')) as {
      network: { nodeCount: number; tieCount: number; gephi: string; table: string; citation: string };
    };
    const rows = (await (await fetch(network.table)).text()).trimEnd().split('\r\n');
    expect(rows).toHaveLength(1 + network.tieCount);
    const gexf = await (await fetch(network.gephi)).text();
    expect(gexf.match(/<node /g)).toHaveLength(network.nodeCount);
    expect(network.citation).toContain(network.gephi);
  });

  test("why two are tied: both, in every meeting, on somebody's word", async () => {
    const { explainTie } = (await named('why-two-are-tied')) as {
      explainTie: { meeting: { name: string }; actor: { name: string }; claims: { evidence: object[] }[] }[];
    };
    const meetings = Map.groupBy(explainTie, ({ meeting }) => meeting.name);
    expect(meetings.size).toBeGreaterThan(1);
    for (const there of meetings.values()) {
      const names = new Set(there.map(({ actor }) => actor.name));
      expect([...names].sort()).toEqual(['Boris Pistorius', 'Lloyd Austin']);
    }
    for (const { claims } of explainTie) expect(claims.flatMap(({ evidence }) => evidence)).not.toEqual([]);
  });

  test('a page after a page: together everything once', async () => {
    const { query } = examples.find(({ name }) => name === 'page-by-page')!;
    const seen: string[] = [];
    let total: number;
    let after: string | null = null;
    do {
      const data = (await answerTo({ query, variables: JSON.stringify({ after }) })) as {
        claims: { pageInfo: { endCursor: string; hasNextPage: boolean }; nodes: { key: string }[]; totalCount: number };
      };
      const { pageInfo, nodes, totalCount } = data.claims;
      total = totalCount;
      seen.push(...nodes.map(({ key }) => key));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toHaveLength(total);
    expect(new Set(seen).size).toBe(total);
  });
});

/** So many things of any kind. */
const anything = (count: number) => Array.from({ length: count }, () => expect.anything() as unknown);

/** Whether there is anything at all in a part of an answer: null and lists of nothing are empty. */
function emptiness(part: unknown): 'empty' | 'filled' {
  if (part === null || part === undefined) return 'empty';
  if (Array.isArray(part)) return part.length === 0 ? 'empty' : 'filled';
  if (typeof part !== 'object') return 'filled';
  const { nodes, edges } = part as { nodes?: unknown[]; edges?: unknown[] };
  return emptiness(nodes ?? edges ?? 'an object');
}
