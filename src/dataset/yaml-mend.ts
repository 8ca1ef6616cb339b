import { type YAMLError } from 'yaml';

/**
 * Text without the faults that can be got rid of in their line, each character in its place; null where that helps none.
 * What is read then is not what was written, but shows what the rest of the file says, and so what else is wrong with it.
 */
export function mended(text: string, faults: readonly YAMLError[]): string | null {
  const better = faults.reduce(mend, text);
  return better === text ? null : better;
}

/** Faults after which the text still means what it seems to mean. */
export const isHarmless = ({ code }: YAMLError) => code === 'DUPLICATE_KEY' || code === 'BAD_DQ_ESCAPE';

function mend(text: string, { code, message, pos: [offset] }: YAMLError): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset) < 0 ? text.length : text.indexOf('\n', offset);
  const put = (from: number, piece: string) => text.slice(0, from) + piece + text.slice(from + piece.length);
  const rest = text.slice(offset, end);
  switch (code) {
    case 'TAB_AS_INDENT':
      return put(
        start,
        text.slice(start, end).replace(/^[ \t]+/, (indent) => ' '.repeat(indent.length)),
      );
    case 'BLOCK_AS_IMPLICIT_KEY':
      return put(offset, rest.replace(/:(?=\s|$)/g, '_'));
    case 'BAD_SCALAR_START':
      return put(offset, '_');
    case 'UNEXPECTED_TOKEN':
      return message === 'Unexpected scalar at node end' && !/:(\s|$)/.test(rest)
        ? put(offset, ' '.repeat(rest.length))
        : text;
    default:
      return text;
  }
}
