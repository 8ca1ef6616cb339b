import { Agent, request } from 'node:http';
import { type Answer } from './running.ts';

/** Sends requests over connections that are kept alive. */
export interface Client {
  /** @throws Error where the status is not 200. */
  post(path: string, body: object): Promise<Answer>;
  close(): void;
}

export function connectTo(url: string): Client {
  const { hostname, port } = new URL(url);
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });

  function post(path: string, body: object): Promise<Answer> {
    const text = JSON.stringify(body);
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
    return new Promise((resolve, reject) => {
      const begun = performance.now();
      const sent = request({ agent, hostname, port, path, method: 'POST', headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', reject);
        response.once('end', () => {
          const ms = performance.now() - begun;
          const answer = Buffer.concat(chunks).toString();
          if (response.statusCode === 200) resolve({ ms, body: answer });
          else reject(new Error(`Status ${response.statusCode} for ${text.slice(0, 500)}\n${answer.slice(0, 2_000)}`));
        });
      });
      sent.once('error', reject);
      sent.end(text);
    });
  }

  return { post, close: () => agent.destroy() };
}
