import { type Tx } from '../../graph/database.ts';
import { readRowsOf, type RowsOf } from '../overlay/read-rows.ts';
import { countryShortcut } from './country-shortcut.ts';
import { readSupportingClaims, readDescriptions, readReferencedNodes, walkOutward } from './derivation-input.ts';
import { resolveValues } from './resolve-values.ts';
import { type Derivation } from '../write/derived-state.ts';

interface Row {
  id: string;
  key: string;
  countries: string[];
  /** The places around it, the nearest first. */
  around: [steps: number, id: string][];
}

export const PLACES_WITH_COUNTRIES: RowsOf<Row> = {
  statement: `UNWIND $ids AS id
MATCH (p:Thing&Place {id: id}) USING INDEX SEEK p:Thing(id)
RETURN id, p.key AS key, [(p)-[:LOCATED_IN]->(c) | c.id] AS countries,
  [path = (p)-[:WITHIN*1..8]->(o:Place) | [length(path), o.id]] AS around`,
  walk: (place) => [
    {
      id: place.id,
      key: place.key,
      countries: place.out('LOCATED_IN').map(({ to }) => to.id),
      around: walkOutward(place, 1),
    },
  ],
};

/** The country of each place: the one that sources give, or else that of the nearest place around it. */
export async function derivePlaceCountry(tx: Tx, ids: readonly string[]): Promise<Derivation[]> {
  const rows = await readRowsOf(tx, ids, PLACES_WITH_COUNTRIES);
  const places = [...new Set(rows.flatMap(({ id, around }) => [id, ...around.map(([, outer]) => outer)]))];
  const descriptions = await readDescriptions(tx, places);
  const claims = await readSupportingClaims(tx, places);
  const countryIds = [...descriptions.values(), ...claims.values()].flat().map(({ values }) => values.country);
  const nodes = await readReferencedNodes(tx, countryIds.filter((country) => country !== undefined) as string[]);
  const ownCountry = (place: string) =>
    resolveValues('Place', descriptions.get(place) ?? [], claims.get(place) ?? [], nodes).values.country as
      string | undefined;
  return rows.map(({ id, key, countries, around }) => {
    const outward = around.sort(([a], [b]) => a - b).map(([, place]) => place);
    const country = [id, ...outward].map(ownCountry).find((each) => each !== undefined);
    return countryShortcut({ id, key, type: 'Place' }, 'LOCATED_IN', countries, country);
  });
}
