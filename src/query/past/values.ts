import { reliabilityRank } from '../../domain/claim.ts';
import { sortKey } from '../../domain/identity.ts';
import { type Time, type Window, flatName, sortTime, unflatTime, windowOf } from '../../domain/time.ts';
import { type Reliability } from '../../domain/vocabulary.generated.ts';
import { type Past } from './past.ts';
import { type PastThing } from './thing.ts';

export function property(thing: PastThing, name: string): unknown {
  return thing.properties[name] ?? null;
}

export function text(thing: PastThing, name: string): string {
  return thing.properties[name] as string;
}

/** The string by which a thing sorts; of a participation it comes from the meeting and the actor. */
export function sortOf(past: Past, thing: PastThing, name: string): string {
  if (thing.type === 'Participation' && name === 'sortTime') {
    return sortTime(timeOfThing(past.one(thing, 'IN_EVENT')!), thing.key);
  }
  if (thing.type === 'Participation' && name === 'sortName') {
    const actor = past.one(thing, 'OF_ACTOR')!;
    return `${(actor.properties.sortName as string | undefined) ?? ''}|${sortKey(thing.key)}`;
  }
  return text(thing, name);
}

/** The days that a time of a thing may touch: a participation has that of its meeting, a claim that of its best document. */
export function windowIn(past: Past, thing: PastThing, prefix: 'time' | 'published'): Window {
  if (thing.type === 'Participation') return windowOf(timeOfThing(past.one(thing, 'IN_EVENT')!));
  if (thing.type === 'Claim' && prefix === 'published') {
    const [best] = documentsOf(past, thing);
    return windowOf(unflatTime('published', best?.properties ?? {}));
  }
  return windowOf(unflatTime(prefix, thing.properties));
}

const timeOfThing = (thing: PastThing): Time => unflatTime('time', thing.properties);

/** How good the best document of a claim is, 0 the best. */
export function reliabilityOf(past: Past, claim: PastThing): number {
  const [best] = documentsOf(past, claim);
  return best === undefined ? 5 : rankOf(best);
}

const rankOf = (document: PastThing) => reliabilityRank(property(document, 'reliability') as Reliability | null);

/** The documents of a claim, the most reliable first, then by their keys. */
function documentsOf(past: Past, claim: PastThing): PastThing[] {
  return past.sorted(past.to(claim, 'EVIDENCE'), rankOf, ({ key }) => key);
}

const PARTS = ['edtf', 'precision', 'startEarliest', 'startLatest', 'endEarliest', 'endLatest', 'raw', 'basis'];

/** A time that lies flat on the thing, as the API shows it. */
export function timeIn(thing: PastThing, prefix: string): Record<string, unknown> {
  return Object.fromEntries(PARTS.map((part) => [part, property(thing, flatName(prefix, part))]));
}

export const isVisible = (fact: PastThing): boolean => property(fact, 'standing') !== 'WITHDRAWN';

export const didNotStayAway = (fact: PastThing): boolean => !['ABSENT', 'DECLINED'].includes(text(fact, 'status'));
