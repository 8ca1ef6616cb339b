import { open } from 'node:fs/promises';
import { type EntityFormat } from './cell.ts';
import { unreadable } from './decode-file.ts';

/** What is looked at of a file. */
const HEAD = 256 * 1024;

/** The format of entities that a JSON file begins as; null for any other. */
export function recogniseEntities(head: string): EntityFormat | null {
  if (/^\s*\{\s*"entities"\s*:/.test(head) || (/"id"\s*:\s*"Q\d+"/.test(head) && /"(labels|claims)"\s*:/.test(head)))
    return 'WIKIDATA';
  if (/"schema"\s*:\s*"[A-Z]\w*"/.test(head) && /"properties"\s*:\s*\{/.test(head)) return 'FOLLOW_THE_MONEY';
  return /"(persons|organizations|memberships|posts)"\s*:\s*\[/.test(head) ? 'POPOLO' : null;
}

/** The text with which a file begins. */
export async function headOf(path: string): Promise<string> {
  try {
    await using file = await open(path);
    const { bytesRead, buffer } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return new TextDecoder().decode(buffer.subarray(0, bytesRead));
  } catch (error) {
    throw await unreadable(path, error);
  }
}
