import { type Tx } from '../../graph/database.ts';
import { type Link } from '../links.ts';
import { claimsFor, descriptionsOf, neighboursOf } from './evidence.ts';
import { settled } from './settled.ts';
import { type Derivation } from './shape.ts';

interface Row {
  id: string;
  key: string;
  countries: string[];
  /** The places around it, the nearest first. */
  around: [steps: number, id: string][];
}

const PLACES = `UNWIND $ids AS id
MATCH (p:Thing&Place {id: id}) USING INDEX SEEK p:Thing(id)
RETURN id, p.key AS key, [(p)-[:LOCATED_IN]->(c) | c.id] AS countries,
  [path = (p)-[:WITHIN*1..8]->(o:Place) | [length(path), o.id]] AS around`;

/** The country in which each place lies: what is said of it, else of the nearest place around it. */
export async function locationDerivations(tx: Tx, ids: readonly string[]): Promise<Derivation[]> {
  const rows = await tx.run<Row>(PLACES, { ids });
  const places = [...new Set(rows.flatMap(({ id, around }) => [id, ...around.map(([, outer]) => outer)]))];
  const told = await descriptionsOf(tx, places);
  const said = await claimsFor(tx, places);
  const named = [...told.values(), ...said.values()].flat().map(({ values }) => values.country);
  const neighbours = await neighboursOf(tx, named.filter((country) => country !== undefined) as string[]);
  const ownCountry = (place: string) =>
    settled('Place', told.get(place) ?? [], said.get(place) ?? [], neighbours).values.country as string | undefined;
  return rows.map(({ id, key, countries, around }) => {
    const outward = around.sort(([a], [b]) => a - b).map(([, place]) => place);
    const country = [id, ...outward].map(ownCountry).find((each) => each !== undefined);
    const link = (to: string): Link<'LOCATED_IN'> => ({ type: 'LOCATED_IN', from: id, to, properties: {} });
    return {
      id,
      key,
      type: 'Place',
      stored: { properties: {}, links: countries.map(link), externalIds: [], conflicts: [] },
      derived: { properties: {}, links: country === undefined ? [] : [link(country)], externalIds: [], conflicts: [] },
      state: null,
    };
  });
}
