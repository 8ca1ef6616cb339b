import { isLive } from '../../domain/claims/assertion.ts';
import { membershipWindows, shortcutWindows } from '../../storage/holding-windows.ts';
import { type DerivedRelationshipType, type Relationship } from '../../storage/relationships.ts';
import { type FieldValues, valueOrDefault } from '../../storage/values.ts';
import { type DerivationInput } from './derivation-input.ts';

/** The relationship by which readers cross a membership in one step; a withdrawn one has none. That of a tenure is derived with its post. */
export function shortcutsOfMembership(
  { id, type, endpoints, claims }: DerivationInput,
  values: FieldValues,
): Relationship<DerivedRelationshipType>[] {
  if (type !== 'Membership' || !claims.some(({ metadata }) => isLive(metadata))) return [];
  const windows = shortcutWindows(membershipWindows(values));
  const [from, to] = [endpoints.OF_MEMBER!, endpoints.IN_ORGANIZATION!];
  const role = valueOrDefault(type, 'role', values);
  return [{ type: 'MEMBER_OF', from, to, properties: { fact: id, role, ...windows } }];
}
