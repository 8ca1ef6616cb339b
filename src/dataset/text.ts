import { createHash } from 'node:crypto';
import { readFile, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { nearest } from '../domain/identity.ts';
import { meant } from '../record/problem.ts';

/** The largest file that is taken: far more than anyone writes, and little enough to hold in memory with all positions. */
export const MAX_BYTES = 20 * 1024 * 1024;

/** A file's text with plain line ends, and the SHA-256 of its bytes, or why there is none. */
export type Text = { text: string; sha256: string } | { complaint: string };

const complain = (complaint: string): Text => ({ complaint });

/** Reads a text file in UTF-8. What can go wrong with it is told in words, each cause in its own. */
export async function textOf(path: string): Promise<Text> {
  try {
    const { size } = await stat(path);
    if (size > MAX_BYTES)
      return complain(
        `is too large: ${Math.ceil(size / 1024 / 1024)} MB, at most ${MAX_BYTES / 1024 / 1024} MB are read; split it`,
      );
    return decoded(await readFile(path));
  } catch (error) {
    return complaintAbout(error as NodeJS.ErrnoException, path);
  }
}

function decoded(bytes: Buffer): Text {
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff))
    return complain('is in UTF-16; save it as UTF-8 (in the editor: save with encoding UTF-8)');
  if (bytes.includes(0)) return complain('is no text file: it holds zero bytes; a data set is YAML or JSON in UTF-8');
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return {
      text: text.replaceAll('\r\n', '\n').replaceAll('\r', '\n'),
      sha256: createHash('sha256').update(bytes).digest('hex'),
    };
  } catch {
    const line = lineOfFirstFault(bytes);
    return complain(`is not in UTF-8: the first wrong byte is in line ${line}; save it with encoding UTF-8`);
  }
}

const startsWith = (bytes: Buffer, ...marks: number[]) => marks.every((mark, index) => bytes[index] === mark);

/** The line of the first byte that is no UTF-8, counted from 1. */
function lineOfFirstFault(bytes: Buffer): number {
  const sound = new TextDecoder('utf-8').decode(bytes).split('\uFFFD', 1)[0] ?? '';
  return sound.split(/\r\n|\r|\n/).length;
}

async function complaintAbout({ code, message }: NodeJS.ErrnoException, path: string): Promise<Text> {
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    const beside = await dataSetsIn(dirname(path));
    const near = nearest(basename(path), beside).map((name) => join(dirname(path), name));
    return complain(`there is no such file${meant(near)}`);
  }
  if (code === 'EISDIR') {
    const inside = await dataSetsIn(path);
    const way = inside.length > 0 ? `name the files in it: ${inside.join(', ')}` : 'it holds no .yaml or .json file';
    return complain(`is a folder, not a file; ${way}`);
  }
  if (code === 'EACCES' || code === 'EPERM') return complain('may not be read by you; change its permissions');
  return complain(`cannot be read: ${message}`);
}

async function dataSetsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => /\.(ya?ml|json)$/i.test(name)).sort();
}
