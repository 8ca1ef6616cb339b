import { type ClaimDraft, type Support, supportedValues } from '../draft/claim-draft.ts';
import { impliedValues } from '../draft/implied-values.ts';
import { factSlots } from '../draft/implied-supports.ts';
import { comparableJson } from '../draft/row-values.ts';
import { type LoadedClaim } from './load-claim.ts';

type ClaimContentKeys = Pick<ClaimDraft, 'type' | 'subject' | 'objects'>;

/** Whether a correction speaks of the same as what it corrects, so that it supports the same facts. */
export function supportsSameFacts(before: ClaimContentKeys, after: ClaimContentKeys): boolean {
  return before.type === after.type && subjectKey(before) === subjectKey(after);
}

/** The facts of which a claim may speak, else its subject. */
function subjectKey({ type, subject, objects }: ClaimContentKeys): string {
  const slots = factSlots({ type, subject, objects, time: null });
  const statements = objects.filter((object) => object.type === 'Statement').map(({ id }) => id);
  return [subject.id, ...slots, ...statements].sort().join(' ');
}

/**
 * What a correction says of what the corrected claim spoke of too. A written-out claim tells by its type and content only a
 * part of what the row said that stands behind it: where it tells the same as before (PLANNED, where the row said INVITED),
 * or nothing of that kind (the place, the number), what was said before stays.
 */
export function inheritSupports(before: LoadedClaim, after: ClaimDraft): Support[] {
  return after.supports.map(({ node, values: newValues }) => {
    const oldValues = supportedValues(before, node);
    const isSameType = before.type === after.type;
    if (oldValues === undefined || !(isSameType || before.isFromRow)) return { node, values: newValues };
    const impliedBefore = impliedValues(before, node);
    const isSame = (slot: string) =>
      before.polarity === after.polarity &&
      comparableJson(impliedBefore[slot] ?? null) === comparableJson(newValues[slot] ?? null);
    const inherited = Object.entries(oldValues).filter(([slot]) => {
      if (slot in newValues || slot in impliedBefore) return isSame(slot) || (!isSameType && !(slot in newValues));
      return true;
    });
    return { node, values: { ...newValues, ...Object.fromEntries(inherited) } };
  });
}
