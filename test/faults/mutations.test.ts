import { setTimeout as sleep } from 'node:timers/promises';
import { expect, jest, test } from '@jest/globals';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { connect } from '../../src/graph/database.ts';
import { findProcesses } from '../../src/graph/managed/orphans.ts';
import { verify } from '../../src/record/integrity/verify.ts';
import { addAnalystKey, addressOf, startDb, throwawayHome } from '../support/chancery.ts';
import { SHORT_LIFE } from '../support/neo4j/throwaway.ts';
import { type Program, startProgram } from '../support/program.ts';

jest.setTimeout(20 * 60_000);

/** How many meetings are recorded, and by how many clients at once; `CHANCERY_TEST_RECORDINGS=1000` takes some minutes. */
const MEETINGS = Number(process.env.CHANCERY_TEST_RECORDINGS ?? 160);
const CLIENTS = 8;
/** One request in so many is cut off while it is under way. */
const CUT = 12;

const { home, settings } = throwawayHome();

const WORLD = `mutation { record(input: {
  source: { title: "A register", kind: REPORT, attributionKind: OFFICIAL_RECORD }
  countries: [
    { key: "country:GB", names: [{ value: "United Kingdom", lang: "en" }] }
    { key: "country:UA", names: [{ value: "Ukraine", lang: "en" }] }
  ]
  idempotencyKey: "world"
}) { problems { message } } }`;

const CALL = `mutation ($key: String, $day: EDTF!, $once: String, $names: [NameInput!]!) { recordMeeting(input: {
  key: $key, kind: PHONE_CALL, names: $names, time: { edtf: $day }, status: HELD
  participants: [
    { actor: "country:GB", role: PARTICIPANT, status: ATTENDED }
    { actor: "country:UA", role: PARTICIPANT, status: ATTENDED }
  ]
  source: { title: "A register", kind: REPORT, attributionKind: OFFICIAL_RECORD }
  idempotencyKey: $once, allowDuplicate: true
}) { meeting { key } problems { message } } }`;

/**
 * Subscribes to meetings after a change, and connects again after each end, after the last change that was told.
 *
 * @returns The keys that were told so far.
 */
function subscribe(server: Server, after: string): { told: string[]; stop: () => void } {
  const told: string[] = [];
  const variables = { after };
  const client = createClient({
    url: () => `ws://localhost:${server.port}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: Infinity,
    retryWait: () => sleep(100),
    shouldRetry: () => true,
  });
  interface Told {
    changes: { cursor: string; operation: string; key: string };
  }
  client.subscribe<Told>(
    {
      query:
        'subscription ($after: String) { changes(after: $after, typeNames: ["Meeting"]) { cursor operation key } }',
      variables,
    },
    {
      next: ({ data }) => {
        variables.after = data!.changes.cursor;
        told.push(data!.changes.key);
      },
      error: (error) => told.push(JSON.stringify(error)),
      complete: () => {},
    },
  );
  return { told, stop: () => void client.dispose() };
}

/** The day of the n-th call. */
const dayOf = (n: number) => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10);

/** A server that may be killed and started again; its address and key stay. */
class Server {
  #program: Program | undefined;
  #port = '0';
  #key = '';
  /** Settles when the server answers. */
  ready: Promise<void> = Promise.resolve();

  start(): Promise<void> {
    const program = startProgram({ ...SHORT_LIFE, ...settings, PORT: this.#port });
    this.#program = program;
    this.ready = program.opened.then((url) => {
      this.#port = new URL(url).port;
    });
    return this.ready;
  }

  get port(): string {
    return this.#port;
  }

  async makeKey(): Promise<void> {
    this.#key = await addAnalystKey(settings);
  }

  async kill(): Promise<void> {
    this.#program!.process.kill('SIGKILL');
    await this.#program!.ended;
  }

  async ask(
    query: string,
    variables: object,
    signal?: AbortSignal,
  ): Promise<{ data?: Record<string, Payload> | null }> {
    const response = await fetch(`http://localhost:${this.#port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.#key}` },
      body: JSON.stringify({ query, variables }),
      signal,
    });
    return (await response.json()) as { data?: Record<string, Payload> | null };
  }
}
interface Payload {
  problems: { message: string }[];
}

test('in a stream of recordings through kills and cuts nothing acknowledged is lost, each meeting is there once, and told once', async () => {
  await leaveOutSeed();
  const server = new Server();
  await server.start();
  await server.makeKey();
  const world = () => server.ask(WORLD, {}).catch(() => null);
  while (!(await world())?.data?.record) await sleep(100);

  const acknowledged = new Set<string>();
  const { data } = await server.ask('{ changes(last: 1) { cursor } }', {});
  const [lastOfWorld] = data!.changes as unknown as { cursor: string }[];
  const { told, stop } = subscribe(server, lastOfWorld!.cursor);
  let next = 0;
  let repeated = 0;

  /** A client that repeats a call, with its key, until it hears that it is done. */
  async function record(n: number): Promise<void> {
    const key = `meeting:stream-${n}`;
    const variables = { key, day: dayOf(n), once: `call ${n}`, names: [{ value: `Call ${n}`, lang: 'en' }] };
    for (let attempt = 0; ; attempt++) {
      const cut = attempt === 0 && n % CUT === 0 ? AbortSignal.timeout(1 + (n % 40)) : undefined;
      const answer = await server.ask(CALL, variables, cut).catch(() => null);
      const payload = answer?.data?.recordMeeting;
      if (payload) {
        expect(payload.problems).toEqual([]);
        acknowledged.add(key);
        return;
      }
      repeated++;
      await sleep(100);
    }
  }
  const clients = Array.from({ length: CLIENTS }, async () => {
    while (next < MEETINGS) await record(next++);
  });
  const done = async (share: number) => {
    while (acknowledged.size < share * MEETINGS) await sleep(20);
  };
  /** What was acknowledged before now is in the graph. */
  async function nothingIsLost(): Promise<void> {
    const before = [...acknowledged];
    const stored = new Set(
      (await graph('MATCH (m:Meeting) WHERE m.key STARTS WITH "meeting:stream-" RETURN m.key')).flat(),
    );
    expect(before.filter((key) => !stored.has(key))).toEqual([]);
  }

  await done(0.2);
  await server.kill();
  await server.start();
  await nothingIsLost();

  await done(0.4);
  // The server starts its database again by itself, and clients find it where it was.
  for (const pid of await findProcesses(home.neo4j)) process.kill(pid, 'SIGKILL');

  await done(0.6);
  const all = await findProcesses(home.neo4j);
  const killed = server.kill();
  for (const pid of all) process.kill(pid, 'SIGKILL');
  await killed;
  await server.start();
  await nothingIsLost();

  await Promise.all(clients);
  while (told.length < MEETINGS) await sleep(100);
  stop();
  expect(new Set(told)).toEqual(acknowledged);
  expect(told.length).toBe(MEETINGS);
  expect(repeated).toBeGreaterThan(0);
  expect(acknowledged.size).toBe(MEETINGS);
  const calls = 'MATCH (m:Meeting) WHERE m.key STARTS WITH "meeting:stream-"';
  const sides = 'COUNT { (m)<-[:IN_EVENT]-() } = 2 AND COUNT { (m)<-[:ATTENDS]-() } = 2';
  const claims = 'COUNT { (m)<-[:SUPPORTS]-(:Claim) } = 1 AND COUNT { (m)<-[:IN_EVENT]-()<-[:SUPPORTS]-(:Claim) } = 2';
  expect(await graph(`${calls} RETURN count(m), count(DISTINCT m.key)`)).toEqual([[MEETINGS, MEETINGS]]);
  expect(await graph(`${calls} AND NOT (${sides} AND ${claims}) RETURN m.key`)).toEqual([]);
  expect(await graph('MATCH (a:Activity) RETURN count(a)')).toEqual([[MEETINGS + 1]]);
  const database = await connect(await addressOf(home));
  try {
    expect(await verify(database)).toEqual([]);
  } finally {
    await database.close();
  }
});

/** The seed is no part of this: to a graph that has its data sets nothing is imported, and each start and check has less to do. */
async function leaveOutSeed(): Promise<void> {
  const db = await startDb(settings);
  const database = await connect(await addressOf(home));
  await database.migrate();
  const keys = ['article', 'attendance', 'meetings', 'office-holders', 'reference', 'udcg-history'];
  await database.write((tx) => tx.run('UNWIND $keys AS key CREATE (:DataSet {key: key})', { keys }));
  await database.close();
  db.process.kill('SIGINT');
  expect(await db.ended).toBe(0);
}

/** Rows read from the graph itself, by a connection of their own. */
async function graph(cypher: string): Promise<unknown[][]> {
  const database = await connect(await addressOf(home));
  try {
    return await database.read((tx) => tx.rows(cypher));
  } finally {
    await database.close();
  }
}
