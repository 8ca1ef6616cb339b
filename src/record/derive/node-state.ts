import { type Name, bestName, sortName, searchTokens } from '../../domain/names/names.ts';
import { type ExternalId, externalIdName } from '../../domain/identity/external-ids.ts';
import { sortKey } from '../../domain/identity/keys.ts';
import { type Time, flattenTime, parseTime } from '../../domain/time/time.ts';
import { type NameKind, Standing } from '../../domain/vocabulary.generated.ts';
import { type DerivedRelationshipType, type Relationship } from '../../storage/relationships.ts';
import { additionalLabels } from '../../domain/node-types.ts';
import { type DerivationInput, type StoredDescription } from './derivation-input.ts';
import { derivedProperties } from './derived-properties.ts';
import { type FieldStorage, fieldStorage } from './fields.ts';
import { type ResolvedValues, resolveValues } from './resolve-values.ts';
import { type DerivedConflict, type DerivedState } from '../write/derived-state.ts';
import { toTimeInput } from './previous-times.ts';

export interface NodeState {
  derived: DerivedState;
  state: Record<string, unknown>;
}

/** Works out the state of a thing from its evidence alone: what the graph should hold of it. */
export function deriveNodeState(input: DerivationInput): NodeState {
  const {
    id,
    key,
    type,
    descriptions: told,
    claims: said,
    isContested: contested,
    nodes: neighbours,
    formerIds,
    judgements,
  } = input;
  const { values, disputes, ...found } = withPostDefaults(input, resolveValues(type, told, said, neighbours));
  const standing = contested && found.standing === Standing.ESTABLISHED ? Standing.DISPUTED : found.standing;
  const keyOf = (ref: unknown) => neighbours.get(ref as string)!.key;
  const properties: Record<string, unknown> = {};
  const links: Relationship<DerivedRelationshipType>[] = [];
  const state: Record<string, unknown> = {};
  for (const [field, storage] of Object.entries(fieldStorage[type])) {
    const value = values[field];
    storeValue(properties, links, id, field, storage, value);
    // What is a reference alone is settled by a step of its own, which answers for it (linked-states.ts).
    if (storage.as !== 'reference') state[field] = apiValue(storage, value, keyOf);
  }

  const names = collectNames(told);
  const externalIds = collectExternalIds(told);
  if (additionalLabels[type].includes('Entity') || type === 'AnonymousSource') {
    properties.nameValues = names.map(({ value }) => value);
    properties.nameLangs = names.map(({ lang }) => lang);
    properties.nameKinds = names.map(({ kind }) => kind);
    state.names = names;
  }
  if (additionalLabels[type].includes('Entity')) {
    properties.name = bestName(names);
    properties.sortName = sortName(names, key);
    properties.searchTokens = searchTokens(names.map(({ value }) => value));
    properties.externalIds = externalIds;
    state.externalIds = externalIds;
  }
  state.formerIds = properties.formerIds = formerIds.length > 0 ? formerIds : null;
  state.judgements = Object.keys(judgements).length > 0 ? judgements : null;
  const hasStanding = additionalLabels[type].includes('Fact') || additionalLabels[type].includes('Event');
  if (hasStanding) state.standing = properties.standing = standing;
  const derived = derivedProperties(input, values);
  Object.assign(properties, derived.properties);
  links.push(...derived.relationships);
  Object.assign(state, derived.state);
  const conflicts = disputes.map((each) => toDerivedConflict(input, each));
  state.conflicts = conflicts.length === 0 ? undefined : conflicts.map((each) => conflictState(each, said));
  return { derived: { properties, links, externalIds, conflicts }, state };
}

/** Fills in what follows from the post in which an official takes part: its level, and whom it represents. */
function withPostDefaults({ type, nodes: neighbours }: DerivationInput, found: ResolvedValues): ResolvedValues {
  if (type !== 'Participation') return found;
  const post = neighbours.get(found.values.capacity as string);
  const values = {
    ...found.values,
    level: found.values.level ?? post?.level ?? 'UNKNOWN',
    onBehalfOf: found.values.onBehalfOf ?? post?.country ?? post?.organization ?? undefined,
  };
  return { ...found, values };
}

function storeValue(
  properties: Record<string, unknown>,
  relationships: Relationship<DerivedRelationshipType>[],
  from: string,
  field: string,
  storage: FieldStorage,
  value: unknown,
): void {
  switch (storage.as) {
    case 'property':
      properties[field] = value ?? null;
      break;
    case 'json':
      properties[field] = value === undefined ? null : JSON.stringify(value);
      break;
    case 'time':
      Object.assign(properties, flattenTime(storage.prefix, (value as Time | undefined) ?? parseTime({})));
      break;
    case 'link':
      [value ?? []].flat().forEach((to, order) => {
        relationships.push({
          type: storage.type,
          from,
          to: to as string,
          properties: storage.ordered ? { order } : {},
        });
      });
  }
}

/** The value in words of the API. */
function apiValue(storage: FieldStorage, value: unknown, keyOf: (ref: unknown) => string): unknown {
  if (storage.as === 'time') return toTimeInput(value);
  return storage.as === 'link' ? toKeys(value, keyOf) : value;
}

const toKeys = (value: unknown, keyOf: (ref: unknown) => string) =>
  Array.isArray(value) ? value.map(keyOf) : value === undefined ? undefined : keyOf(value);

/** Names of several descriptions add up; each stands once. */
function collectNames(descriptions: readonly StoredDescription[]): Name[] {
  const all = descriptions.flatMap(({ values }) => (values.names ?? []) as Name[]);
  return [...new Map(all.map((name) => [`${name.lang} ${name.kind} ${name.value}`, toName(name)])).values()];
}

const toName = ({ value, lang, kind }: Name): Name => ({ value, lang, kind: kind satisfies NameKind });

function collectExternalIds(descriptions: readonly StoredDescription[]): string[] {
  const all = descriptions.flatMap(({ values }) => (values.externalIds ?? []) as ExternalId[]);
  return [...new Set(all.map(externalIdName))];
}

function conflictState({ slot, sortKey, among, follows, rule }: DerivedConflict, claims: DerivationInput['claims']) {
  const keyOf = (id: string) => claims.find((each) => each.id === id)!.metadata.claim;
  return { slot, order: sortKey, claims: among.map(keyOf), follows: follows && keyOf(follows), rule };
}

function toDerivedConflict(
  { id, key }: DerivationInput,
  { field, among, follows, rule }: ResolvedValues['disputes'][number],
): DerivedConflict {
  return {
    key: `${id}|${field}`,
    slot: `${key}|${field}`,
    sortKey: `${sortKey(key)}|${field}`,
    of: id,
    among,
    follows,
    rule,
  };
}
