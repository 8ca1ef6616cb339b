import { type Draft, type Support, valuesFor } from '../plan/draft.ts';
import { impliedValues } from '../plan/implied.ts';
import { slotsOf } from '../plan/supporting.ts';
import { canonical } from '../plan/values.ts';
import { type StoredClaim } from './stored.ts';

type Said = Pick<Draft, 'type' | 'subject' | 'objects'>;

/** Whether a correction speaks of the same as what it corrects, so that it supports the same facts. */
export function isAboutSame(before: Said, after: Said): boolean {
  return before.type === after.type && about(before) === about(after);
}

/** The facts of which a claim may speak, else its subject. */
function about({ type, subject, objects }: Said): string {
  const slots = slotsOf({ type, subject, objects, time: null });
  const statements = objects.filter((object) => object.type === 'Statement').map(({ id }) => id);
  return [subject.id, ...slots, ...statements].sort().join(' ');
}

/**
 * What a correction says of what the corrected claim spoke of too. A written-out claim tells by its type and content only a
 * part of what the row said that stands behind it: where it tells the same as before (PLANNED, where the row said INVITED),
 * or nothing of that kind (the place, the number), what was said before stays.
 */
export function carriedOver(before: StoredClaim, after: Draft): Support[] {
  return after.supports.map(({ thing, values: told }) => {
    const old = valuesFor(before, thing);
    const isSameType = before.type === after.type;
    if (old === undefined || !(isSameType || before.isOfRow)) return { thing, values: told };
    const toldBefore = impliedValues(before, thing);
    const isSame = (slot: string) =>
      before.polarity === after.polarity && canonical(toldBefore[slot] ?? null) === canonical(told[slot] ?? null);
    const kept = Object.entries(old).filter(([slot]) => {
      if (slot in told || slot in toldBefore) return isSame(slot) || (!isSameType && !(slot in told));
      return true;
    });
    return { thing, values: { ...told, ...Object.fromEntries(kept) } };
  });
}
