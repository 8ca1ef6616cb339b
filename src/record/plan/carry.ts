import { type Modality } from '../../domain/vocabulary.generated.ts';
import { slotsOf } from '../claim-slots.ts';
import { type Thing } from '../things.ts';
import { type Draft, valuesFor } from './draft.ts';
import { type Value, type Values, canonical, isThing } from './values.ts';

/**
 * Gives each value of a row to those of the block's claims about its thing that speak of it: the place to a HELD_AT, the
 * number to an ORDINAL, everything else to the claims that speak in general (EVENT, ATTENDS, HOLDS_POST). Where several
 * could, the time goes to those that give the same time, and a status to those whose modality fits it.
 *
 * @param claims Claims that support the thing.
 * @returns The values of which none of these claims speaks: that so many came does not say when they met.
 */
export function carry(values: Values, thing: Thing, claims: readonly Draft[]): Values {
  const left: Values = {};
  for (const [slot, value] of Object.entries(values)) {
    if (slot === 'topics') {
      const topics = carryTopics(value as readonly Thing[], thing, claims);
      if (topics.length > 0) left.topics = topics;
      continue;
    }
    const carriers = carriersOf(slot, value, thing, claims);
    for (const claim of carriers) valuesFor(claim, thing)![slot] = value;
    if (carriers.length === 0) left[slot] = value;
  }
  return left;
}

function carriersOf(slot: string, value: Value, thing: Thing, claims: readonly Draft[]): readonly Draft[] {
  const agreeing = claims.filter((claim) => {
    const own = valuesFor(claim, thing)![slot];
    return speaksOf(claim, slot) && (own === undefined || canonical(own) === canonical(value));
  });
  if (agreeing.length > 0) return agreeing;
  const general = claims.filter((claim) => isGeneral(claim, thing));
  const fitting = general.filter((claim) => fits(claim, slot, value));
  return fitting.length > 0 ? fitting : general;
}

/** That something was discussed is one thing said of a meeting, but all that a statement says. */
const isGeneral = ({ type }: Draft, thing: Thing) => slotsOf[type] === undefined || thing.type === 'Statement';

const speaksOf = ({ type }: Draft, slot: string) => slotsOf[type]?.includes(slot) ?? false;

function fits({ time, modality }: Draft, slot: string, value: Value): boolean {
  if (slot === 'time') return time !== null && canonical({ edtf: time.edtf }) === canonical({ edtf: edtfOf(value) });
  return slot !== 'status' || (modalities[value as string]?.includes(modality) ?? true);
}

const edtfOf = (value: Value) => (value as { edtf?: string }).edtf;

/** The modalities in which a status can be told; an invitation or a postponement has itself occurred. */
const modalities: Record<string, readonly Modality[]> = {
  PROPOSED: ['POSSIBLE', 'PLANNED', 'EXPECTED', 'OCCURRED'],
  SCHEDULED: ['PLANNED', 'EXPECTED'],
  POSTPONED: ['PLANNED', 'EXPECTED', 'OCCURRED'],
  RESCHEDULED: ['PLANNED', 'EXPECTED', 'OCCURRED'],
  CANCELLED: ['OCCURRED'],
  HELD: ['OCCURRED'],
  ONGOING: ['ONGOING'],
  INVITED: ['PLANNED', 'EXPECTED', 'OCCURRED'],
  PLANNED: ['PLANNED', 'EXPECTED'],
  CONFIRMED: ['PLANNED', 'EXPECTED', 'OCCURRED'],
  ATTENDED: ['OCCURRED', 'ONGOING'],
  ABSENT: ['OCCURRED'],
  DECLINED: ['PLANNED', 'OCCURRED'],
  NOMINATED: ['PLANNED', 'EXPECTED', 'OCCURRED'],
  CURRENT: ['ONGOING'],
  ENDED: ['OCCURRED'],
  NOT_TAKEN_UP: ['OCCURRED'],
};

/**
 * Each topic stays with the claims that name it; what none names goes to a claim that speaks in general.
 *
 * @returns The topics that are left where no claim speaks in general.
 */
function carryTopics(topics: readonly Thing[], thing: Thing, claims: readonly Draft[]): readonly Thing[] {
  const named = new Set(
    claims
      .flatMap((claim) => (valuesFor(claim, thing)!.topics as readonly Thing[] | undefined) ?? [])
      .map(({ id }) => id),
  );
  const left = topics.filter((topic) => isThing(topic) && !named.has(topic.id));
  const carrier = claims.find((claim) => isGeneral(claim, thing));
  if (carrier === undefined || left.length === 0) return left;
  const values = valuesFor(carrier, thing)!;
  values.topics = [...((values.topics as readonly Thing[] | undefined) ?? []), ...left];
  return [];
}
