import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type CryptoKey, SignJWT, exportJWK, generateKeyPair } from 'jose';

/** An OpenID Connect issuer on loopback. */
export interface TestIssuer {
  url: string;
  /** Signs a token with these claims beside `iss`, and what an hour from now is. */
  token(
    claims: Record<string, unknown>,
    how?: { key?: CryptoKey | Uint8Array; alg?: string; kid?: string },
  ): Promise<string>;
  /** The public key as text, which everybody may have. */
  publicKey: string;
  /** How often its keys were fetched. */
  fetches(): number;
  stop(): Promise<void>;
}

export async function startIssuer(): Promise<TestIssuer> {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256', use: 'sig' };
  let fetches = 0;
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    if (request.url === '/.well-known/openid-configuration') {
      response.end(JSON.stringify({ issuer: url, jwks_uri: `${url}/keys` }));
    } else if (request.url === '/keys') {
      fetches++;
      response.end(JSON.stringify({ keys: [jwk] }));
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen({ host: '127.0.0.1', port: 0 }, resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    publicKey: JSON.stringify(jwk),
    fetches: () => fetches,
    token: (claims, { key = privateKey, alg = 'ES256', kid = 'one' } = {}) =>
      new SignJWT({ iss: url, exp: Math.floor(Date.now() / 1_000) + 3_600, ...claims })
        .setProtectedHeader({ alg, kid })
        .sign(key),
    stop: () => new Promise((resolve) => void server.close(() => resolve()).closeAllConnections()),
  };
}
