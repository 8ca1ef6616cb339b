import { z } from 'zod';
import { type InputPath, type Problem } from './problem.ts';
import { schemaAt, unwrapSchema } from './schema-walk.ts';

/** The valid part of an invalid value. */
export interface RecoveredValue {
  value: unknown;
  /** The keys in the omitted parts; references to them must not be reported. */
  lostKeys: ReadonlySet<string>;
  /** Maps a path in the valid part to the path in the original value. */
  originalPath: (path: readonly (string | number)[]) => InputPath;
}

/** How a problem is removed: the value at the path is omitted or replaced by a placeholder. */
type Fix = { path: InputPath } | { path: InputPath; replacement: string };

/**
 * Omits invalid parts: the field if it is optional, else its row, else the row around that. A required enum or text is replaced
 * by a placeholder, so that it does not remove its whole block. The rest of the input can then be checked against the graph, and
 * all its problems are reported at once.
 */
export function recoverValid(schema: z.ZodType, value: unknown, invalidPaths: readonly InputPath[]): RecoveredValue {
  const fixes = new Map(invalidPaths.map((path) => findFix(schema, path)).map((fix) => [pathKey(fix.path), fix]));
  const lostKeys = new Set<string>();
  const keptIndexes = new Map<string, number[]>();

  const copy = (part: unknown, from: InputPath, to: InputPath): unknown => {
    if (Array.isArray(part)) {
      const indexes = [...part.keys()].filter((index) => !isOmitted(part[index], [...from, index]));
      keptIndexes.set(pathKey(to), indexes);
      return indexes.map((index, place) => copy(part[index], [...from, index], [...to, place]));
    }
    if (typeof part !== 'object' || part === null) return part;
    const fields = Object.entries(part).filter(([name, field]) => !isOmitted(field, [...from, name]));
    const copied = fields.map(([name, field]) => [name, copy(field, [...from, name], [...to, name])] as const);
    return Object.fromEntries([...copied, ...replacementsIn(fixes, from)]);
  };
  const isOmitted = (part: unknown, path: InputPath): boolean => {
    if (!fixes.has(pathKey(path))) return false;
    collectKeys(part, lostKeys);
    return true;
  };
  const originalPath: RecoveredValue['originalPath'] = (path) =>
    path.map((step, depth) =>
      typeof step === 'number' ? (keptIndexes.get(pathKey(path.slice(0, depth)))?.[step] ?? step) : step,
    );

  return { value: copy(value, [], []), lostKeys, originalPath };
}

const pathKey = (path: readonly (string | number)[]) => JSON.stringify(path);

function findFix(schema: z.ZodType, path: InputPath): Fix {
  const field = schemaAt(schema, path);
  const last = path.at(-1);
  if (last === undefined || typeof last === 'number' || field === null) return { path };
  if (field instanceof z.ZodOptional || field instanceof z.ZodDefault) return { path };
  const replacement = placeholderFor(unwrapSchema(field));
  return replacement === null ? findFix(schema, path.slice(0, -1)) : { path, replacement: replacement };
}

/** A placeholder for an enum or a plain text; null for texts with a format and for references. */
function placeholderFor(schema: z.core.$ZodType): string | null {
  if (schema instanceof z.ZodEnum) return String(schema.options[0]);
  const isText = schema instanceof z.ZodString && z.globalRegistry.get(schema)?.id === undefined;
  return isText && schema.safeParse('text').success ? 'text' : null;
}

function replacementsIn(fixes: ReadonlyMap<string, Fix>, path: InputPath): [string, string][] {
  return [...fixes.values()].flatMap((fix) =>
    'replacement' in fix && pathKey(fix.path.slice(0, -1)) === pathKey(path)
      ? [[String(fix.path.at(-1)), fix.replacement] as [string, string]]
      : [],
  );
}

function collectKeys(part: unknown, keys: Set<string>): void {
  if (typeof part !== 'object' || part === null) return;
  for (const [name, field] of Object.entries(part)) {
    if (name === 'key' && typeof field === 'string') keys.add(field);
    else collectKeys(field, keys);
  }
}

/** What is wrong with the shape of an input, to recognise problems of its valid part that only follow from that. */
export interface InvalidParts {
  paths: readonly InputPath[];
  /** The keys in what was omitted. */
  lostKeys: ReadonlySet<string>;
  /** The keys of rows with invalid fields: a new node may lack what such a row would have given. */
  faultyKeys: ReadonlySet<string>;
}

/** True for a problem at this path of the input that is only a consequence of invalid parts. */
export function isConsequence({ code, path }: Problem, input: unknown, invalid: InvalidParts): boolean {
  if (invalid.paths.some((each) => isWithin(each, path) || isWithin(path, each))) return true;
  const value = valueAt(input, path);
  return (
    rowKeys(value).some((key) => invalid.faultyKeys.has(key)) ||
    (code === 'NOT_FOUND' && invalid.lostKeys.has(String(value)))
  );
}

/** The keys and references of the rows in which something is invalid. */
export function keysOfFaultyRows(input: unknown, invalidPaths: readonly InputPath[]): string[] {
  return invalidPaths.flatMap((path) =>
    path.flatMap((_, depth) => rowKeys(valueAt(input, path.slice(0, path.length - depth)))),
  );
}

/** The key and reference of a row. */
function rowKeys(row: unknown): string[] {
  const { key, ref } = (typeof row === 'object' && row !== null ? row : {}) as { key?: unknown; ref?: unknown };
  return [key, ref].filter((text) => typeof text === 'string');
}

/** True if `path` is `ancestor` or below it. */
const isWithin = (path: InputPath, ancestor: InputPath) => ancestor.every((step, index) => path[index] === step);

function valueAt(value: unknown, path: InputPath): unknown {
  return path.reduce<unknown>(
    (part, step) => (typeof part === 'object' && part !== null ? (part as Record<string, unknown>)[step] : undefined),
    value,
  );
}
