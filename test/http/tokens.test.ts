import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { generateKeyPair } from 'jose';
import { createAuthenticator } from '../../src/access/authenticator.ts';
import { type Caller } from '../../src/access/caller.ts';
import { addKey } from '../../src/access/api-keys.ts';
import { type Issuer } from '../../src/access/verify-token.ts';
import { type Api } from '../../src/api/api.ts';
import { type Database } from '../../src/graph/database.ts';
import { testDatabase } from '../support/database.ts';
import { type TestServer, serve, testApi } from '../support/http.ts';
import { type TestIssuer, startIssuer } from '../support/issuer.ts';

const AUDIENCE = 'chancery';
const inSeconds = (seconds: number) => Math.floor(Date.now() / 1_000) + seconds;

let issuer: TestIssuer;
let database: Database;
let api: Api;
let caller: Caller | null;

beforeAll(async () => {
  database = await testDatabase();
  issuer = await startIssuer();
  const real = await testApi();
  api = { ...real, execute: (request) => ((caller = request.caller), real.execute(request)) };
});
afterAll(() => issuer.stop());
beforeEach(() => void (caller = null));

const start = (settings: Partial<Issuer> = {}): Promise<TestServer> => {
  const trusted = { url: issuer.url, audience: AUDIENCE, roleClaim: 'roles', jwksUrl: null, ...settings };
  return serve({ api, authenticator: createAuthenticator(database, { readingIsOpen: true, issuer: trusted }) });
};

let asked = 0;
/** Each request is different, so that none is answered from the cache. */
const ask = (server: TestServer, token: string) =>
  server.ask(
    `{ a${asked++}: __typename }`,
    {},
    {
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    },
  );

describe('a token of the issuer', () => {
  test('identifies the caller by its subject, with a role; the key set is fetched once', async () => {
    const server = await start();
    const host = new URL(issuer.url).host;
    for (const [roles, role] of [
      [['analyst', 'offline_access'], 'ANALYST'],
      ['Admin', 'ADMIN'],
      [['owner'], 'READER'],
      [undefined, 'READER'],
    ] as const) {
      const token = await issuer.token({ sub: 'u-17', aud: AUDIENCE, roles, preferred_username: 'anna' });
      expect((await ask(server, token)).status).toBe(200);
      expect(caller).toEqual({ name: `u-17@${host}`, role, kind: 'token' });
    }
    expect(issuer.fetches()).toBe(1);
  });

  test('can have its roles in another claim, and its key set at a configured URL', async () => {
    const server = await start({ roleClaim: 'realm_access.roles', jwksUrl: `${issuer.url}/keys` });
    await ask(
      server,
      await issuer.token({ sub: 'u', aud: [AUDIENCE, 'others'], realm_access: { roles: ['analyst'] } }),
    );
    expect(caller).toMatchObject({ role: 'ANALYST' });
  });

  test('is valid a few seconds longer, for clock skew', async () => {
    const server = await start();
    expect((await ask(server, await issuer.token({ sub: 'u', aud: AUDIENCE, exp: inSeconds(-3) }))).status).toBe(200);
  });

  test('works in addition to keys', async () => {
    const server = await start();
    expect((await ask(server, await addKey(database, { name: 'anna', role: 'ANALYST' }))).status).toBe(200);
    expect(caller).toMatchObject({ name: 'anna', kind: 'key' });
  });
});

describe('a token is refused, with the same message as a wrong key,', () => {
  const good = { sub: 'u', aud: AUDIENCE, roles: 'admin' };
  const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

  test.each<[string, () => Promise<string>]>([
    ['that is for another audience', () => issuer.token({ ...good, aud: 'elsewhere' })],
    ['that is for nobody in particular', () => issuer.token({ ...good, aud: undefined })],
    ['of another issuer', () => issuer.token({ ...good, iss: 'https://elsewhere.example' })],
    ['that has expired', () => issuer.token({ ...good, exp: inSeconds(-60) })],
    ['that never expires', () => issuer.token({ ...good, exp: undefined })],
    ['that is not valid yet', () => issuer.token({ ...good, nbf: inSeconds(60) })],
    ['that names no subject', () => issuer.token({ ...good, sub: undefined })],
    ['whose subject is empty', () => issuer.token({ ...good, sub: '' })],
    ['signed by somebody else', async () => issuer.token(good, { key: (await generateKeyPair('ES256')).privateKey })],
    ['signed with a key that the issuer has not', () => issuer.token(good, { kid: 'two' })],
    [
      'signed with the public key as if it were a shared secret',
      () => issuer.token(good, { alg: 'HS256', key: Buffer.from(issuer.publicKey) }),
    ],
    [
      'that is not signed',
      () => Promise.resolve(`${base64({ alg: 'none' })}.${base64({ ...good, iss: issuer.url })}.`),
    ],
    [
      'whose claims were changed',
      async () => {
        const [head, , signature] = (await issuer.token({ ...good, roles: 'reader' })).split('.');
        return [head, base64({ ...good, iss: issuer.url, exp: inSeconds(60) }), signature].join('.');
      },
    ],
    ['that is none', () => Promise.resolve('xyzzy.plugh.plover')],
  ])('%s', async (_, make) => {
    const server = await start();
    const token = await make();
    const { status, body } = await ask(server, token);
    const wrongKey = await ask(server, 'chancery_0');
    expect([status, body]).toEqual([401, wrongKey.body]);
    expect(body.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    expect(caller).toBeNull();
    expect(server.lines).toContainEqual(expect.objectContaining({ reason: expect.stringMatching(/^token: /) }));
    expect(JSON.stringify(server.lines)).not.toContain(token.split('.')[1]);
  });

  test('where no issuer is trusted', async () => {
    const server = await serve({
      api,
      authenticator: createAuthenticator(database, { readingIsOpen: true, issuer: null }),
    });
    expect((await ask(server, await issuer.token(good))).status).toBe(401);
  });
});

test('an issuer that does not respond, or has the document of another, is reported, and keys still work', async () => {
  const closed = await startIssuer();
  await closed.stop();
  for (const url of [closed.url, `${issuer.url}/`, `${issuer.url}/nowhere`]) {
    const server = await start({ url });
    const { status, body } = await ask(server, await issuer.token({ sub: 'u', aud: AUDIENCE, iss: url }));
    expect([status, body.errors]).toMatchObject([503, [{ extensions: { code: 'ISSUER_UNAVAILABLE' } }]]);
    const name = `anna ${asked}`;
    expect((await ask(server, await addKey(database, { name, role: 'READER' }))).status).toBe(200);
  }
});
