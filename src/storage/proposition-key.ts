import { type ClaimType } from '../domain/vocabulary.generated.ts';

/** Claim types in which subject and object are interchangeable. */
const symmetricClaimTypes: ReadonlySet<ClaimType> = new Set(['MET_IN_PERSON', 'SPOKE_BY_PHONE', 'CONSULTED']);

/**
 * The key of what an explicit claim is about, stored as `matter`: claims with the same key are compared with one another,
 * whether or not they support the same fact. Of what two did together the key is the same for either.
 *
 * @param subject The id of its subject.
 * @param objects The ids of its objects.
 */
export function propositionKey(type: ClaimType, subject: string, objects: readonly string[]): string {
  const participants = symmetricClaimTypes.has(type) ? [subject, ...objects.slice(0, 1)].sort() : [subject];
  return [type, ...participants].join('|');
}
