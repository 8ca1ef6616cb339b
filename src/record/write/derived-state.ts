import { type DerivedConflict } from '../../storage/conflicts.ts';
import { type DerivedRelationshipType, type Relationship } from '../../storage/relationships.ts';
import { type TypeName } from '../../domain/node-types.ts';

/** What is derived of one node: all of it can be derived again from claims, descriptions and rules. */
export interface DerivedState {
  /** Properties of the node; null for none. */
  properties: Readonly<Record<string, unknown>>;
  relationships: readonly Relationship<DerivedRelationshipType>[];
  /** `SCHEME value`. */
  externalIds: readonly string[];
  conflicts: readonly DerivedConflict[];
}

/** A node with what the graph holds of it and what it should hold. */
export interface Derivation {
  id: string;
  key: string;
  type: TypeName;
  stored: DerivedState;
  derived: DerivedState;
  /**
   * The state that revisions keep, by the field names of the API, with nodes by key. Null for what only copies other nodes,
   * whose revisions show the change.
   */
  state: Readonly<Record<string, unknown>> | null;
}

/** What has to be written so that the graph holds the derived state. */
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

/** The diff between the stored and the derived state; null if they are equal. */
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
 * The items that only the first list has, and those that only the second has. Removing an item removes all equal ones, so an
 * item that is stored too often is both removed and added again.
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

/** JSON with the fields of objects sorted, and without those that are null. */
export const canonicalJson = (value: unknown): string => JSON.stringify(sortedKeys(value));

// Copying first is twice as fast as a replacer function of JSON.stringify.
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
