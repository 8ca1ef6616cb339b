/** Levels of lists and objects in a request; the deepest input type has about ten. */
export const MAX_JSON_NESTING = 100;

/**
 * Whether JSON is nested deeper than that. To be asked before JSON.parse, which takes up to a second for a megabyte of brackets.
 *
 * @param json In UTF-8, in which no byte of another character looks like a quote or a bracket.
 */
export function isJsonNestedTooDeep(json: Uint8Array): boolean {
  let depth = 0;
  let isInString = false;
  for (let index = 0; index < json.length; index++) {
    const byte = json[index];
    if (isInString) {
      if (byte === BACKSLASH) index++;
      else if (byte === QUOTE) isInString = false;
    } else if (byte === QUOTE) {
      isInString = true;
    } else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      if (++depth > MAX_JSON_NESTING) return true;
    } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) {
      depth--;
    }
  }
  return false;
}

const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = Buffer.from('"\\[]{}');
