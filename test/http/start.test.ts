import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { emptyGraph, testAddress, testDatabase } from '../support/database.ts';
import { settingsFor, startProgram } from '../support/program.ts';

const ours = settingsFor(testAddress());
beforeAll(testDatabase);

const ASK = {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: '{"query":"query Ping { __typename }"}',
};

describe('a start', () => {
  test('imports the seed if set, prints what is loaded and its URL, and stops cleanly', async () => {
    const program = startProgram({ ...ours, PORT: '0', CHANCERY_SEED: 'true' });
    const url = await program.opened;
    const lines = program.out().trim().split('\n');
    expect(lines.at(-3)).toBe('Loaded: 2,362 entities and 2,946 claims from 6 data sets.');
    // The database may be shared, and the output read by others: no key is created.
    expect(lines.at(-2)).toBe(
      'There is no key for writing yet. Create one: npm run -s chancery -- keys add NAME --role analyst',
    );
    expect(lines.at(-1)).toBe(
      `Open ${url} in a browser to ask in GraphQL, ${url}/explore to look around. Ctrl-C stops the server.`,
    );
    expect(url).toMatch(/^http:\/\/localhost:\d+$/);

    expect(await (await fetch(`${url}/readyz`)).json()).toEqual({ ready: true, parts: { database: 'ready' } });
    expect(await (await fetch(`${url}/graphql`, ASK)).json()).toEqual({ data: { __typename: 'Query' } });

    program.process.kill('SIGTERM');
    expect(await program.ended).toBe(0);
    await expect(fetch(url)).rejects.toThrow('fetch failed');
    const log = program
      .err()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(log).toMatchObject([{ msg: 'request completed', operation: 'Ping', status: 200 }]);
  });

  test('does not import a seed that is there already', async () => {
    const program = startProgram({ ...ours, PORT: '0', CHANCERY_SEED: 'true' });
    await program.opened;
    expect(program.out()).not.toMatch(/import/i);
    expect(program.out()).toContain('Loaded: 2,362 entities and 2,946 claims from 6 data sets.');
  });

  test('leaves an external database as it is by default, and says how to fill it', async () => {
    await emptyGraph(await testDatabase());
    const program = startProgram({ ...ours, PORT: '0' });
    await program.opened;
    expect(program.out()).toContain('The database is empty.');
    expect(program.out()).toContain('CHANCERY_SEED=true npm start');
  });
});

describe('an error at start-up is a plain message with advice, and exit code 1', () => {
  test('a taken port', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen({ host: '127.0.0.1', port: 0 }, resolve));
    const { port } = other.address() as AddressInfo;
    const program = startProgram({ ...ours, PORT: String(port) });
    expect(await program.ended).toBe(1);
    expect(program.err()).toContain(`Port ${port} is taken`);
    expect(program.err()).toContain(`PORT=${port + 1} npm start`);
    await new Promise((resolve) => other.close(resolve));
  });

  test.each([
    ['an invalid setting', { ...ours, PORT: 'four thousand' }, 'PORT is "four thousand"; expected a whole number'],
    ['a wrong password', { ...ours, NEO4J_PASSWORD: 'wrong', PORT: '0' }, 'Check NEO4J_USERNAME and NEO4J_PASSWORD'],
    ['an address that is not of this machine', { ...ours, HOST: '192.0.2.1' }, 'Set HOST to localhost'],
    ['a database that is not there', { ...ours, NEO4J_URI: 'bolt://127.0.0.1:1', PORT: '0' }, 'cannot be reached'],
  ])('%s', async (_, settings, message) => {
    const program = startProgram(settings);
    expect(await program.ended).toBe(1);
    expect(program.err()).toContain(message);
    expect(program.err()).not.toMatch(/^\s+at .*:\d+:\d+/m);
  });
});
