import { isLive } from '../../../domain/claims/assertion.ts';
import { claimStatus } from '../../../domain/claims/claim.ts';
import { type GivenName, readName } from '../../../domain/names/names.ts';
import { type TypeName } from '../../../domain/node-types.ts';
import { type AttributionKind, type Modality, type ReviewState } from '../../../domain/vocabulary.generated.ts';
import { derivedProperties } from '../../../storage/derived.ts';
import { storedFields } from '../../../storage/fields.ts';
import { labelsOf } from '../../../storage/labels.ts';
import { derivedFromNames } from '../../../storage/names.ts';
import { sortKey, sortUpdated } from '../../../storage/order-keys.ts';
import { unflattenTime } from '../../../storage/times.ts';
import { type Properties, storedProperties, valuesFromState } from '../../../storage/values.ts';
import { type StateRow } from './load.ts';

/** A relationship to another node, which is named by the key it had at the time. */
export interface AsOfRelationship {
  type: string;
  to: string;
  properties: Readonly<Record<string, unknown>>;
}

/** A conflict as the revision of its subject has it, or that of its first claim. */
export interface AsOfConflict {
  /** The key of the node in dispute; left out where the conflict is in the revision of that node. */
  subject?: string;
  slot: string;
  order: string;
  rule?: string | null;
  claims: readonly string[];
  /** What each of the claims says, in the same order; left out in revisions that are older than this. */
  values?: readonly string[];
  /** Of a conflict between descriptions, the keys of the documents, with what each of them says. */
  documents?: readonly { document: string; value: string }[];
  follows?: string | null;
}

/** A node as it was then, with the properties and relationships the graph would have stored (docs/graph.md). */
export interface AsOfNode {
  id: string;
  key: string;
  type: string;
  labels: ReadonlySet<string>;
  properties: Readonly<Record<string, unknown>>;
  relationships: readonly AsOfRelationship[];
  conflicts: readonly AsOfConflict[];
  formerIds: readonly string[];
  /** The key of the node it was merged into. */
  mergedInto: string | undefined;
}

/** The node in the state of a revision; null if the revision says that it was deleted. */
export function toAsOfNode(row: StateRow): AsOfNode | null {
  const { id, typeName, key, version, at } = row;
  const state = JSON.parse(row.state) as Properties;
  if (state.deleted === true) return null;
  return {
    id,
    key,
    type: typeName,
    labels: new Set(labelsOf(typeName)),
    properties: {
      ...(row.claimNode === null ? nodeProperties(typeName, key, state) : claimProperties(key, row.claimNode, state)),
      ...{ id, key, version, updatedAt: at, sortKey: sortKey(key), sortUpdated: sortUpdated(at, key) },
    },
    relationships: toRelationships(typeName, state),
    conflicts: (state.conflicts ?? []) as AsOfConflict[],
    formerIds: (state.formerIds ?? []) as string[],
    mergedInto: state.mergedInto as string | undefined,
  };
}

function toRelationships(type: TypeName, state: Properties): AsOfRelationship[] {
  return Object.entries(storedFields[type]).flatMap(([field, storage]) => {
    if (storage.as !== 'relationship') return [];
    return [(state[field] ?? []) as string | object].flat().map((value): AsOfRelationship => {
      if (typeof value === 'string') return { type: storage.type, to: value, properties: {} };
      const { document, agent, claim, subject, ...properties } = value as Record<string, string | undefined>;
      return { type: storage.type, to: (document ?? agent ?? claim ?? subject)!, properties };
    });
  });
}

/** The properties of a node with this state, as src/record stores them. */
function nodeProperties(type: TypeName, key: string, state: Properties): Properties {
  const values = valuesFromState(type, state);
  const { names: given = [], externalIds = [] } = state as { names?: GivenName[]; externalIds?: string[] };
  const names = given.map(readName);
  return {
    ...state,
    ...storedProperties(type, values),
    ...derivedProperties(type, key, values),
    ...(labelsOf(type).includes('Entity') ? { externalIds, ...derivedFromNames(names, key, type) } : {}),
    names,
  };
}

/** What a claim says never changes and is read from its node; its review and sources are read from its revision. */
function claimProperties(key: string, node: Properties, state: Properties): Properties {
  const { reviewState, retractedAt = null, retractionReason = null, independentSources } = state;
  return {
    ...node,
    ...derivedProperties('Claim', key, { time: unflattenTime('time', node) }),
    status: claimStatus(node.modality as Modality, node.attributionKind as AttributionKind),
    live: isLive({ reviewState: reviewState as ReviewState }),
    ...{ reviewState, retractedAt, retractionReason, independentSources },
  };
}
