import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of its own for a test's files; it goes when it is disposed of. */
export function scratch() {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-files-'));
  return {
    folder,
    /** Writes a file and gives its path. */
    file: (name: string, content: string | Uint8Array): string => {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}
