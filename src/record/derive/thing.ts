import { type Name, bestName, sortName, searchTokens } from '../../domain/names.ts';
import { type ExternalId, externalIdName } from '../../domain/external-ids.ts';
import { sortKey } from '../../domain/identity.ts';
import { type Time, flatTime, timeOf } from '../../domain/time.ts';
import { type NameKind, Standing } from '../../domain/vocabulary.generated.ts';
import { type DerivedLink, type Link } from '../links.ts';
import { furtherLabels } from '../../domain/thing-types.ts';
import { type Evidence, type Told } from './evidence.ts';
import { extrasOf } from './extras.ts';
import { type Keep, keeps } from './fields.ts';
import { type Settled, settled } from './settled.ts';
import { type ConflictShape, type Shape } from './shape.ts';
import { asWritten } from './times.ts';

export interface ThingState {
  shape: Shape;
  state: Record<string, unknown>;
}

/** Works out the state of a thing from its evidence alone: what the graph should hold of it. */
export function stateOf(evidence: Evidence): ThingState {
  const { id, key, type, told, said, contested, neighbours, formerIds, judgements } = evidence;
  const { values, disputes, ...found } = completed(evidence, settled(type, told, said, neighbours));
  const standing = contested && found.standing === Standing.ESTABLISHED ? Standing.DISPUTED : found.standing;
  const keyOf = (ref: unknown) => neighbours.get(ref as string)!.key;
  const properties: Record<string, unknown> = {};
  const links: Link<DerivedLink>[] = [];
  const state: Record<string, unknown> = {};
  for (const [field, keep] of Object.entries(keeps[type])) {
    const value = values[field];
    keepValue(properties, links, id, field, keep, value);
    // What is a reference alone is settled by a step of its own, which answers for it (linked-states.ts).
    if (keep.as !== 'reference') state[field] = inWords(keep, value, keyOf);
  }

  const names = namesOf(told);
  const externalIds = externalIdsOf(told);
  if (furtherLabels[type].includes('Entity') || type === 'AnonymousSource') {
    properties.nameValues = names.map(({ value }) => value);
    properties.nameLangs = names.map(({ lang }) => lang);
    properties.nameKinds = names.map(({ kind }) => kind);
    state.names = names;
  }
  if (furtherLabels[type].includes('Entity')) {
    properties.name = bestName(names);
    properties.sortName = sortName(names, key);
    properties.searchTokens = searchTokens(names.map(({ value }) => value));
    properties.externalIds = externalIds;
    state.externalIds = externalIds;
  }
  state.formerIds = properties.formerIds = formerIds.length > 0 ? formerIds : null;
  state.judgements = Object.keys(judgements).length > 0 ? judgements : null;
  const judged = furtherLabels[type].includes('Fact') || furtherLabels[type].includes('Event');
  if (judged) state.standing = properties.standing = standing;
  const extras = extrasOf(evidence, values);
  Object.assign(properties, extras.properties);
  links.push(...extras.links);
  Object.assign(state, extras.state);
  const conflicts = disputes.map((each) => conflictOf(evidence, each));
  state.conflicts = conflicts.length === 0 ? undefined : conflicts.map((each) => conflictInWords(each, said));
  return { shape: { properties, links, externalIds, conflicts }, state };
}

/** Fills in what follows from the post in which an official takes part: its level, and whom it represents. */
function completed({ type, neighbours }: Evidence, found: Settled): Settled {
  if (type !== 'Participation') return found;
  const post = neighbours.get(found.values.capacity as string);
  const values = {
    ...found.values,
    level: found.values.level ?? post?.level ?? 'UNKNOWN',
    onBehalfOf: found.values.onBehalfOf ?? post?.country ?? post?.organization ?? undefined,
  };
  return { ...found, values };
}

function keepValue(
  properties: Record<string, unknown>,
  links: Link<DerivedLink>[],
  from: string,
  field: string,
  keep: Keep,
  value: unknown,
): void {
  switch (keep.as) {
    case 'property':
      properties[field] = value ?? null;
      break;
    case 'json':
      properties[field] = value === undefined ? null : JSON.stringify(value);
      break;
    case 'time':
      Object.assign(properties, flatTime(keep.prefix, (value as Time | undefined) ?? timeOf({})));
      break;
    case 'link':
      [value ?? []].flat().forEach((to, order) => {
        links.push({ type: keep.type, from, to: to as string, properties: keep.ordered ? { order } : {} });
      });
  }
}

/** The value in words of the API. */
function inWords(keep: Keep, value: unknown, keyOf: (ref: unknown) => string): unknown {
  if (keep.as === 'time') return asWritten(value);
  return keep.as === 'link' ? keysOf(value, keyOf) : value;
}

const keysOf = (value: unknown, keyOf: (ref: unknown) => string) =>
  Array.isArray(value) ? value.map(keyOf) : value === undefined ? undefined : keyOf(value);

/** Names of several descriptions add up; each stands once. */
function namesOf(told: readonly Told[]): Name[] {
  const all = told.flatMap(({ values }) => (values.names ?? []) as Name[]);
  return [...new Map(all.map((name) => [`${name.lang} ${name.kind} ${name.value}`, pick(name)])).values()];
}

const pick = ({ value, lang, kind }: Name): Name => ({ value, lang, kind: kind satisfies NameKind });

function externalIdsOf(told: readonly Told[]): string[] {
  const all = told.flatMap(({ values }) => (values.externalIds ?? []) as ExternalId[]);
  return [...new Set(all.map(externalIdName))];
}

function conflictInWords({ slot, sortKey, among, follows, rule }: ConflictShape, said: Evidence['said']) {
  const keyOf = (id: string) => said.find((each) => each.id === id)!.claim.claim;
  return { slot, order: sortKey, claims: among.map(keyOf), follows: follows && keyOf(follows), rule };
}

function conflictOf(
  { id, key }: Evidence,
  { field, among, follows, rule }: Settled['disputes'][number],
): ConflictShape {
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
