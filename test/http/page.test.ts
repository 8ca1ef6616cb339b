import { beforeAll, expect, test } from '@jest/globals';
import { builtPlayground } from '../../web/built.ts';
import { serve, testApi, type TestServer } from '../support/http.ts';

let server: TestServer;
beforeAll(async () => {
  server = await serve({ api: await testApi(), playground: await builtPlayground(() => {}) });
});

test('the page is asked for anew; its files, named after their content, are kept for good', async () => {
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

test('someone who opens the endpoint in a browser is led to the playground', async () => {
  const response = await fetch(`${server.url}/graphql`, {
    headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' },
    redirect: 'manual',
  });
  expect([response.status, response.headers.get('location')]).toEqual([302, '/']);
});

test('what is outside of the built folder is not served', async () => {
  for (const path of ['/playground/%2e%2e/%2e%2e/build.ts', '/playground/', '/playground/no-such.js']) {
    expect((await fetch(server.url + path)).status).toBe(404);
  }
});
