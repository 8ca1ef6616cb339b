import { isLive } from '../../domain/claims/assertion.ts';
import { type TenureStatus } from '../../domain/vocabulary.generated.ts';
import { holdingWindowsOf, shortcutWindows } from '../../storage/holding-windows.ts';
import { type DerivedRelationshipType, type Relationship } from '../../storage/relationships.ts';
import { type FieldValues, valueOrDefault } from '../../storage/values.ts';
import { type DerivationInput } from './derivation-input.ts';

/** The relationship by which readers cross a tenure or membership in one step; a withdrawn fact has none. */
export function shortcutsOfFact(
  { id, type, endpoints, claims }: DerivationInput,
  values: FieldValues,
): Relationship<DerivedRelationshipType>[] {
  if (!claims.some(({ metadata }) => isLive(metadata))) return [];
  if (type === 'Tenure') {
    const status = valueOrDefault(type, 'status', values) as TenureStatus;
    if (status === 'NOMINATED' || status === 'NOT_TAKEN_UP') return [];
    const windows = shortcutWindows(holdingWindowsOf(values, status));
    const [from, to] = [endpoints.HELD_BY!, endpoints.OF_POST!];
    return [{ type: 'HOLDS', from, to, properties: { fact: id, status, ...windows } }];
  }
  if (type === 'Membership') {
    const windows = shortcutWindows(holdingWindowsOf(values, null));
    const [from, to] = [endpoints.OF_MEMBER!, endpoints.IN_ORGANIZATION!];
    const role = valueOrDefault(type, 'role', values);
    return [{ type: 'MEMBER_OF', from, to, properties: { fact: id, role, ...windows } }];
  }
  return [];
}
