import { type Socket, connect, createServer } from 'node:net';

/** A stand-in for a network: passes bytes on to a port until told to break. */
export interface Proxy {
  port: number;
  /**
   * From the next time on that the client sends these bytes: they are passed on, but no answer comes back and the
   * connection is cut.
   */
  cutAfter(bytes: Buffer): void;
  /** From now on, or from the next time on that the client has sent these bytes, nothing comes back, as if the server hung. */
  hang(after?: Buffer): void;
  /** Passes on what was held back. */
  goOn(): void;
  /** How many connections were cut so. */
  cuts(): number;
  close(): Promise<void>;
}

export async function proxyTo(target: number): Promise<Proxy> {
  let trigger: Buffer | null = null;
  let cuts = 0;
  let hangTrigger: Buffer | null = null;
  let isHanging = false;
  const heldBack: (() => void)[] = [];
  const sockets = new Set<Socket>();

  const server = createServer((client) => {
    const upstream = connect(target, '127.0.0.1');
    let cut = false;
    client.on('data', (data) => {
      if (trigger?.equals(data)) {
        trigger = null;
        cut = true;
        cuts++;
        upstream.once('data', () => {
          client.destroy();
          upstream.destroy();
        });
      }
      upstream.write(data);
      if (hangTrigger?.equals(data)) isHanging = true;
    });
    upstream.on('data', (data) => {
      if (isHanging) heldBack.push(() => client.write(data));
      else if (!cut) client.write(data);
    });
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => {}).on('close', () => other.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    port: (server.address() as { port: number }).port,
    cutAfter: (bytes) => (trigger = bytes),
    hang: (after) => {
      if (after) hangTrigger = after;
      else isHanging = true;
    },
    goOn: () => {
      isHanging = false;
      hangTrigger = null;
      for (const pass of heldBack.splice(0)) pass();
    },
    cuts: () => cuts,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
