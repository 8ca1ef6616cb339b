import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, jest, test } from '@jest/globals';
import { createApi } from '../../src/api/api.ts';
import { type Answer, type TestServer, serve } from '../support/http.ts';
import { seededDatabase } from '../support/seed.ts';

jest.setTimeout(5 * 60_000);

/** Many more than run and wait in fairness, and each comes back as soon as it is answered. */
const CLIENTS = 300;

let server: TestServer;
beforeAll(async () => {
  server = await serve({ api: createApi({ database: await seededDatabase(), timeoutMs: 120_000 }) });
});

const QUERY = `query Much($first: Int!) {
  meetings(first: $first) {
    nodes { key participations(first: 30) { nodes { actor { name } claims { text evidence { paragraph } } } } }
  }
}`;
let asked = 0;
/** No two are alike, so that none is answered from the response cache. */
const askMuch = () => server.ask(QUERY, { first: 40, asked: ++asked });

test('more clients than can be answered in time: some are told to come back, health checks answer, and it passes', async () => {
  await askMuch();
  let isCrowded = true;
  const answers: Answer[] = [];
  const crowd = Array.from({ length: CLIENTS }, async () => {
    while (isCrowded) answers.push(await askMuch());
  });
  const ofTheCrowd = (status: number) => answers.filter((answer) => answer.status === status);
  let healthChecks = 0;
  // However fast the machine is, it lasts for more health checks than one that happens to come between.
  while (ofTheCrowd(503).length < CLIENTS || ofTheCrowd(200).length < 50 || healthChecks < 12) {
    expect((await fetch(`${server.url}/livez`)).status).toBe(200);
    healthChecks++;
    await sleep(50);
  }
  isCrowded = false;
  await Promise.all(crowd);

  expect(ofTheCrowd(200).length + ofTheCrowd(503).length).toBe(answers.length);
  const [refused] = ofTheCrowd(503);
  expect(refused!.headers.get('retry-after')).toBe('1');
  expect(refused!.body).toEqual({
    errors: [{ message: expect.stringContaining('Try again in a moment'), extensions: { code: 'OVERLOADED' } }],
  });
  expect((await askMuch()).status).toBe(200);
});
