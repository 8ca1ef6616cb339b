import { expect, test } from '@jest/globals';
import { clientAddress } from '../../../src/server/client-address.ts';
import { isOwnHost } from '../../../src/server/hosts.ts';

test.each([
  'localhost',
  'localhost:4000',
  'LOCALHOST:4000',
  'chancery.localhost:4000',
  '127.0.0.1',
  '127.1.2.3:4000',
  '[::1]:4000',
  'desk.example.org:8080',
])('%s is a name of this machine', (host) => {
  expect(isOwnHost(host, ['desk.example.org'])).toBe(true);
});

test.each([
  'evil.example',
  'evil.example:4000',
  'localhost.evil.example',
  'evillocalhost',
  '127.0.0.1.evil.example',
  '127.0.0.1@evil.example',
  '192.168.0.7:4000',
  '[::2]',
  '0.0.0.0:4000',
  '',
])('%j is not', (host) => {
  expect(isOwnHost(host, ['desk.example.org'])).toBe(false);
});

test.each([
  [0, '1.1.1.1', '9.9.9.9'],
  [1, undefined, '9.9.9.9'],
  [1, '6.6.6.6, 1.1.1.1', '1.1.1.1'],
  [2, '6.6.6.6, 1.1.1.1 , 2.2.2.2', '1.1.1.1'],
  [2, '1.1.1.1', '1.1.1.1'],
])('behind %d proxies, x-forwarded-for: %s means the client %s', (proxies, forwarded, address) => {
  const request = { socket: { remoteAddress: '9.9.9.9' }, headers: { 'x-forwarded-for': forwarded } } as unknown;
  expect(clientAddress(request as Parameters<typeof clientAddress>[0], proxies)).toBe(address);
});
