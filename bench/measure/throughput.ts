import { type Question } from '../questions/question.ts';
import { type Running } from '../servers/running.ts';
import { shuffled } from '../dataset/random.ts';
import { type Size } from '../dataset/size.ts';
import { Collected } from './figures.ts';

/** Clients that each send the next request when they have the answer to the last. */
export const CLIENTS = 16;

/** @returns Answers per second, one for each round, by question and server. */
export async function measureThroughput(
  servers: readonly Running[],
  questions: readonly Question[],
  size: Size,
  { rounds, seconds }: { rounds: number; seconds: number },
): Promise<Collected> {
  const rates = new Collected();
  for (let round = 0; round < rounds; round++) {
    for (const question of shuffled(Math.random, questions)) {
      for (const server of shuffled(Math.random, servers)) {
        rates.of(question.name, server.name).push(await rateOf(server, question, size, seconds));
      }
    }
  }
  return rates;
}

async function rateOf(server: Running, question: Question, size: Size, seconds: number): Promise<number> {
  const begun = performance.now();
  const end = begun + seconds * 1_000;
  let answers = 0;
  const client = async () => {
    while (performance.now() < end) await server.ask(question, question.variables(answers++, size));
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return (answers * 1_000) / (performance.now() - begun);
}
