import { createReadStream } from 'node:fs';
import { ClientError } from '../../domain/errors.ts';
import { readFailure } from '../file/decode-text.ts';
import { type FileFormat } from './cell.ts';

type Encoding = NonNullable<FileFormat['encoding']>;

const TABLE_NAMES = /\.(csv|tsv|tab|json|ijson|jsonl|ndjson|xlsx)$/i;

/**
 * The text of a file in pieces, each line end as \n. Bytes that are not of the encoding become U+FFFD, which the cell they are in
 * tells of (textCell), so that one of them costs one row.
 */
export async function* decodeFile(path: string, said: Encoding | undefined): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let held = '';
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
      decoder ??= new TextDecoder(encodingOf(path, chunk, said));
      const text = held + decoder.decode(chunk, { stream: true });
      // The line feed after a carriage return may be in the next piece.
      held = text.endsWith('\r') ? '\r' : '';
      yield withLineFeeds(text.slice(0, text.length - held.length));
    }
  } catch (error) {
    throw await unreadable(path, error);
  }
  yield withLineFeeds(held + (decoder?.decode() ?? ''));
}

const withLineFeeds = (text: string) => (text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text);

/** The encoding that was said, or that the first bytes say; both must agree. */
function encodingOf(path: string, first: Buffer, said: Encoding | undefined): Encoding {
  const starts = (...bytes: number[]) => bytes.every((byte, index) => first[index] === byte);
  const refuse = (message: string) => new ClientError('BAD_REQUEST', `${path} ${message}`);
  if (starts(0x50, 0x4b, 3, 4)) throw refuse('is no text but a ZIP file; a spreadsheet has `format: XLSX`');
  if (starts(0xfe, 0xff)) throw refuse('is in UTF-16 with the high byte first; save it as UTF-8');
  const marked = starts(0xef, 0xbb, 0xbf) ? 'UTF-8' : starts(0xff, 0xfe) ? 'UTF-16LE' : undefined;
  if (marked && said && marked !== said)
    throw refuse(`begins with the mark of ${marked}, but \`encoding\` says ${said}; leave \`encoding\` out`);
  return said ?? marked ?? 'UTF-8';
}

/** The reason why a file cannot be read, for its owner; what is no error of the file system as it is. */
export async function unreadable(path: string, error: unknown): Promise<Error> {
  if (error instanceof ClientError) return error;
  const failure = await readFailure(error as NodeJS.ErrnoException, path, TABLE_NAMES);
  return new ClientError('BAD_REQUEST', `${path} ${failure.error}`, {}, { cause: error });
}
