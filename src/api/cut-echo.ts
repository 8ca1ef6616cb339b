/** Characters that one message repeats of a request. */
const MAX_ECHO = 200;
/** Characters of one value in it. */
const MAX_SPAN = 60;

/**
 * Shortens what an error message repeats of the request. graphql-js puts whole values into its messages: in quotes, in brackets, or as
 * one long word.
 */
export function cutEcho(message: string): string {
  if (message.length <= MAX_SPAN) return message;
  let remaining = MAX_ECHO;
  let result = '';
  for (let start = 0; start < message.length;) {
    const end = endOfSpan(message, start);
    const isWord = !OPENING.test(message[start]!);
    const room = isWord ? MAX_SPAN : Math.min(MAX_SPAN, remaining);
    const span = message.slice(start, end);
    if (!isWord) remaining -= Math.min(span.length, room);
    result += span.length <= room ? span : `${span.slice(0, room).replace(/[\ud800-\udbff]$/, '')}…`;
    start = end;
  }
  return result;
}

const OPENING = /["[{]/;

/** Where the quoted text, the brackets, the word or the space that begins here ends. */
function endOfSpan(text: string, start: number): number {
  if (text[start] === '"') return endOfString(text, start);
  if (/\s/.test(text[start]!)) return start + 1;
  if (text[start] !== '[' && text[start] !== '{') {
    let end = start + 1;
    while (end < text.length && !/["[{\s]/.test(text[end]!)) end++;
    return end;
  }
  let depth = 0;
  for (let index = start; index < text.length; index++) {
    if (text[index] === '"') index = endOfString(text, index) - 1;
    else if (text[index] === '[' || text[index] === '{') depth++;
    else if ((text[index] === ']' || text[index] === '}') && --depth === 0) return index + 1;
  }
  return text.length;
}

function endOfString(text: string, start: number): number {
  for (let index = start + 1; index < text.length; index++) {
    if (text[index] === '\\') index++;
    else if (text[index] === '"') return index + 1;
  }
  return text.length;
}
