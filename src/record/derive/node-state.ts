import { type Name } from '../../domain/names/names.ts';
import { type TimeSpan } from '../../domain/time/time.ts';
import { ParticipationStatus, Standing } from '../../domain/vocabulary.generated.ts';
import { type DerivedConflict, MEETING_STATUS, fieldConflict } from '../../storage/conflicts.ts';
import { derivedProperties, participationCopies } from '../../storage/derived.ts';
import { type FieldStorage, storedFields } from '../../storage/fields.ts';
import { labelsOf } from '../../storage/labels.ts';
import { derivedFromNames, flattenNames } from '../../storage/names.ts';
import { type DerivedRelationshipType, type Relationship } from '../../storage/relationships.ts';
import { timeToState, unflattenTime } from '../../storage/times.ts';
import { type FieldValues, storedProperties } from '../../storage/values.ts';
import { typeSpecOf } from '../input/type-specs.ts';
import { type DerivedState } from '../write/derived-state.ts';
import { type DerivationInput } from './derivation-input.ts';
import { describedExternalIds, describedNames } from './described-values.ts';
import { previousTimes } from './previous-times.ts';
import { type FieldConflict, resolveValues } from './resolve-values.ts';
import { shortcutsOfMembership } from './membership-shortcut.ts';
import { tenureSightings } from './tenure-sightings.ts';

export interface NodeState {
  derived: DerivedState;
  /** The state that revisions keep, by the field names of the API. */
  state: Record<string, unknown>;
}

/** Derives from its input alone what the graph should hold of a node. */
export function deriveNodeState(input: DerivationInput): NodeState {
  const { key, type, descriptions, claims, nodes, formerIds, judgements } = input;
  const resolved = resolveValues(type, descriptions, claims, nodes, input);
  const values = withImpliedValues(input, resolved.values);
  const labels = labelsOf(type);
  const names = describedNames(descriptions);
  const externalIds = describedExternalIds(descriptions);
  const isEntity = labels.includes('Entity');
  const isNamed = isEntity || type === 'AnonymousSource';
  const hasStanding = labels.includes('Fact') || labels.includes('Event');
  const exclusion = exclusionByMeeting(input, values);
  const isDisputed = input.isContested || exclusion !== null;
  const standing = isDisputed && resolved.standing === Standing.ESTABLISHED ? Standing.DISPUTED : resolved.standing;
  const conflicts = [...resolved.conflicts, ...(exclusion ? [exclusion] : [])].map((conflict) =>
    toDerivedConflict(input, conflict),
  );
  const properties: Record<string, unknown> = {
    ...storedProperties(type, values),
    ...derivedProperties(type, key, values),
    ...(isNamed ? flattenNames(names) : {}),
    ...(isEntity ? { ...derivedFromNames(names, { key, type, externalIds }), externalIds } : {}),
    ...(hasStanding ? { standing } : {}),
    ...(type === 'Participation'
      ? { ...participationCopies(copiedFrom(input), key), excludedByMeeting: exclusion !== null || null }
      : {}),
    formerIds: formerIds.length > 0 ? formerIds : null,
  };
  return {
    derived: {
      properties,
      relationships: [...fieldRelationships(input, values), ...shortcutsOfMembership(input, values)],
      externalIds,
      conflicts,
    },
    state: {
      ...fieldsInState(input, values),
      ...(isNamed ? { names: names.map(nameInState) } : {}),
      ...(isEntity ? { externalIds } : {}),
      ...(hasStanding ? { standing } : {}),
      ...(type === 'Document' ? { reliability: properties.reliability } : {}),
      formerIds: properties.formerIds,
      retracted: retractedState(input),
      judgements: Object.keys(judgements).length > 0 ? judgements : null,
      conflicts: conflicts.length > 0 ? conflicts.map((conflict) => conflictState(conflict, input)) : undefined,
    },
  };
}

/** A name as states keep it. */
const nameInState = ({ time, ...name }: Name) => ({ ...name, ...(time && { time: timeToState(time) }) });

/** What analysts have taken back of descriptions, so that the revision of the node shows it. */
function retractedState({ type, descriptions, nodes }: DerivationInput) {
  const { described } = typeSpecOf[type];
  const keyOf = (field: string, value: unknown) =>
    described[field]?.targets ? (nodes.get(value as string)?.key ?? value) : value;
  const all = descriptions.flatMap(({ document, retracted }) =>
    retracted.map(({ field, value }) => ({ document: document.key, field, value: keyOf(field, value) })),
  );
  return all.length > 0 ? all : undefined;
}

/**
 * The conflict of who attended a meeting with those who say that there was none, where the meeting does not follow the former:
 * with the claims of this participation, and without those about the attendance of others.
 */
function exclusionByMeeting({ claims, excludedBy }: DerivationInput, values: FieldValues): FieldConflict | null {
  if (excludedBy === null || values.status !== ParticipationStatus.ATTENDED) return null;
  const own = new Set(claims.map(({ id }) => id));
  const members = excludedBy.among.filter(({ id, ofMeeting }) => ofMeeting || own.has(id));
  const among = members.map(({ id }) => id);
  if (!among.some((id) => own.has(id))) return null;
  const { follows, rule } = excludedBy;
  return {
    field: MEETING_STATUS,
    among,
    values: members.map(({ value }) => value),
    documents: [],
    follows: among.find((id) => id === follows) ?? null,
    rule,
  };
}

/** Adds what follows from the values of this node and of those it names. */
function withImpliedValues({ type, nodes, claims, endpoints }: DerivationInput, values: FieldValues): FieldValues {
  if (type === 'Meeting')
    return { ...values, previousTimes: previousTimes(claims, values.time as TimeSpan | undefined, values.status) };
  if (type === 'Tenure') return { ...values, ...tenureSightings(claims) };
  if (type !== 'Participation') return values;
  // Who takes part in a post does so at its level; an official represents its country or organization, and those themselves.
  const post = nodes.get(values.capacity as string);
  const isOfficial = nodes.get(endpoints.OF_ACTOR!)!.labels.includes('Official');
  const represented = isOfficial ? (post?.country ?? post?.organization) : null;
  return {
    ...values,
    level: values.level ?? post?.level ?? 'UNKNOWN',
    onBehalfOf: values.onBehalfOf ?? represented ?? undefined,
  };
}

function copiedFrom({ nodes, endpoints }: DerivationInput): Parameters<typeof participationCopies>[0] {
  return {
    meetingTime: unflattenTime('time', nodes.get(endpoints.IN_EVENT!)!.time),
    actorSortName: nodes.get(endpoints.OF_ACTOR!)!.sortName,
  };
}

function fieldRelationships({ id, type }: DerivationInput, values: FieldValues) {
  return Object.entries(storedFields[type]).flatMap(([field, storage]) => {
    if (storage.as !== 'relationship' || storage.by) return [];
    return [values[field] ?? []].flat().map((to, order): Relationship<DerivedRelationshipType> => ({
      type: storage.type as DerivedRelationshipType,
      from: id,
      to: to as string,
      properties: storage.many === 'ordered' ? { order } : {},
    }));
  });
}

/** The fields of a node as the API has them; those of another step are added when it is done (relation-states.ts). */
function fieldsInState(input: DerivationInput, values: FieldValues): Record<string, unknown> {
  const keyOf = (id: unknown) => input.nodes.get(id as string)!.key;
  const fields = Object.entries(storedFields[input.type]);
  return Object.fromEntries([
    ...fields.filter(([, { by }]) => !by).map(([field, storage]) => [field, apiValue(storage, values[field], keyOf)]),
    ...fields
      .filter(([, { by }]) => by === 'creation')
      .map(([field, storage]) => [
        field,
        storage.as === 'relationship' ? keyOf(input.endpoints[storage.type]) : input.role,
      ]),
  ]) as Record<string, unknown>;
}

function apiValue(storage: FieldStorage, value: unknown, keyOf: (id: unknown) => string): unknown {
  switch (storage.as) {
    case 'time':
      return timeToState(value as TimeSpan | undefined);
    case 'times':
      return ((value ?? []) as TimeSpan[]).map(timeToState);
    case 'relationship':
      if (Array.isArray(value)) return value.map(keyOf);
      return value === undefined ? undefined : keyOf(value);
    default:
      return value;
  }
}

const toDerivedConflict = (
  node: DerivationInput,
  { field, among, values, documents, follows, rule }: FieldConflict,
): DerivedConflict => ({
  ...fieldConflict(node, field),
  of: node.id,
  among,
  values,
  documents,
  follows,
  rule,
});

function conflictState(
  { slot, sortKey, among, values, documents, follows, rule }: DerivedConflict,
  { claims, attendance, contrary, excludedBy, descriptions }: DerivationInput,
) {
  const keys = new Map([
    ...[...attendance, ...contrary, ...claims].map(({ id, metadata }): [string, string] => [id, metadata.claim]),
    ...(excludedBy?.among ?? []).map(({ id, key }): [string, string] => [id, key]),
  ]);
  const keyOf = (id: string) => keys.get(id)!;
  const documentKey = (id: string) => descriptions.find(({ document }) => document.id === id)!.document.key;
  const told = documents.map(({ id, value }) => ({ document: documentKey(id), value }));
  return {
    ...{ slot, order: sortKey, claims: among.map(keyOf), values, follows: follows && keyOf(follows), rule },
    ...(told.length > 0 && { documents: told }),
  };
}
