import { isDeepStrictEqual } from 'node:util';
import { type Question } from './questions/question.ts';
import { type Running } from './servers/running.ts';
import { type Size } from './dataset/size.ts';

/** How many answers of each question are compared. */
const COMPARED = 20;

interface Body {
  data?: unknown;
  errors?: unknown[];
}

/**
 * Puts each question to all servers and compares what they say.
 *
 * @returns The mean size of each question's answer in bytes, as Chancery sends it.
 * @throws Error with both answers where two differ, or where one has errors: nothing is timed then.
 */
export async function compareAnswers(
  servers: readonly Running[],
  questions: readonly Question[],
  size: Size,
): Promise<Map<string, number>> {
  const bytes = new Map<string, number>();
  for (const question of questions) {
    for (let index = 0; index < COMPARED; index++) {
      const variables = question.variables(index, size);
      let first: { name: string; answer: unknown } | null = null;
      for (const server of servers) {
        const { body } = await server.ask(question, variables);
        if (server.name === 'Chancery')
          bytes.set(question.name, (bytes.get(question.name) ?? 0) + body.length / COMPARED);
        const answer = answerIn(body, question, server);
        first ??= { name: server.name, answer };
        if (!isDeepStrictEqual(first.answer, answer)) {
          throw new Error(
            `${question.name} with ${JSON.stringify(variables)}: the answers differ.\n` +
              `${first.name}: ${JSON.stringify(first.answer, null, 1).slice(0, 3_000)}\n` +
              `${server.name}: ${JSON.stringify(answer, null, 1).slice(0, 3_000)}`,
          );
        }
      }
    }
  }
  return bytes;
}

function answerIn(body: string, question: Question, { name }: Running): unknown {
  const { data, errors } = JSON.parse(body) as Body;
  if (errors || !data)
    throw new Error(`${name} answers ${question.name} with errors: ${JSON.stringify(errors).slice(0, 2_000)}`);
  return name === 'peer' ? question.fromPeer(data as never) : data;
}
