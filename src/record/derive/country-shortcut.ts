import { type Relationship } from '../../storage/relationships.ts';
import { type Derivation, type DerivedState } from '../write/derived-state.ts';

/** The derived relationship of a node to its one country: as it is stored, and as it follows from other nodes. */
export function countryShortcut(
  { id, key, type }: Pick<Derivation, 'id' | 'key' | 'type'>,
  relationship: 'SERVES' | 'LOCATED_IN',
  stored: readonly string[],
  derived: string | undefined,
): Derivation {
  const to = (countries: readonly string[]): DerivedState => ({
    properties: {},
    relationships: countries.map((country): Relationship<typeof relationship> => {
      return { type: relationship, from: id, to: country, properties: {} };
    }),
    externalIds: [],
    conflicts: [],
  });
  return { id, key, type, stored: to(stored), derived: to(derived === undefined ? [] : [derived]), state: null };
}
