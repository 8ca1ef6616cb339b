import { createServer } from 'node:http';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { ClientError } from '../../../src/domain/errors.ts';
import { type DatabaseAddress, connect } from '../../../src/graph/database.ts';
import { findFreePort } from '../../../src/graph/managed/neo4j-process.ts';
import { testAddress, testDatabase } from '../../support/database.ts';

/** What a person is told who sets this wrong. */
async function failure(change: Partial<DatabaseAddress>): Promise<ClientError> {
  const outcome = await connect({ ...testAddress(), ...change }).then(
    (database) => database.close(),
    (error: unknown) => error,
  );
  if (!(outcome instanceof ClientError)) throw new Error(`expected an error for people, got ${String(outcome)}`);
  return outcome;
}

beforeAll(testDatabase);

describe('connect', () => {
  test.each(['bolt', 'neo4j'])('accepts %s:// addresses', async (scheme) => {
    const database = await connect({ ...testAddress(), uri: testAddress().uri.replace('bolt', scheme) });
    expect(await database.read((tx) => tx.rows('RETURN 1'))).toEqual([[1]]);
    await database.write((tx) => tx.rows('RETURN 1'));
    await database.close();
  });

  test('reports a wrong password', async () => {
    const { code, message } = await failure({ password: 'wrong' });
    expect(code).toBe('WRONG_PASSWORD');
    expect(message).toContain('Check NEO4J_USERNAME and NEO4J_PASSWORD');
  });

  test('reports a database that the server does not have', async () => {
    const { code, message } = await failure({ database: 'nothere' });
    expect(code).toBe('DATABASE_NOT_FOUND');
    expect(message).toContain('Check NEO4J_DATABASE');
  });

  test.each([
    ['a port where nobody listens', async () => `bolt://127.0.0.1:${await findFreePort()}`],
    ['the same with routing', async () => `neo4j://127.0.0.1:${await findFreePort()}`],
    ['a host that does not exist', () => Promise.resolve('bolt://nowhere.invalid')],
    ['encryption where there is none', () => Promise.resolve(testAddress().uri.replace('bolt', 'bolt+s'))],
  ])('reports %s', async (_, uri) => {
    const { code, message } = await failure({ uri: await uri() });
    expect(code).toBe('DATABASE_UNAVAILABLE');
    expect(message).toContain(`cannot be reached`);
  });

  test('reports a server that is not Neo4j', async () => {
    const server = createServer((_request, response) => response.end('hello'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const { code, message } = await failure({ uri: `bolt://127.0.0.1:${port}` });
    server.closeAllConnections();
    server.close();
    expect(code).toBe('DATABASE_UNAVAILABLE');
    expect(message).toContain('speaks HTTP');
  });
});
