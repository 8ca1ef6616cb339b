import { createServer } from 'node:http';
import { afterEach, describe, expect, test } from '@jest/globals';
import { listen, type HttpListener } from '../../src/server/listen.ts';

const open: HttpListener[] = [];
afterEach(() => Promise.all(open.splice(0).map((listening) => listening.stop(0))));

const hello = (text: string) => (_: unknown, response: { end(text: string): void }) => response.end(text);

async function listening(...args: Parameters<typeof listen>): Promise<HttpListener> {
  const result = await listen(...args);
  open.push(result);
  return result;
}

describe('localhost', () => {
  test('answers on both loopback addresses, whichever a client tries', async () => {
    const { port, url } = await listening(hello('here'), { host: 'localhost', port: 0 });
    expect(url).toBe(`http://localhost:${port}`);
    for (const host of ['localhost', '127.0.0.1', '[::1]']) {
      expect(await (await fetch(`http://${host}:${port}`)).text()).toBe('here');
    }
  });

  test('a taken port is an error with advice, and leaves nothing open', async () => {
    const { port } = await listening(hello('first'), { host: 'localhost', port: 0 });
    await expect(listen(hello('second'), { host: 'localhost', port })).rejects.toMatchObject({
      code: 'PORT_TAKEN',
      message: expect.stringMatching(`Port ${port} is taken.*PORT=${port + 1} npm start`) as unknown,
    });
    expect(await (await fetch(`http://127.0.0.1:${port}`)).text()).toBe('first');
  });

  test('a port taken on only one of the two is taken', async () => {
    const other = createServer(hello('other'));
    await new Promise<void>((resolve) => other.listen({ host: '::1', port: 0 }, resolve));
    const { port } = other.address() as { port: number };
    await expect(listen(hello('second'), { host: 'localhost', port })).rejects.toMatchObject({ code: 'PORT_TAKEN' });
    await expect(fetch(`http://127.0.0.1:${port}`)).rejects.toThrow('fetch failed');
    await new Promise((resolve) => other.close(resolve));
  });
});

test('an address that is not of this machine is an error', async () => {
  await expect(listen(hello('x'), { host: '192.0.2.1', port: 0 })).rejects.toMatchObject({
    code: 'NO_SUCH_ADDRESS',
    message: expect.stringContaining('Set HOST to localhost') as unknown,
  });
});

describe('stopping', () => {
  test('lets a running request finish on a keep-alive connection, and accepts no new one', async () => {
    const begun = Promise.withResolvers<() => void>();
    const { url, stop } = await listen((_, response) => begun.resolve(() => response.end('finished')), {
      host: 'localhost',
      port: 0,
    });
    const running = fetch(url).then((response) => response.text());
    const finish = await begun.promise;
    const stopped = stop(10_000);
    await expect(fetch(url)).rejects.toThrow('fetch failed');
    finish();
    expect(await running).toBe('finished');
    await stopped;
  });

  test('waits no longer than the grace period', async () => {
    const { url, stop } = await listen(() => {}, { host: 'localhost', port: 0 });
    const hanging = fetch(url);
    hanging.catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 50));
    await stop(50);
    await expect(hanging).rejects.toThrow('fetch failed');
  });
});
