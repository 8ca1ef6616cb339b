import { createHash } from 'node:crypto';
import { readFile, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { closestMatches } from '../../domain/identity/keys.ts';
import { didYouMean } from '../../record/input/problem.ts';

/** The maximum size of a file: far more than anyone writes by hand, and small enough to keep all positions in memory. */
export const MAX_BYTES = 20 * 1024 * 1024;

/** The text of a file with normalized line ends and the SHA-256 of its bytes, or the reason why it cannot be read. */
export type DecodedText = { text: string; sha256: string } | { error: string };

/** How the files of data sets are called. */
const DATA_SET_NAMES = /\.(ya?ml|json)$/i;

const failure = (error: string) => ({ error });

/** Reads a UTF-8 text file. Every cause of failure has its own message. */
export async function readTextFile(path: string): Promise<DecodedText> {
  try {
    const { size } = await stat(path);
    if (size > MAX_BYTES)
      return failure(
        `is too large: ${Math.ceil(size / 1024 / 1024)} MB, the limit is ${MAX_BYTES / 1024 / 1024} MB; split it`,
      );
    return decodeText(await readFile(path));
  } catch (error) {
    return readFailure(error as NodeJS.ErrnoException, path, DATA_SET_NAMES);
  }
}

function decodeText(bytes: Buffer): DecodedText {
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff))
    return failure('is in UTF-16; save it as UTF-8 (in the editor: save with encoding UTF-8)');
  if (bytes.includes(0))
    return failure('is not a text file: it contains zero bytes; a data set is YAML or JSON in UTF-8');
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return {
      text: text.replaceAll('\r\n', '\n').replaceAll('\r', '\n'),
      sha256: createHash('sha256').update(bytes).digest('hex'),
    };
  } catch {
    const line = lineOfFirstInvalidByte(bytes);
    return failure(`is not in UTF-8: the first invalid byte is in line ${line}; save it with encoding UTF-8`);
  }
}

const startsWith = (bytes: Buffer, ...marks: number[]) => marks.every((mark, index) => bytes[index] === mark);

/** The line of the first byte that is not UTF-8, counted from 1. */
function lineOfFirstInvalidByte(bytes: Buffer): number {
  const validPrefix = new TextDecoder('utf-8').decode(bytes).split('\uFFFD', 1)[0] ?? '';
  return validPrefix.split(/\r\n|\r|\n/).length;
}

/** Why a file cannot be read, and which files beside it, or in it, may be meant, of those with such names. */
export async function readFailure(
  { code, message }: NodeJS.ErrnoException,
  path: string,
  names: RegExp,
): Promise<{ error: string }> {
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    const siblings = await filesIn(dirname(path), names);
    const matches = closestMatches(basename(path), siblings).map((name) => join(dirname(path), name));
    return failure(`there is no such file${didYouMean(matches)}`);
  }
  if (code === 'EISDIR') {
    const contents = await filesIn(path, names);
    const advice =
      contents.length > 0 ? `name the files in it: ${contents.join(', ')}` : 'it contains no file of that kind';
    return failure(`is a folder, not a file; ${advice}`);
  }
  if (code === 'EACCES' || code === 'EPERM') return failure('is not readable for you; change its permissions');
  return failure(`cannot be read: ${message}`);
}

async function filesIn(folder: string, named: RegExp): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => named.test(name)).sort();
}
