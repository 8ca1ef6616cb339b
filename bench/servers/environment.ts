import { type Server } from 'node:http';
import { type AddressInfo } from 'node:net';

/** The database, as a server of the benchmark is told of it: in the settings that Chancery itself reads. */
export function addressFromEnvironment(): { uri: string; username: string; password: string } {
  const { NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password } = process.env;
  if (!uri || !username || !password) throw new Error('NEO4J_URI, NEO4J_USERNAME and NEO4J_PASSWORD must be set.');
  return { uri, username, password };
}

/** Says where the server listens, in the words in which Chancery says it. */
export function tellAddress(server: Server): void {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`Open http://127.0.0.1:${port} in a browser.\n`);
}
