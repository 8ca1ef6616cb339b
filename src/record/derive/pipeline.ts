import { type Tx } from '../../graph/database.ts';
import { deriveClaimRelations } from './claim-relations.ts';
import { deriveClaimStatus } from './claim-status.ts';
import { readRelationStates } from './relation-states.ts';
import { derivePlaceCountry } from './place-country.ts';
import { derivePlanOutcomes } from './plan-outcomes.ts';
import { deriveAttendanceEdges } from './attendance-edges.ts';
import { deriveOfficialCountry } from './official-country.ts';
import { type Derivation, type DerivedDiff, diffDerivation } from '../write/derived-state.ts';
import { deriveNodes } from './derive-nodes.ts';
import {
  type DirtySet,
  propagate,
  markRelatedClaims,
  markPlacesWithin,
  markAffectedPlans,
} from '../write/dirty-set.ts';
import { type TypeName } from '../../domain/node-types.ts';
import { applyDiffs } from '../write/apply-diff.ts';
import { recordFormerRelationships } from '../write/relationships.ts';
import { type StateChange } from '../write/revisions.ts';

/**
 * One step of working out what the graph should hold. Steps go in this order, since later ones read what earlier ones
 * have settled: a participation has the window of its meeting, a meeting's place lies in another place.
 */
export interface DerivationStep {
  name: string;
  types: readonly TypeName[];
  derive: (tx: Tx, ids: readonly string[]) => Promise<Derivation[]>;
  /** Marks what else has to be worked out in this step, given what was touched before it. */
  expand?: (tx: Tx, dirty: DirtySet) => Promise<void>;
}

export const derivationSteps: readonly DerivationStep[] = [
  { name: 'documents', types: ['Document', 'AnonymousSource'], derive: deriveNodes },
  { name: 'claims', types: ['Claim'], derive: deriveClaimStatus },
  {
    name: 'entities',
    types: ['Country', 'Official', 'Organization', 'Post', 'Place', 'Topic'],
    derive: deriveNodes,
  },
  { name: 'location', types: ['Place'], derive: derivePlaceCountry, expand: markPlacesWithin },
  { name: 'events', types: ['Meeting', 'Development'], derive: deriveNodes },
  {
    name: 'facts',
    types: ['Participation', 'Tenure', 'Membership', 'Statement'],
    derive: deriveNodes,
  },
  { name: 'presence', types: ['Meeting'], derive: deriveAttendanceEdges },
  { name: 'service', types: ['Official'], derive: deriveOfficialCountry },
  { name: 'reach', types: ['Claim'], derive: deriveClaimRelations, expand: markRelatedClaims },
  { name: 'plans', types: ['Claim'], derive: derivePlanOutcomes, expand: markAffectedPlans },
];

/** Things worked out in one go: a handful of statements each. */
const BATCH = 1_000;

/**
 * Works out what these things should hold and gives the differences from what they hold, batch by batch. What a batch needs
 * is read while the one before is worked out and written: things of one step do not depend on one another.
 */
export async function* computeDiffs(
  tx: Tx,
  step: DerivationStep,
  ids: readonly string[],
): AsyncGenerator<DerivedDiff[]> {
  const deriveFrom = (start: number) => {
    const derivations = step.derive(tx, ids.slice(start, start + BATCH));
    derivations.catch(() => {}); // it is told where it is awaited, unless the batch before it failed too
    return derivations;
  };
  let next = deriveFrom(0);
  for (let start = 0; start < ids.length; start += BATCH) {
    const derivations = await next;
    if (start + BATCH < ids.length) next = deriveFrom(start + BATCH);
    yield derivations.map(diffDerivation).filter((difference) => difference !== null);
  }
}

/**
 * Works out everything that follows from what was touched, step by step, and makes the graph hold it.
 *
 * @returns The things whose state this may have changed.
 */
export async function deriveAll(tx: Tx, dirty: DirtySet, onProgress: (line: string) => void): Promise<StateChange[]> {
  const changes: StateChange[] = [];
  for (const step of derivationSteps) {
    await step.expand?.(tx, dirty);
    const ids = dirty.of(step.types);
    if (ids.length === 0) continue;
    onProgress(`Working out ${step.name}`);
    for await (const diffs of computeDiffs(tx, step, ids)) {
      await applyDiffs(tx, diffs);
      await recordFormerRelationships(
        tx,
        diffs.flatMap(({ removeRelationships }) => removeRelationships),
      );
      // Nothing copies yet from what is new.
      await propagate(
        tx,
        diffs.filter(({ derivation }) => !isNew(derivation)),
        dirty,
      );
      changes.push(...stateChangesOf(diffs.map(({ derivation }) => derivation)));
    }
  }
  changes.push(...(await readRelationStates(tx, dirty)));
  return changes;
}

/** What revisions keep of things that were worked out: the fields that this step answers for. */
export const stateChangesOf = (derivations: readonly Derivation[]): StateChange[] =>
  derivations.flatMap((derivation) => {
    const { id, state } = derivation;
    return state === null ? [] : [{ id, state, isNew: isNew(derivation), isPartial: true as const }];
  });

const isNew = ({ stored }: Derivation) => stored.properties.version === 0;
