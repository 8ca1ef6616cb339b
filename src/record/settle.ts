import { type Tx } from '../graph/database.ts';
import { claimReach } from './derive/claim-reach.ts';
import { claimStandings } from './derive/claim-standing.ts';
import { linkedStates } from './derive/linked-states.ts';
import { locationDerivations } from './derive/location.ts';
import { planDerivations } from './derive/plans.ts';
import { presenceDerivations } from './derive/presence.ts';
import { serviceDerivations } from './derive/service.ts';
import { type Derivation, type Difference, differenceOf } from './derive/shape.ts';
import { thingDerivations } from './derive/things.ts';
import { type Touched, follow, markClaims, markPlacesWithin, markPlans } from './derive/touched.ts';
import { type TypeName } from '../domain/thing-types.ts';
import { apply } from './write/apply.ts';
import { rememberLinks } from './write/links.ts';
import { type Changed } from './write/revisions.ts';

/**
 * One step of working out what the graph should hold. Steps go in this order, since later ones read what earlier ones
 * have settled: a participation has the window of its meeting, a meeting's place lies in another place.
 */
export interface Step {
  name: string;
  types: readonly TypeName[];
  derive: (tx: Tx, ids: readonly string[]) => Promise<Derivation[]>;
  /** Marks what else has to be worked out in this step, given what was touched before it. */
  spread?: (tx: Tx, touched: Touched) => Promise<void>;
}

export const steps: readonly Step[] = [
  { name: 'documents', types: ['Document', 'AnonymousSource'], derive: thingDerivations },
  { name: 'claims', types: ['Claim'], derive: claimStandings },
  {
    name: 'entities',
    types: ['Country', 'Official', 'Organization', 'Post', 'Place', 'Topic'],
    derive: thingDerivations,
  },
  { name: 'location', types: ['Place'], derive: locationDerivations, spread: markPlacesWithin },
  { name: 'events', types: ['Meeting', 'Development'], derive: thingDerivations },
  {
    name: 'facts',
    types: ['Participation', 'Tenure', 'Membership', 'Statement'],
    derive: thingDerivations,
  },
  { name: 'presence', types: ['Meeting'], derive: presenceDerivations },
  { name: 'service', types: ['Official'], derive: serviceDerivations },
  { name: 'reach', types: ['Claim'], derive: claimReach, spread: markClaims },
  { name: 'plans', types: ['Claim'], derive: planDerivations, spread: markPlans },
];

/** Things worked out in one go: a handful of statements each. */
const BATCH = 1_000;

/**
 * Works out what these things should hold and gives the differences from what they hold, batch by batch. What a batch needs
 * is read while the one before is worked out and written: things of one step do not depend on one another.
 */
export async function* differencesIn(tx: Tx, step: Step, ids: readonly string[]): AsyncGenerator<Difference[]> {
  const derive = (start: number) => {
    const derivations = step.derive(tx, ids.slice(start, start + BATCH));
    derivations.catch(() => {}); // it is told where it is awaited, unless the batch before it failed too
    return derivations;
  };
  let next = derive(0);
  for (let start = 0; start < ids.length; start += BATCH) {
    const derivations = await next;
    if (start + BATCH < ids.length) next = derive(start + BATCH);
    yield derivations.map(differenceOf).filter((difference) => difference !== null);
  }
}

/**
 * Works out everything that follows from what was touched, step by step, and makes the graph hold it.
 *
 * @returns The things whose state this may have changed.
 */
export async function settle(tx: Tx, touched: Touched, say: (line: string) => void): Promise<Changed[]> {
  const changed: Changed[] = [];
  for (const step of steps) {
    await step.spread?.(tx, touched);
    const ids = touched.of(step.types);
    if (ids.length === 0) continue;
    say(`Working out ${step.name}`);
    for await (const differences of differencesIn(tx, step, ids)) {
      await apply(tx, differences);
      await rememberLinks(
        tx,
        differences.flatMap(({ removeLinks }) => removeLinks),
      );
      // Nothing copies yet from what is new.
      await follow(
        tx,
        differences.filter(({ derivation }) => !isNew(derivation)),
        touched,
      );
      changed.push(...changesOf(differences.map(({ derivation }) => derivation)));
    }
  }
  changed.push(...(await linkedStates(tx, touched)));
  return changed;
}

/** What revisions keep of things that were worked out: the fields that this step answers for. */
export const changesOf = (derivations: readonly Derivation[]): Changed[] =>
  derivations.flatMap((derivation) => {
    const { id, state } = derivation;
    return state === null ? [] : [{ id, state, isNew: isNew(derivation), isPart: true as const }];
  });

const isNew = ({ stored }: Derivation) => stored.properties.version === 0;
