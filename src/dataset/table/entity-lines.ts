import { createHash } from 'node:crypto';
import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { ClientError } from '../../domain/errors.ts';
import { unreadable } from './decode-file.ts';
import { HashTable } from './hash-table.ts';
import { type JsonObject, isObject, parseJson } from './json.ts';

/** What is on a line of the file. */
export interface EntityLine {
  position: number;
  /** Null if there is none, and the problem says why. */
  entity: JsonObject | null;
  problem?: string;
}

/** The entity of a country of Wikidata has some 3 MB. */
const MAX_LINE = 16 * 1024 * 1024;
/** What a place in the file is stored in. */
const MAX_BYTES = 2 ** 32;
/** The text of entities that are remembered, of those that others refer to. */
const MAX_REMEMBERED = 4 * 1024 * 1024;

const LINE_FEED = 0x0a;
const firstRead = Buffer.alloc(8 * 1024);

/**
 * A file with an entity on each line, which refer to one another by `id`: read line by line, and where each stands is known once that
 * was done. Memory grows by some bytes an entity. The lines of an array, as dumps of Wikidata have them, are the same with commas.
 */
export class EntityLines {
  readonly #path: string;
  readonly #places = new HashTable();
  readonly #remembered = new Map<string, JsonObject | null>();
  #size = 0;

  constructor(path: string) {
    this.#path = path;
  }

  /** All of them, from the beginning of the file. */
  async *read(): AsyncGenerator<EntityLine> {
    for await (const { position, place, bytes } of this.#lines()) {
      const text = textOf(bytes);
      if (text === '') continue;
      const parsed = readLine(text);
      if (isObject(parsed.entity) && typeof parsed.entity.id === 'string')
        this.#places.set(hash(parsed.entity.id), place);
      yield { position, ...parsed };
    }
  }

  /** The entity with an id; null if there is none on the lines that were read. */
  find(id: string): JsonObject | null {
    const known = this.#remembered.get(id);
    if (known !== undefined) return known;
    const place = this.#places.get(hash(id));
    const text = place === undefined ? '' : lineAt(this.#path, place);
    const entity = text === '' ? null : readLine(text).entity;
    const found = entity?.id === id ? entity : null;
    if (this.#size > MAX_REMEMBERED) {
      this.#remembered.clear();
      this.#size = 0;
    }
    this.#remembered.set(id, found);
    this.#size += id.length + text.length;
    return found;
  }

  async *#lines(): AsyncGenerator<{ position: number; place: number; bytes: Buffer }> {
    let [position, place] = [1, 0];
    let held: Buffer[] = [];
    let length = 0;
    try {
      for await (const chunk of createReadStream(this.#path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
        let start = 0;
        for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
          const bytes = Buffer.concat([...held, chunk.subarray(start, end)]);
          yield { position, place, bytes };
          place += bytes.length + 1;
          position += 1;
          [held, length, start] = [[], 0, end + 1];
        }
        held.push(chunk.subarray(start));
        length += chunk.length - start;
        if (length > MAX_LINE) throw this.#refusal(position, `this line is longer than ${MAX_LINE} bytes`);
        if (place > MAX_BYTES) throw this.#refusal(position, `the file is larger than ${MAX_BYTES} bytes; split it`);
      }
    } catch (error) {
      throw await unreadable(this.#path, error);
    }
    yield { position, place, bytes: Buffer.concat(held) };
  }

  #refusal(position: number, message: string): ClientError {
    return new ClientError('BAD_REQUEST', `${this.#path}:${position}  ${message}`);
  }
}

/** At once: to wait for each of many short reads takes longer than they do. */
function lineAt(path: string, place: number): string {
  const file = openSync(path, 'r');
  try {
    let bytes = Buffer.alloc(0);
    for (let part = firstRead; ; part = Buffer.alloc(2 * part.length)) {
      const length = readSync(file, part, 0, part.length, place + bytes.length);
      bytes = Buffer.concat([bytes, part.subarray(0, length)]);
      const end = bytes.indexOf(LINE_FEED);
      if (end >= 0 || length < part.length) return textOf(bytes.subarray(0, end < 0 ? undefined : end));
    }
  } finally {
    closeSync(file);
  }
}

/** Without the brackets and commas of an array that has an element on each line. */
const textOf = (bytes: Buffer): string =>
  bytes
    .toString('utf8')
    .trim()
    .replace(/^[[\]]$/, '')
    .replace(/,$/, '');

function readLine(text: string): Pick<EntityLine, 'entity' | 'problem'> {
  const parsed = parseJson(text);
  if ('problem' in parsed) return { entity: null, problem: parsed.problem };
  return isObject(parsed.value) ? { entity: parsed.value } : { entity: null, problem: 'is no JSON object' };
}

/** 48 bits, and not 0. The id of what is found is compared. */
const hash = (id: string): number => createHash('sha1').update(id).digest().readUIntBE(0, 6) || 1;
