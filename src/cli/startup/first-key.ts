import { addFirstKey, hasKeys } from '../../access/api-keys.ts';
import { type Database } from '../../graph/database.ts';
import { isLoopback } from '../../server/loopback.ts';

const ADD_KEY_COMMAND = 'npm run -s chancery -- keys add NAME --role analyst';

/**
 * The start-up lines about keys; none once a key has been created.
 *
 * The first start with a managed database creates a key and prints it, if only users of this machine can see it: the server listens on
 * loopback, or standard output is a terminal. Otherwise (an external database, a container whose output is collected) the lines have the
 * command that creates one.
 *
 * @param host The address that the server listens on.
 */
export async function firstKeyNotice(
  database: Database,
  { isManaged, host, isTerminal = process.stdout.isTTY }: { isManaged: boolean; host: string; isTerminal?: boolean },
): Promise<string[]> {
  if (await hasKeys(database)) return [];
  if (!isManaged || !(isTerminal || isLoopback(host)))
    return [`There is no key for writing yet. Create one: ${ADD_KEY_COMMAND}`];
  const key = await addFirstKey(database, 'analyst', 'ANALYST');
  if (key === null) return [];
  return [
    'Your key for writing, shown only this once. In the playground, put it under Headers:',
    `  {"authorization": "Bearer ${key}"}`,
    `Create more keys: ${ADD_KEY_COMMAND}`,
  ];
}
