import { type DerivedRelationshipType, type Relationship } from '../../storage/relationships.ts';
import { type TypeName } from '../../domain/node-types.ts';

/** Claims about a thing that cannot hold together, and what became of it (docs/graph.md, "Derived"). */
export interface DerivedConflict {
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
export interface DerivedState {
  /** Properties of the node; null where there is none. */
  properties: Readonly<Record<string, unknown>>;
  relationships: readonly Relationship<DerivedRelationshipType>[];
  /** `SCHEME value`. */
  externalIds: readonly string[];
  conflicts: readonly DerivedConflict[];
}

/** A thing with what the graph holds of it and what it should hold. */
export interface Derivation {
  id: string;
  key: string;
  type: TypeName;
  stored: DerivedState;
  derived: DerivedState;
  /**
   * The state in words of the API, things by their keys: what revisions keep. Null for what is a mere shadow of facts,
   * whose changes are told by theirs.
   */
  state: Readonly<Record<string, unknown>> | null;
}

/** What has to change to make the stored shape the derived one. */
export interface DerivedDiff {
  derivation: Derivation;
  properties: Readonly<Record<string, unknown>>;
  addRelationships: readonly Relationship<DerivedRelationshipType>[];
  removeRelationships: readonly Relationship<DerivedRelationshipType>[];
  addExternalIds: readonly string[];
  removeExternalIds: readonly string[];
  addConflicts: readonly DerivedConflict[];
  removeConflicts: readonly DerivedConflict[];
}

/** The difference between what is and what should be; null where there is none. */
export function diffDerivation(derivation: Derivation): DerivedDiff | null {
  const { stored, derived } = derivation;
  const properties = Object.fromEntries(
    Object.entries(derived.properties).filter(
      ([name, value]) => !isEqual(stored.properties[name] ?? null, value ?? null),
    ),
  );
  const [addRelationships, removeRelationships] = diffLists(derived.relationships, stored.relationships);
  const [addExternalIds, removeExternalIds] = diffLists(derived.externalIds, stored.externalIds);
  const [addConflicts, removeConflicts] = diffLists(derived.conflicts, stored.conflicts);
  const lists = {
    addRelationships,
    removeRelationships,
    addExternalIds,
    removeExternalIds,
    addConflicts,
    removeConflicts,
  };
  const isUnchanged = Object.keys(properties).length === 0 && Object.values(lists).every((list) => list.length === 0);
  return isUnchanged ? null : { derivation, properties, ...lists };
}

/**
 * What only the first has, and what only the second has. Removing takes away all that are alike, so that of which there
 * is too much is both removed and added again.
 */
function diffLists<T>(wanted: readonly T[], present: readonly T[]): [T[], T[]] {
  const unmatched = new Map<string, T[]>();
  for (const item of present) {
    const json = canonicalJson(item);
    const alike = unmatched.get(json);
    if (alike) alike.push(item);
    else unmatched.set(json, [item]);
  }
  const missing = wanted.filter((item) => unmatched.get(canonicalJson(item))?.pop() === undefined);
  const extra = [...unmatched.values()].flat();
  const excess = new Set(extra.map(canonicalJson));
  return [[...missing, ...wanted.filter((item) => excess.has(canonicalJson(item)))], extra];
}

const isEqual = (a: unknown, b: unknown): boolean => a === b || canonicalJson(a) === canonicalJson(b);

/** JSON with the fields of objects in one order, and without those that are null. */
export const canonicalJson = (value: unknown): string => JSON.stringify(sortedKeys(value));

// Making a copy first is twice as fast as to have JSON.stringify call back for every value.
function sortedKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sortedKeys);
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(value).sort()) {
    const each = (value as Record<string, unknown>)[name];
    if (each !== null && each !== undefined) copy[name] = sortedKeys(each);
  }
  return copy;
}
