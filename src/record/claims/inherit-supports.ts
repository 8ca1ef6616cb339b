import { type ClaimDraft, type Support, supportedValues } from '../draft/claim-draft.ts';
import { impliedValues } from '../draft/implied-values.ts';
import { factSlots } from '../draft/implied-supports.ts';
import { comparableJson } from '../draft/row-values.ts';
import { type LoadedClaim } from './load-claim.ts';

type ClaimContentKeys = Pick<ClaimDraft, 'type' | 'subject' | 'objects'>;

/** Whether a correction is about the same as the corrected claim, so that it supports the same facts. */
export function supportsSameFacts(before: ClaimContentKeys, after: ClaimContentKeys): boolean {
  return before.type === after.type && subjectKey(before) === subjectKey(after);
}

/** Equal for claims with the same subject that may be about the same facts. */
function subjectKey({ type, subject, objects }: ClaimContentKeys): string {
  const slots = factSlots({ type, subject, objects, time: null });
  const statements = objects.filter((object) => object.type === 'Statement').map(({ id }) => id);
  return [subject.id, ...slots, ...statements].sort().join(' ');
}

/**
 * The values that a correction gives to what it supports. The type and content of an explicit claim imply only some of the values
 * that its row gave. The old value of a slot stays if the correction implies the same as the corrected claim did (PLANNED, for
 * a row that said INVITED), or nothing for that slot (the place, the number).
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
      if (slot in newValues || (slot in impliedBefore && slot !== 'places'))
        return isSame(slot) || (!isSameType && !(slot in newValues));
      return true;
    });
    return { node, values: { ...newValues, ...Object.fromEntries(inherited) } };
  });
}
