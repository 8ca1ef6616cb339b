import { type DerivedLink, type Link } from '../links.ts';
import { type TypeName } from '../../domain/thing-types.ts';

/** Claims about a thing that cannot hold together, and what became of it (docs/graph.md, "Derived"). */
export interface ConflictShape {
  /** Unique: the ids behind the slot. */
  key: string;
  /** As people read it: `meeting:udcg-26|place`. */
  slot: string;
  sortKey: string;
  /** The id of the thing in dispute. */
  of: string;
  /** Ids of the claims, in order. */
  among: readonly string[];
  follows: string | null;
  rule: string | null;
}

/** What is derived for one thing: everything in it can be worked out again from claims, descriptions and rules. */
export interface Shape {
  /** Properties of the node; null where there is none. */
  properties: Readonly<Record<string, unknown>>;
  links: readonly Link<DerivedLink>[];
  /** `SCHEME value`. */
  externalIds: readonly string[];
  conflicts: readonly ConflictShape[];
}

/** A thing with what the graph holds of it and what it should hold. */
export interface Derivation {
  id: string;
  key: string;
  type: TypeName;
  stored: Shape;
  derived: Shape;
  /**
   * The state in words of the API, things by their keys: what revisions keep. Null for what is a mere shadow of facts,
   * whose changes are told by theirs.
   */
  state: Readonly<Record<string, unknown>> | null;
}

/** What has to change to make the stored shape the derived one. */
export interface Difference {
  derivation: Derivation;
  properties: Readonly<Record<string, unknown>>;
  addLinks: readonly Link<DerivedLink>[];
  removeLinks: readonly Link<DerivedLink>[];
  addExternalIds: readonly string[];
  removeExternalIds: readonly string[];
  addConflicts: readonly ConflictShape[];
  removeConflicts: readonly ConflictShape[];
}

/** The difference between what is and what should be; null where there is none. */
export function differenceOf(derivation: Derivation): Difference | null {
  const { stored, derived } = derivation;
  const properties = Object.fromEntries(
    Object.entries(derived.properties).filter(([name, value]) => !same(stored.properties[name] ?? null, value ?? null)),
  );
  const [addLinks, removeLinks] = parted(derived.links, stored.links);
  const [addExternalIds, removeExternalIds] = parted(derived.externalIds, stored.externalIds);
  const [addConflicts, removeConflicts] = parted(derived.conflicts, stored.conflicts);
  const lists = { addLinks, removeLinks, addExternalIds, removeExternalIds, addConflicts, removeConflicts };
  const none = Object.keys(properties).length === 0 && Object.values(lists).every((list) => list.length === 0);
  return none ? null : { derivation, properties, ...lists };
}

/**
 * What only the first has, and what only the second has. Removing takes away all that are alike, so that of which there
 * is too much is both removed and added again.
 */
function parted<T>(wanted: readonly T[], present: readonly T[]): [T[], T[]] {
  const left = new Map<string, T[]>();
  for (const item of present) {
    const text = textOf(item);
    const alike = left.get(text);
    if (alike) alike.push(item);
    else left.set(text, [item]);
  }
  const missing = wanted.filter((item) => left.get(textOf(item))?.pop() === undefined);
  const extra = [...left.values()].flat();
  const excess = new Set(extra.map(textOf));
  return [[...missing, ...wanted.filter((item) => excess.has(textOf(item)))], extra];
}

const same = (a: unknown, b: unknown): boolean => a === b || textOf(a) === textOf(b);

/** JSON with the fields of objects in one order, and without those that are null. */
export const textOf = (value: unknown): string => JSON.stringify(ordered(value));

// Making a copy first is twice as fast as to have JSON.stringify call back for every value.
function ordered(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(ordered);
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(value).sort()) {
    const each = (value as Record<string, unknown>)[name];
    if (each !== null && each !== undefined) copy[name] = ordered(each);
  }
  return copy;
}
