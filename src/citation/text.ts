/** In one line, without control characters and halves of characters. */
export const toLine = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();

/** The same; null where nothing is left. */
export const lineOrNull = (text: string | null): string | null => (text === null ? null : toLine(text) || null);

/** An address with what no address has as it is, and what TeX takes for its own, in percent encoding. */
export const toAddress = (url: string): string =>
  url
    .toWellFormed()
    .trim()
    .replace(/[^\x21-\x7e]|[{}\\^"<>|`]/gu, encodeURIComponent);
