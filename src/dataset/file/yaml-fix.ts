import { type YAMLError } from 'yaml';

/**
 * The text without the errors that can be removed within their line, without moving any character; null if there are none. It
 * does not have the intended value there, but the rest of the file can be parsed and validated.
 */
export function fixYaml(text: string, errors: readonly YAMLError[]): string | null {
  const fixed = errors.reduce(fixError, text);
  return fixed === text ? null : fixed;
}

/** Errors that do not change the meaning of the text. */
export const isHarmless = ({ code }: YAMLError) => code === 'DUPLICATE_KEY' || code === 'BAD_DQ_ESCAPE';

function fixError(text: string, { code, message, pos: [offset] }: YAMLError): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset) < 0 ? text.length : text.indexOf('\n', offset);
  const overwrite = (from: number, piece: string) => text.slice(0, from) + piece + text.slice(from + piece.length);
  const rest = text.slice(offset, end);
  switch (code) {
    case 'TAB_AS_INDENT':
      return overwrite(
        start,
        text.slice(start, end).replace(/^[ \t]+/, (indent) => ' '.repeat(indent.length)),
      );
    case 'BLOCK_AS_IMPLICIT_KEY':
      return overwrite(offset, rest.replace(/:(?=\s|$)/g, '_'));
    case 'BAD_SCALAR_START':
      return overwrite(offset, '_');
    case 'UNEXPECTED_TOKEN':
      return message === 'Unexpected scalar at node end' && !/:(\s|$)/.test(rest)
        ? overwrite(offset, ' '.repeat(rest.length))
        : text;
    default:
      return text;
  }
}
