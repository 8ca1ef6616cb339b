import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import neo4j from 'neo4j-driver';
import { questions } from '../questions/index.ts';
import { type Variables } from '../questions/question.ts';
import { addressFromEnvironment, tellAddress } from './environment.ts';

/**
 * The floor: what Cypher written by hand for each question costs through the bare driver and a bare HTTP server. Anyone who
 * answers any question that anyone types can at best come near it.
 */
const { uri, username, password } = addressFromEnvironment();
const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), {
  disableLosslessIntegers: true,
  maxConnectionPoolSize: 16,
});
const floors = new Map(questions.map(({ name, floor }) => [name, floor]));

async function answer(body: string): Promise<string> {
  const { question, variables } = JSON.parse(body) as { question: string; variables: Variables };
  const { cypher, answer } = floors.get(question)!;
  const session = driver.session({ defaultAccessMode: 'READ' });
  try {
    const { records } = await session.run(cypher, variables);
    return JSON.stringify({ data: answer(records.map((record) => record.get(0) as never)) });
  } finally {
    await session.close();
  }
}

const server = createServer((request, response) => {
  text(request)
    .then(answer)
    .then((body) => {
      response.setHeader('content-type', 'application/json; charset=utf-8');
      response.setHeader('content-length', Buffer.byteLength(body));
      response.end(body);
    })
    .catch((error: unknown) => {
      response.statusCode = 500;
      response.end(String(error));
    });
});
server.listen(0, '127.0.0.1', () => tellAddress(server));
