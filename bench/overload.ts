import { Agent, request } from 'node:http';
import { parseArgs } from 'node:util';
import { spreadOf } from './measure/figures.ts';

/**
 * `node bench/overload.ts [--url http://localhost:4000] [--seconds 30] [--clients 16,160,300]`: what a running server with the seed answers
 * when more clients ask than it can serve. Each client sends its next request when it has a response, after 100 ms if it was refused.
 */
const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://localhost:4000' },
    seconds: { type: 'string', default: '30' },
    clients: { type: 'string', default: '16,160,300' },
  },
});

/** A query that is larger than most, over the contact group of the seed. */
const QUERY = `{ organization(ref: "org:udcg") { meetings(first: 20) { nodes {
  key name time { edtf } participations(first: 20) { nodes { role status actor { key name } } } } } } }`;
const BODY = JSON.stringify({ query: QUERY });
const PAUSE_AFTER_REFUSAL_MS = 100;
const HEALTH_EVERY_MS = 50;

const agent = new Agent({ keepAlive: true, maxSockets: Infinity });

interface Outcome {
  status: number;
  ms: number;
}

function send(path: string, body?: string): Promise<Outcome> {
  const headers = body === undefined ? {} : { 'content-type': 'application/json' };
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const sent = request(new URL(path, values.url), { agent, method: body === undefined ? 'GET' : 'POST', headers });
    sent.once('response', (response) => {
      response.resume();
      response.once('end', () => resolve({ status: response.statusCode!, ms: performance.now() - begun }));
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

async function measure(clients: number, seconds: number): Promise<Record<string, number>> {
  const answered: number[] = [];
  const health: number[] = [];
  let refused = 0;
  let others = 0;
  let asked = 0;
  const end = performance.now() + seconds * 1_000;
  const client = async () => {
    while (performance.now() < end) {
      const { status, ms } = await send(`/graphql?request=${asked++}`, BODY); // an address of its own, so that no cache answers
      if (status === 200) answered.push(ms);
      else if (status === 503) refused++;
      else others++;
      if (status !== 200) await new Promise((resolve) => setTimeout(resolve, PAUSE_AFTER_REFUSAL_MS));
    }
  };
  const watch = async () => {
    while (performance.now() < end) {
      health.push((await send('/livez')).ms);
      await new Promise((resolve) => setTimeout(resolve, HEALTH_EVERY_MS));
    }
  };
  await Promise.all([...Array.from({ length: clients }, client), watch()]);
  const { median, p95 } = spreadOf(answered);
  return {
    clients,
    'answers a second': Math.round(answered.length / seconds),
    'median, ms': Math.round(median),
    'p95, ms': Math.round(p95),
    'refused a second': Math.round(refused / seconds),
    'other statuses': others,
    'slowest /livez, ms': Math.round(Math.max(...health)),
  };
}

const seconds = Number(values.seconds);
await measure(8, 5); // so that plans and code are warm
const rows = [];
for (const clients of values.clients.split(',').map(Number)) rows.push(await measure(clients, seconds));
console.table(rows);
agent.destroy();
