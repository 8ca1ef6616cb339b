import { SaxesParser } from 'saxes';
import { type Entry, type ZipFile, openPromise } from 'yauzl';
import { ClientError } from '../../domain/errors.ts';
import { unreadable } from './decode-file.ts';

/** What a part may say in all: far more than a spreadsheet program writes, and what a ZIP bomb is refused by. */
const MAX_PART_BYTES = 2 * 1024 ** 3;
/** Between two tags. */
const MAX_TEXT_LENGTH = 4 * 1024 ** 2;
const MAX_ENTRIES = 10_000;

/** Names are without their prefix. */
export interface XmlHandlers {
  open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
}

/** Reads a part of an .xlsx file, which is a ZIP file of XML, piece by piece: what the handlers find in it, in its order. */
export async function* readXml<T>(
  path: string,
  part: string,
  handlersFor: (found: (item: T) => void) => XmlHandlers,
): AsyncGenerator<T> {
  let items: T[] = [];
  let sinceTag = 0;
  const { open, close, text } = handlersFor((item) => items.push(item));
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  parser.on('opentag', ({ name, attributes }) => {
    sinceTag = 0;
    open?.(localName(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    sinceTag = 0;
    close?.(localName(name));
  });
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const zip = await openZip(path);
  try {
    const stream: AsyncIterable<Buffer> = await zip.openReadStreamPromise(await findEntry(zip, path, part));
    for await (const chunk of stream) {
      const piece = decoder.decode(chunk, { stream: true });
      sinceTag += piece.length;
      parser.write(piece);
      if (sinceTag > MAX_TEXT_LENGTH)
        throw refuse(path, `has a text of more than ${MAX_TEXT_LENGTH} characters in ${part}`);
      yield* items;
      items = [];
    }
    parser.close();
    yield* items;
  } catch (error) {
    if (error instanceof ClientError) throw error;
    throw refuse(path, `is damaged: ${part} cannot be read (${(error as Error).message})`, error);
  } finally {
    zip.close();
  }
}

async function openZip(path: string): Promise<ZipFile> {
  try {
    return await openPromise(path, { autoClose: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== undefined) throw await unreadable(path, error);
    throw refuse(
      path,
      'is no .xlsx file; if it is an older or protected one, save it as .xlsx without a password',
      error,
    );
  }
}

async function findEntry(zip: ZipFile, path: string, part: string): Promise<Entry> {
  if (zip.entryCount > MAX_ENTRIES) throw refuse(path, `has ${zip.entryCount} parts, the limit is ${MAX_ENTRIES}`);
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.toLowerCase() !== part.toLowerCase()) continue;
    if (entry.uncompressedSize > MAX_PART_BYTES)
      throw refuse(path, `is too large: ${part} has ${entry.uncompressedSize} bytes, the limit is ${MAX_PART_BYTES}`);
    return entry;
  }
  throw refuse(path, `is no .xlsx file: it has no ${part}`);
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

export const refuse = (path: string, message: string, cause?: unknown) =>
  new ClientError('BAD_REQUEST', `${path} ${message}`, {}, { cause });
