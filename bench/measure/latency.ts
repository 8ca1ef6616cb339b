import { type Question } from '../questions/question.ts';
import { type Running } from '../servers/running.ts';
import { shuffled } from '../dataset/random.ts';
import { type Size } from '../dataset/size.ts';
import { Collected } from './figures.ts';

/** A server and the world that it serves. */
export interface Target {
  label: string;
  server: Running;
  size: Size;
}

/**
 * Times of single requests, one after another: in each round every question goes to every contestant, both in random
 * order, so that whatever else the machine does meets all of them alike.
 *
 * @returns Milliseconds, by question and label.
 */
export async function measureLatency(
  contestants: readonly Target[],
  questions: readonly Question[],
  rounds: { warmUp: number; timed: number },
): Promise<Collected> {
  const times = new Collected();
  for (let round = -rounds.warmUp; round < rounds.timed; round++) {
    for (const question of shuffled(Math.random, questions)) {
      for (const { label, server, size } of shuffled(Math.random, contestants)) {
        const { ms } = await server.ask(question, question.variables(round + rounds.warmUp, size));
        if (round >= 0) times.of(question.name, label).push(ms);
      }
    }
  }
  return times;
}

/** Times of one request that is put again and again while the graph stays as it is, in interleaved rounds. */
export async function measureRepeated(
  servers: readonly Running[],
  questions: readonly Question[],
  size: Size,
  rounds: number,
): Promise<Collected> {
  const times = new Collected();
  for (let round = 0; round < rounds; round++) {
    for (const question of shuffled(Math.random, questions)) {
      for (const server of shuffled(Math.random, servers)) {
        const variables = question.variables(0, size);
        const { ms } = await (server.name === 'floor'
          ? server.ask(question, variables)
          : server.client.post('/graphql', { query: question.chancery, variables }));
        if (round > 0) times.of(question.name, server.name).push(ms);
      }
    }
  }
  return times;
}
