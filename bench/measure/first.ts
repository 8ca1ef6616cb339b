import { type Running, pathOf } from '../servers/running.ts';
import { COLD_QUERIES, warmQuery, kinds, coldShapes } from '../shapes/cold-shapes.ts';
import { shuffled } from '../dataset/random.ts';
import { type Size } from '../dataset/size.ts';
import { Collected } from './figures.ts';

/**
 * Times of the first request of shapes that were never asked for. The familiar shape is known before, and the moment in
 * which Chancery prepares the single statement of what it has just answered is waited for: it is no part of an answer.
 *
 * @returns Milliseconds, by kind of news and server.
 */
export async function measureFirst(servers: readonly Running[], size: Size): Promise<Collected> {
  const times = new Collected();
  const ask = async (server: Running, { document, variables }: ReturnType<typeof warmQuery>) => {
    const { ms, body } = await server.client.post(pathOf(server.name), { query: document(server.name), variables });
    if (body.includes('"errors"')) throw new Error(`${server.name}: ${body.slice(0, 1_000)}\n${document(server.name)}`);
    return ms;
  };
  for (const server of servers) for (let time = 0; time < 5; time++) await ask(server, warmQuery(size));

  const shapes = new Map(kinds.map((kind) => [kind, coldShapes(kind, size)]));
  for (let index = 0; index < COLD_QUERIES; index++) {
    for (const kind of shuffled(Math.random, kinds)) {
      for (const server of shuffled(Math.random, servers)) {
        times.of(kind, server.name).push(await ask(server, shapes.get(kind)![index]!));
        await new Promise((resolve) => setTimeout(resolve, SETTLING_MS));
      }
    }
  }
  return times;
}

const SETTLING_MS = 300;
