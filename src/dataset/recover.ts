import { z } from 'zod';
import { schemaAt, unwrapSchema } from '../record/input/schema-walk.ts';

type ValuePath = (string | number)[];

/** The valid part of an invalid value. */
export interface RecoveredValue {
  value: unknown;
  /** The keys in the omitted parts; references to them must not be reported. */
  lostKeys: ReadonlySet<string>;
  /** Maps a path in the valid part to the path in the original value. */
  originalPath: (path: readonly (string | number)[]) => ValuePath;
}

/** How a problem is removed: the value at the path is omitted or replaced by a placeholder. */
type Fix = { path: ValuePath } | { path: ValuePath; replacement: string };

/**
 * Omits invalid parts: the field if it is optional, else its row, else the row around that. A required enum or text is replaced
 * by a placeholder, so that it does not remove its whole block. The rest of the file can then be checked against the graph, and
 * all its problems are reported at once.
 */
export function recoverValid(schema: z.ZodType, value: unknown, invalidPaths: readonly ValuePath[]): RecoveredValue {
  const fixes = new Map(invalidPaths.map((path) => findFix(schema, path)).map((fix) => [pathKey(fix.path), fix]));
  const lostKeys = new Set<string>();
  const keptIndexes = new Map<string, number[]>();

  const copy = (part: unknown, from: ValuePath, to: ValuePath): unknown => {
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
  const isOmitted = (part: unknown, path: ValuePath): boolean => {
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

function findFix(schema: z.ZodType, path: ValuePath): Fix {
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

function replacementsIn(fixes: ReadonlyMap<string, Fix>, path: ValuePath): [string, string][] {
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
