import { z } from 'zod';
import { schemaAt, unwrapSchema } from '../record/input/schema-walk.ts';

type ValuePath = (string | number)[];

/** What is sound in a faulty value. */
export interface RecoveredValue {
  value: unknown;
  /** The keys that were given in what is left out: references to them are not in the wrong. */
  lostKeys: ReadonlySet<string>;
  /** The way to a place of the sound value as a way into the faulty one. */
  originalPath: (path: readonly (string | number)[]) => ValuePath;
}

/** How a fault is got rid of: what is at the place goes, or something harmless comes there. */
type Fix = { path: ValuePath } | { path: ValuePath; instead: string };

/**
 * Leaves out what is faulty: the field where it may be left out, else the row around it, else the row around that. A word
 * or a text that may not be left out is replaced by any other instead, so that one of them does not take its whole block
 * with it. So the rest of a faulty file can be checked against the graph, and all its problems are told at once.
 */
export function recoverValid(schema: z.ZodType, value: unknown, faults: readonly ValuePath[]): RecoveredValue {
  const fixes = new Map(faults.map((fault) => findFix(schema, fault)).map((fix) => [pathKey(fix.path), fix]));
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
  return replacement === null ? findFix(schema, path.slice(0, -1)) : { path, instead: replacement };
}

/** Any value of a closed set of words, or any text; null for what has a form or points at something. */
function placeholderFor(schema: z.core.$ZodType): string | null {
  if (schema instanceof z.ZodEnum) return String(schema.options[0]);
  const isText = schema instanceof z.ZodString && z.globalRegistry.get(schema)?.id === undefined;
  return isText && schema.safeParse('text').success ? 'text' : null;
}

function replacementsIn(fixes: ReadonlyMap<string, Fix>, path: ValuePath): [string, string][] {
  return [...fixes.values()].flatMap((fix) =>
    'instead' in fix && pathKey(fix.path.slice(0, -1)) === pathKey(path)
      ? [[String(fix.path.at(-1)), fix.instead] as [string, string]]
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
