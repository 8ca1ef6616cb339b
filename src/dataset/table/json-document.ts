import { ClientError } from '../../domain/errors.ts';
import { readTextFile } from '../file/decode-text.ts';
import { type JsonObject, isContainer, isObject, parseJson } from './json.ts';

/** A file that is one JSON object, with the lines in which what its lists contain begins. */
export interface JsonDocument {
  object: JsonObject;
  lineOf: (item: object) => number;
}

/** Reads a file that is one JSON object. It is in memory as a whole, and so may be as large as a data set. */
export async function readJsonDocument(path: string): Promise<JsonDocument> {
  const refuse = (message: string) => new ClientError('BAD_REQUEST', `${path} ${message}`);
  const read = await readTextFile(path);
  if ('error' in read) throw refuse(read.error);
  const parsed = parseJson(read.text);
  if ('problem' in parsed) throw refuse(parsed.problem);
  const { value } = parsed;
  if (!isObject(value)) throw refuse('is no JSON object');
  const inner = Object.values(value)
    .filter(isContainer)
    .flatMap((list) => (Object.values(list) as unknown[]).filter(isContainer));
  const numbers = innerLines(read.text);
  const lines = new Map(inner.map((item, index) => [item, numbers[index]!]));
  return { object: value, lineOf: (item) => lines.get(item) ?? 1 };
}

/** The lines in which the objects and arrays begin that stand in those of the outermost object. */
function innerLines(text: string): number[] {
  const lines: number[] = [];
  let [depth, line] = [0, 1];
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]\n]/g)) {
    if (token === '\n') line += 1;
    else if (token === '{' || token === '[') {
      if (depth === 2) lines.push(line);
      depth += 1;
    } else if (token === '}' || token === ']') depth -= 1;
  }
  return lines;
}
