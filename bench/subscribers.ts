import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';

/**
 * `node bench/subscribers.ts [--inspect 9229] [--url http://localhost:4000] [--count 1000] [--protocol ws|sse]`: the memory that
 * subscribers who are told nothing cost a running server, started as `node --inspect=9229 src/main.ts`: what is left of its heap and
 * of its buffers after the garbage was collected, with and without them. Some come and go before, so that what only the first
 * ones cost is not counted.
 */
const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://localhost:4000' },
    inspect: { type: 'string', default: '9229' },
    count: { type: 'string', default: '1000' },
    protocol: { type: 'string', default: 'ws' },
  },
});

const QUERY =
  'subscription ($after: String) { changes(after: $after, typeNames: ["Meeting"]) { cursor typeName key } }';
/** Time in which connections settle, in milliseconds. */
const REST_MS = 3_000;

async function lastCursor(): Promise<string> {
  const response = await fetch(`${values.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ changes(last: 1) { cursor } }' }),
  });
  const { data } = (await response.json()) as { data: { changes: { cursor: string }[] } };
  return data.changes[0]!.cursor;
}

async function subscribeByWebSocket(payload: object): Promise<() => void> {
  const socket = new WebSocket(`${values.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  await once(socket, 'open');
  socket.send('{"type":"connection_init"}');
  await once(socket, 'message');
  socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload }));
  return () => socket.terminate();
}

async function subscribeByEvents(payload: object): Promise<() => void> {
  const leaving = new AbortController();
  const response = await fetch(`${values.url}/graphql/stream`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify(payload),
    signal: leaving.signal,
  });
  // A response that nobody holds is closed by the garbage collection of the client.
  const reader = response.body!.getReader();
  return () => {
    reader.closed.catch(() => {});
    leaving.abort();
  };
}

async function connect(count: number, after: string): Promise<(() => void)[]> {
  const subscribe = values.protocol === 'ws' ? subscribeByWebSocket : subscribeByEvents;
  const leave: (() => void)[] = [];
  for (let index = 0; index < count; index++) leave.push(await subscribe({ query: QUERY, variables: { after } }));
  return leave;
}

/** MB of heap and buffers that are in use, after a collection of garbage. */
async function memory(): Promise<number> {
  await sleep(REST_MS);
  const targets = (await (await fetch(`http://127.0.0.1:${values.inspect}/json`)).json()) as {
    webSocketDebuggerUrl: string;
  }[];
  const inspector = new WebSocket(targets[0]!.webSocketDebuggerUrl);
  await once(inspector, 'open');
  const call = async (method: string, params = {}): Promise<unknown> => {
    inspector.send(JSON.stringify({ id: 1, method, params }));
    const [answer] = (await once(inspector, 'message')) as [Buffer];
    return (JSON.parse(answer.toString()) as { result: unknown }).result;
  };
  await call('HeapProfiler.collectGarbage');
  const used = '(({ heapUsed, external }) => heapUsed + external)(process.memoryUsage())';
  const { result } = (await call('Runtime.evaluate', { expression: used })) as { result: { value: number } };
  inspector.close();
  return result.value / 1024 / 1024;
}

const after = await lastCursor();
const count = Number(values.count);
for (const leave of await connect(count / 2, after)) leave();
const before = await memory();
const leave = await connect(count, after);
const during = await memory();
const [first, then, cost] = [before, during, during - before].map((mb) => mb.toFixed(1));
console.log(`${count} subscribers by ${values.protocol}: ${first} MB before, ${then} MB with them: ${cost} MB`);
leave.forEach((each) => each());
process.exit();
