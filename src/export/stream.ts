import { type Rows } from './table.ts';

/** How long a chunk is at least, except the last, in UTF-16 units: few writes, and little in memory. */
const CHUNK_LENGTH = 32_768;

/** A part of a file: text, or lines that are made when they are asked for. */
export type Section = string | Rows<string>;

/** What `map` makes of each row, with its number from 0 on, when it is asked for. Rows that are at hand are not waited for one by one. */
export function mapRows<T, R>(rows: Rows<T>, map: (row: T, index: number) => R): Rows<R> {
  return Symbol.iterator in rows ? mapNow(rows, map) : mapAsync(rows, map);
}

function* mapNow<T, R>(rows: Iterable<T>, map: (row: T, index: number) => R): Generator<R> {
  let index = 0;
  for (const row of rows) yield map(row, index++);
}

async function* mapAsync<T, R>(
  rows: AsyncIterable<T>,
  map: (row: T, index: number) => R,
): AsyncGenerator<R, void, undefined> {
  let index = 0;
  for await (const row of rows) yield map(row, index++);
}

/** The sections one after the other, in chunks. Nothing is read ahead of what is asked for. */
export async function* inChunks(...sections: readonly Section[]): AsyncGenerator<string, void, undefined> {
  let chunk = '';
  for (const section of sections) {
    if (typeof section === 'string') chunk += section;
    else if (Symbol.iterator in section) {
      for (const text of section) {
        chunk += text;
        if (chunk.length < CHUNK_LENGTH) continue;
        yield chunk;
        chunk = '';
      }
    } else {
      for await (const text of section) {
        chunk += text;
        if (chunk.length < CHUNK_LENGTH) continue;
        yield chunk;
        chunk = '';
      }
    }
  }
  if (chunk !== '') yield chunk;
}
