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
 * @param claims Claims that support the thing; at least one.
 */
export function carry(values: Values, thing: Thing, claims: readonly Draft[]): void {
  for (const [slot, value] of Object.entries(values)) {
    if (slot === 'topics') carryTopics(value as readonly Thing[], thing, claims);
    else for (const claim of carriersOf(slot, value, thing, claims)) valuesFor(claim, thing)![slot] = value;
  }
}

function carriersOf(slot: string, value: Value, thing: Thing, claims: readonly Draft[]): readonly Draft[] {
  const agreeing = claims.filter((claim) => {
    const own = valuesFor(claim, thing)![slot];
    return speaksOf(claim, slot) && (own === undefined || canonical(own) === canonical(value));
  });
  if (agreeing.length > 0) return agreeing;
  const general = claims.filter(({ type }) => slotsOf[type] === undefined);
  const able = general.length > 0 ? general : claims.slice(0, 1);
  const fitting = able.filter((claim) => fits(claim, slot, value));
  return fitting.length > 0 ? fitting : able;
}

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

/** Each topic stays with the claims that name it; what none names goes to a claim that speaks in general. */
function carryTopics(topics: readonly Thing[], thing: Thing, claims: readonly Draft[]): void {
  const named = new Set(
    claims
      .flatMap((claim) => (valuesFor(claim, thing)!.topics as readonly Thing[] | undefined) ?? [])
      .map(({ id }) => id),
  );
  const left = topics.filter((topic) => isThing(topic) && !named.has(topic.id));
  if (left.length === 0) return;
  const carrier = claims.find(({ type }) => slotsOf[type] === undefined) ?? claims[0]!;
  const values = valuesFor(carrier, thing)!;
  values.topics = [...((values.topics as readonly Thing[] | undefined) ?? []), ...left];
}
