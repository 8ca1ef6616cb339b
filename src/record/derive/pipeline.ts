import { type Tx } from '../../graph/database.ts';
import { deriveClaimRelations } from './claim-relations.ts';
import { deriveClaimStatus } from './claim-status.ts';
import { readRelationStates } from './relation-states.ts';
import { derivePlaceCountry } from './place-country.ts';
import { derivePlanOutcomes } from './plan-outcomes.ts';
import { deriveAttendanceEdges } from './attendance-edges.ts';
import { deriveOfficialCountry } from './official-country.ts';
import { type Derivation, type DerivedDiff, diffDerivation } from '../write/derived-state.ts';
import { derivePostHolders, markPostHolders } from './post-holders.ts';
import { deriveNodes } from './derive-nodes.ts';
import { deriveActing } from './acting.ts';
import {
  markAffectedPlans,
  markContradicted,
  markMeetingsAttended,
  markPlacesWithin,
  markRelatedClaims,
  markRepresented,
  propagate,
} from './propagation.ts';
import { type DirtySet } from '../write/dirty-set.ts';
import { type TypeName, entityTypes } from '../../domain/node-types.ts';
import { type WriteTransaction } from '../overlay/write-transaction.ts';
import { applyDiffs } from '../write/apply-diff.ts';
import { recordFormerRelationships } from '../write/relationships.ts';
import { type StateChange } from '../write/revisions.ts';

/**
 * One step of deriving what the graph should hold. The order matters, since a step reads what earlier ones wrote: a
 * participation has the window of its meeting, the place of a meeting lies in another place. A meeting was held if claims say that
 * somebody attended it; the standing of who attended follows from that of the meeting, who acts for whom and the edges from that.
 * Who held a post comes last: it depends on all who appear in it, of which only the graph can tell.
 */
export interface DerivationStep {
  name: string;
  types: readonly TypeName[];
  derive: (tx: Tx, ids: readonly string[]) => Promise<Derivation[]>;
  /** The types of nodes of which nothing more is stored with the node itself. */
  completes?: readonly TypeName[];
  /** Marks what else this step has to derive, given what is dirty before it. */
  expand?: (tx: Tx, dirty: DirtySet) => Promise<void>;
}

export const derivationSteps: readonly DerivationStep[] = [
  {
    name: 'documents',
    types: ['Document', 'AnonymousSource'],
    derive: deriveNodes,
    completes: ['Document', 'AnonymousSource'],
  },
  { name: 'claims', types: ['Claim'], derive: deriveClaimStatus },
  {
    name: 'entities',
    types: ['Country', 'Official', 'Organization', 'Post', 'Place', 'Topic'],
    derive: deriveNodes,
    completes: ['Country', 'Official', 'Organization', 'Post', 'Place', 'Topic'],
  },
  { name: 'countries of places', types: ['Place'], derive: derivePlaceCountry, expand: markPlacesWithin },
  {
    name: 'events',
    types: ['Meeting', 'Development'],
    derive: deriveNodes,
    expand: markMeetingsAttended,
    completes: ['Meeting', 'Development'],
  },
  {
    name: 'facts',
    types: ['Participation', 'Tenure', 'Membership', 'Statement'],
    derive: deriveNodes,
    expand: markContradicted,
    completes: ['Membership', 'Statement'],
  },
  {
    name: 'acting',
    types: ['Participation'],
    derive: deriveActing,
    expand: markRepresented,
    completes: ['Participation'],
  },
  { name: 'attendance', types: ['Meeting'], derive: deriveAttendanceEdges },
  { name: 'relations of claims', types: ['Claim'], derive: deriveClaimRelations, expand: markRelatedClaims },
  {
    name: 'plans',
    types: ['Claim'],
    derive: derivePlanOutcomes,
    expand: markAffectedPlans,
    completes: ['Claim'],
  },
  { name: 'holders of posts', types: ['Tenure'], derive: derivePostHolders, expand: markPostHolders },
  { name: 'countries of officials', types: ['Official'], derive: deriveOfficialCountry },
];

/** Nodes that are derived together, by a handful of statements. */
const BATCH = 1_000;

/**
 * Derives what these nodes should hold and yields the diffs from what they hold, batch by batch. What a batch needs is read
 * while the one before is written: nodes of one step do not depend on one another.
 */
export async function* computeDiffs(
  tx: Tx,
  step: DerivationStep,
  ids: readonly string[],
): AsyncGenerator<DerivedDiff[]> {
  const deriveFrom = (start: number) => {
    const derivations = step.derive(tx, ids.slice(start, start + BATCH));
    derivations.catch(() => {}); // thrown where it is awaited, unless the batch before it failed too
    return derivations;
  };
  if (ids.length === 0) return;
  let next = deriveFrom(0);
  for (let start = 0; start < ids.length; start += BATCH) {
    const derivations = await next;
    if (start + BATCH < ids.length) next = deriveFrom(start + BATCH);
    yield derivations.map(diffDerivation).filter((diff) => diff !== null);
  }
}

/** What deriving has changed. */
export interface DerivedChanges {
  /** The nodes whose state may have changed. */
  changes: StateChange[];
  /** The ids of the entities of which something has changed by which they are compared with others. */
  compared: Set<string>;
}

/** Derives everything that depends on dirty nodes, step by step, and writes it. */
export async function deriveAll(
  tx: WriteTransaction,
  dirty: DirtySet,
  onProgress: (line: string) => void,
): Promise<DerivedChanges> {
  const changes: StateChange[] = [];
  const compared = new Set<string>();
  const moved: string[] = [];
  for (const step of derivationSteps) {
    await step.expand?.(tx, dirty);
    const ids = dirty.of(step.types);
    if (ids.length > 0) onProgress(`Deriving ${step.name}`);
    for await (const diffs of computeDiffs(tx, step, ids)) {
      await applyDiffs(tx, diffs);
      await recordFormerRelationships(
        tx,
        diffs.flatMap(({ removeRelationships }) => removeRelationships),
      );
      // Nothing depends yet on a node that is new.
      const former = diffs.filter(({ derivation }) => !isNew(derivation) && !tx.overlay.isNew(derivation.id));
      await propagate(tx, former, dirty);
      moved.push(...former.filter(isMovedPlace).map(({ derivation }) => derivation.id));
      changes.push(...stateChangesOf(diffs.map(({ derivation }) => derivation)));
      for (const diff of diffs) if (changesProfile(diff)) compared.add(diff.derivation.id);
    }
    if (step.completes) tx.sendAhead(step.completes);
  }
  changes.push(...(await readRelationStates(tx, dirty)));
  if (moved.length > 0) for (const [id] of await tx.rows(MEETINGS_AT, { places: moved })) compared.add(id as string);
  return { changes, compared };
}

/** Meetings are compared by what their places lie in. */
const MEETINGS_AT = `UNWIND $places AS place
MATCH (:Thing {id: place})<-[:WITHIN*0..]-(:Place)<-[:HELD_AT]-(m:Meeting) RETURN DISTINCT m.id`;

const isMovedPlace = ({ derivation: { type }, addRelationships, removeRelationships }: DerivedDiff): boolean =>
  type === 'Place' &&
  [...addRelationships, ...removeRelationships].some((each) => ['WITHIN', 'LOCATED_IN'].includes(each.type));

/** By what entities are compared with others (src/record/duplicates/blocking.ts). */
const PROFILE_PROPERTIES = ['nameValues', 'externalIds', 'ordinal', 'timeFrom', 'timeUntil'];
const PROFILE_RELATIONSHIPS = ['POST_OF', 'OF_COUNTRY', 'LOCATED_IN', 'OF_BODY', 'HELD_AT', 'PART_OF', 'ATTENDS'];

function changesProfile({ derivation, properties, addRelationships, removeRelationships }: DerivedDiff): boolean {
  if (!entityTypes.includes(derivation.type)) return false;
  return (
    PROFILE_PROPERTIES.some((name) => Object.hasOwn(properties, name)) ||
    (derivation.type === 'Meeting' && Object.hasOwn(properties, 'kind')) ||
    [...addRelationships, ...removeRelationships].some(({ type }) => PROFILE_RELATIONSHIPS.includes(type))
  );
}

/** What revisions keep of derived nodes: the fields that this step derives. */
export const stateChangesOf = (derivations: readonly Derivation[]): StateChange[] =>
  derivations.flatMap((derivation) => {
    const { id, state } = derivation;
    return state === null ? [] : [{ id, state, isNew: isNew(derivation), isPartial: true as const }];
  });

const isNew = ({ stored }: Derivation) => stored.properties.version === 0;
