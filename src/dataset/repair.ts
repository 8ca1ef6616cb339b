import { z } from 'zod';
import { schemaAt } from '../record/input/walk.ts';

type Path = (string | number)[];

/** What is sound in a faulty value. */
export interface Sound {
  value: unknown;
  /** The keys that were given in what is left out: references to them are not in the wrong. */
  lostKeys: ReadonlySet<string>;
  /** The way to a place of the sound value as a way into the faulty one. */
  originOf: (path: readonly (string | number)[]) => Path;
}

/**
 * Leaves out what is faulty: the field where it may be left out, else the row around it, else the row around that. So the
 * rest of a faulty file can be checked against the graph, and all its problems are told at once.
 */
export function soundPart(schema: z.ZodType, value: unknown, faults: readonly Path[]): Sound {
  const out = new Set(faults.map((fault) => written(victim(schema, fault))));
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
    return Object.fromEntries(fields.map(([name, field]) => [name, copy(field, [...from, name], [...to, name])]));
  };
  const leftOut = (part: unknown, path: Path): boolean => {
    if (!out.has(written(path))) return false;
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

/** What has to go for a fault at `path`: the nearest thing around it that the schema can do without. */
function victim(schema: z.ZodType, path: Path): Path {
  const field = schemaAt(schema, path);
  const last = path.at(-1);
  const dispensable =
    typeof last === 'number' || field === null || field instanceof z.ZodOptional || field instanceof z.ZodDefault;
  return dispensable || path.length === 0 ? path : victim(schema, path.slice(0, -1));
}

function collectKeys(part: unknown, into: Set<string>): void {
  if (typeof part !== 'object' || part === null) return;
  for (const [name, field] of Object.entries(part)) {
    if (name === 'key' && typeof field === 'string') into.add(field);
    else collectKeys(field, into);
  }
}
