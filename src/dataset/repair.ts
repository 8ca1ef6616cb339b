import { z } from 'zod';
import { schemaAt, unwrap } from '../record/input/walk.ts';

type Path = (string | number)[];

/** What is sound in a faulty value. */
export interface Sound {
  value: unknown;
  /** The keys that were given in what is left out: references to them are not in the wrong. */
  lostKeys: ReadonlySet<string>;
  /** The way to a place of the sound value as a way into the faulty one. */
  originOf: (path: readonly (string | number)[]) => Path;
}

/** How a fault is got rid of: what is at the place goes, or something harmless comes there. */
type Cure = { path: Path } | { path: Path; instead: string };

/**
 * Leaves out what is faulty: the field where it may be left out, else the row around it, else the row around that. A word
 * or a text that may not be left out is replaced by any other instead, so that one of them does not take its whole block
 * with it. So the rest of a faulty file can be checked against the graph, and all its problems are told at once.
 */
export function soundPart(schema: z.ZodType, value: unknown, faults: readonly Path[]): Sound {
  const cures = new Map(faults.map((fault) => cureOf(schema, fault)).map((cure) => [written(cure.path), cure]));
  const lostKeys = new Set<string>();
  const kept = new Map<string, number[]>();

  const copy = (part: unknown, from: Path, to: Path): unknown => {
    if (Array.isArray(part)) {
      const indexes = [...part.keys()].filter((index) => !leftOut(part[index], [...from, index]));
      kept.set(written(to), indexes);
      return indexes.map((index, place) => copy(part[index], [...from, index], [...to, place]));
    }
    if (typeof part !== 'object' || part === null) return part;
    const fields = Object.entries(part).filter(([name, field]) => !leftOut(field, [...from, name]));
    const copied = fields.map(([name, field]) => [name, copy(field, [...from, name], [...to, name])] as const);
    return Object.fromEntries([...copied, ...replacementsIn(cures, from)]);
  };
  const leftOut = (part: unknown, path: Path): boolean => {
    if (!cures.has(written(path))) return false;
    collectKeys(part, lostKeys);
    return true;
  };
  const originOf: Sound['originOf'] = (path) =>
    path.map((step, depth) =>
      typeof step === 'number' ? (kept.get(written(path.slice(0, depth)))?.[step] ?? step) : step,
    );

  return { value: copy(value, [], []), lostKeys, originOf };
}

const written = (path: readonly (string | number)[]) => JSON.stringify(path);

function cureOf(schema: z.ZodType, path: Path): Cure {
  const field = schemaAt(schema, path);
  const last = path.at(-1);
  if (last === undefined || typeof last === 'number' || field === null) return { path };
  if (field instanceof z.ZodOptional || field instanceof z.ZodDefault) return { path };
  const instead = anyOf(unwrap(field));
  return instead === null ? cureOf(schema, path.slice(0, -1)) : { path, instead };
}

/** Any value of a closed set of words, or any text; null for what has a form or points at something. */
function anyOf(schema: z.core.$ZodType): string | null {
  if (schema instanceof z.ZodEnum) return String(schema.options[0]);
  const isText = schema instanceof z.ZodString && z.globalRegistry.get(schema)?.id === undefined;
  return isText && schema.safeParse('text').success ? 'text' : null;
}

function replacementsIn(cures: ReadonlyMap<string, Cure>, path: Path): [string, string][] {
  return [...cures.values()].flatMap((cure) =>
    'instead' in cure && written(cure.path.slice(0, -1)) === written(path)
      ? [[String(cure.path.at(-1)), cure.instead] as [string, string]]
      : [],
  );
}

function collectKeys(part: unknown, into: Set<string>): void {
  if (typeof part !== 'object' || part === null) return;
  for (const [name, field] of Object.entries(part)) {
    if (name === 'key' && typeof field === 'string') into.add(field);
    else collectKeys(field, into);
  }
}
