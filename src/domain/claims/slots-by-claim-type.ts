import { type ClaimType } from '../vocabulary.generated.ts';

/** The slots that each type of claim is about; other types are about their subject in general. */
export const slotsByClaimType: Partial<Record<ClaimType, readonly string[]>> = {
  ORDINAL: ['ordinal'],
  HELD_AT: ['places'],
  TIME: ['time', 'start', 'end'],
  STATUS: ['status'],
  PARTICIPANT_COUNT: ['attendance'],
  DISCUSSED: ['topics'],
  AGREED: ['topics'],
  LOCATED_IN: ['country', 'within'],
  OPERATED_BY: ['operatedBy'],
  FOUNDED: ['founded'],
  NAME: [],
};
