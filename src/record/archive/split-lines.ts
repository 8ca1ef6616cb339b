/** Opens a file at its beginning; called for each reading. */
export type OpenFile = () => AsyncIterable<Uint8Array>;

/** One line of a file. */
export interface RawLine {
  number: number;
  /** Null if the bytes are not UTF-8. */
  text: string | null;
  /** With the line break, if there is one. */
  bytes: Uint8Array;
}

const NEW_LINE = 10;

/** The lines of a file of bytes; only `\n` ends a line. */
export async function* splitLines(open: OpenFile): AsyncGenerator<RawLine> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let pending: Uint8Array[] = [];
  let number = 0;
  const line = (bytes: Uint8Array): RawLine => ({ number: ++number, text: decode(decoder, bytes), bytes });
  for await (const chunk of open()) {
    let start = 0;
    for (let end = chunk.indexOf(NEW_LINE); end >= 0; end = chunk.indexOf(NEW_LINE, start)) {
      const lineEnd = chunk.subarray(start, end + 1);
      yield line(pending.length === 0 ? lineEnd : Buffer.concat([...pending, lineEnd]));
      pending = [];
      start = end + 1;
    }
    if (start < chunk.length) pending.push(chunk.slice(start));
  }
  if (pending.length > 0) yield line(Buffer.concat(pending));
}

function decode(decoder: TextDecoder, bytes: Uint8Array): string | null {
  try {
    const text = decoder.decode(bytes);
    return text.endsWith('\n') ? text.slice(0, -1) : text;
  } catch {
    return null;
  }
}
