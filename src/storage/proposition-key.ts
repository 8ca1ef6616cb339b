import { type ClaimType } from '../domain/vocabulary.generated.ts';

/** Types of claim that say the same from either side. */
const symmetricClaimTypes: ReadonlySet<ClaimType> = new Set(['MET_IN_PERSON', 'SPOKE_BY_PHONE', 'CONSULTED']);

/**
 * What a claim that is written out is about: claims meet others of the same matter, whatever facts there are. Of what two
 * did together it is the same matter told of either.
 *
 * @param subject The id of its subject; `objects` those of its objects.
 */
export function propositionKey(type: ClaimType, subject: string, objects: readonly string[]): string {
  const participants = symmetricClaimTypes.has(type) ? [subject, ...objects.slice(0, 1)].sort() : [subject];
  return [type, ...participants].join('|');
}
