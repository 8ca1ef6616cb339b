import { execFile, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import program from '../../package.json' with { type: 'json' };
import { type Question, type Variables } from '../questions/question.ts';
import { type Client, connectTo } from './client.ts';

export type ServerName = 'Chancery' | 'peer' | 'floor';

/** A server in a process of its own. */
export interface Running {
  name: ServerName;
  url: string;
  pid: number;
  client: Client;
  /** Puts a question as no request before it was put, so that no answer comes from memory. */
  ask(question: Question, variables: Variables): Promise<Answer>;
  stop(): Promise<void>;
}

export interface Answer {
  ms: number;
  body: string;
}

const programs: Record<ServerName, string> = {
  Chancery: '../../src/main.ts',
  peer: 'peer.ts',
  floor: 'floor.ts',
};

/** As `npm start` gives them; the same for all three. */
const FLAGS = program.scripts.start.split(' ').filter((word) => word.startsWith('--'));

const SLOWEST_START_MS = 120_000;
let asked = 0;

/** Starts one of the three over a database. Its log goes to a file in `logs`. */
export async function startServer(
  name: ServerName,
  database: { uri: string; username: string; password: string },
  logs: string,
): Promise<Running> {
  const child = spawn(process.execPath, [...FLAGS, join(import.meta.dirname, programs[name])], {
    cwd: logs, // where no .env lies
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: 'production',
      PORT: '0',
      NEO4J_URI: database.uri,
      NEO4J_USERNAME: database.username,
      NEO4J_PASSWORD: database.password,
    },
  });
  const log = createWriteStream(join(logs, `${name}.log`));
  child.stderr.pipe(log);
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      const [, address] = /^Open (\S+) /m.exec(out) ?? [];
      if (address) resolve(address);
    });
    const failed = (why: string) => reject(new Error(`${name} ${why}; its log is ${String(log.path)}\n${out}`));
    child.once('close', () => failed('ended'));
    setTimeout(() => failed('did not start in time'), SLOWEST_START_MS).unref();
  });
  const client = connectTo(url);
  return {
    name,
    url,
    pid: child.pid!,
    client,
    ask: (question, variables) =>
      name === 'floor'
        ? client.post('/', { question: question.name, variables })
        : client.post(pathOf(name), { query: name === 'peer' ? question.peer : question.chancery, variables }),
    stop: async () => {
      client.close();
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Chancery keeps answers under the whole address: with a number in it, no request is like another. */
export const pathOf = (name: ServerName) => (name === 'Chancery' ? `/graphql?n=${++asked}` : '/');

/** The memory that a process holds now, in MB; null where the system does not tell. */
export async function memoryOf(pid: number): Promise<number | null> {
  try {
    const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)]);
    return Number(stdout) / 1024;
  } catch {
    return null;
  }
}
