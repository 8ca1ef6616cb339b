import { addFirstKey, hasKeys } from '../../access/api-keys.ts';
import { type Database } from '../../graph/database.ts';

const ADD_KEY_COMMAND = 'npm run -s chancery -- keys add NAME --role analyst';

/**
 * What a start says about keys, in lines for people; nothing once there has been one.
 *
 * The first start of a database of our own makes a key and shows it, if only people of this machine can read that: the server is
 * for this machine alone, or the lines go to a terminal. A database that others share, and a container whose output is
 * collected, get the command to make one.
 *
 * @param isOurs Whether Chancery runs the database itself.
 * @param host What the server listens on.
 */
export async function firstKeyNotice(
  database: Database,
  { isManaged, host, isTerminal = process.stdout.isTTY }: { isManaged: boolean; host: string; isTerminal?: boolean },
): Promise<string[]> {
  if (await hasKeys(database)) return [];
  if (!isManaged || !(isTerminal || isLoopback(host)))
    return [`Nobody has a key for writing yet. Make one: ${ADD_KEY_COMMAND}`];
  const key = await addFirstKey(database, 'analyst', 'ANALYST');
  if (key === null) return [];
  return [
    'Your key for writing, shown this once. In the playground it goes under Headers:',
    `  {"authorization": "Bearer ${key}"}`,
    `Further ones: ${ADD_KEY_COMMAND}`,
  ];
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}
