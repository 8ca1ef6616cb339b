import { readFileSync } from 'node:fs';

/** The first number of a compiled catalogue of GNU gettext that is written with the lowest byte first. */
const MAGIC = 0x950412de;

/**
 * The translations in a compiled catalogue (`.mo`, GNU gettext), by the text that they translate.
 *
 * @throws Error when the file is no such catalogue.
 */
export function readCatalogue(file: string): Map<string, string> {
  const bytes = readFileSync(file);
  const number = (at: number) => bytes.readUInt32LE(at);
  if (number(0) !== MAGIC) throw new Error(`${file} is not a compiled catalogue of gettext`);
  const [count, originals, translations] = [number(8), number(12), number(16)];
  const text = (table: number, index: number) => {
    const length = number(table + 8 * index);
    const start = number(table + 8 * index + 4);
    return bytes.toString('utf8', start, start + length);
  };
  return new Map(Array.from({ length: count }, (_, index) => [text(originals, index), text(translations, index)]));
}
