import { beforeAll, expect, test } from '@jest/globals';
import { builtPlayground } from '../../web/built.ts';
import { serve, testApi, type TestServer } from '../support/http.ts';

let server: TestServer;
beforeAll(async () => {
  server = await serve({ api: await testApi(), playground: await builtPlayground(() => {}) });
});

test('the page is revalidated; its files, named by a hash of their content, are cached forever', async () => {
  const page = await fetch(server.url);
  expect(page.headers.get('cache-control')).toBe('no-cache');
  const files = [...(await page.text()).matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path!);
  expect(files).toEqual([
    '/playground/favicon.svg',
    expect.stringMatching(/^\/playground\/page-[A-Z0-9]{8}\.css$/),
    expect.stringMatching(/^\/playground\/page-[A-Z0-9]{8}\.js$/),
  ]);
  for (const file of files) {
    const response = await fetch(server.url + file);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    if (!file.endsWith('.svg')) expect(response.headers.get('content-encoding')).toMatch(/gzip|br/);
  }
});

test('a browser that opens the endpoint is redirected to the playground', async () => {
  const response = await fetch(`${server.url}/graphql`, {
    headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' },
    redirect: 'manual',
  });
  expect([response.status, response.headers.get('location')]).toEqual([302, '/']);
});

test('files outside of the built folder are not served', async () => {
  for (const path of ['/playground/%2e%2e/%2e%2e/build.ts', '/playground/', '/playground/no-such.js']) {
    expect((await fetch(server.url + path)).status).toBe(404);
  }
});
