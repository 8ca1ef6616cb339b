import { type CypherContext } from '../ir/projection.ts';

/** Whom a participation represents, by precedence; schema/meeting.graphql (`Delegation`) describes the same. */
const REPRESENTED_PATHS = [
  '-[:ON_BEHALF_OF]->(a)',
  '-[:OF_ACTOR]->(a:Country|Organization)',
  '-[:AS_POST]->()-[:POST_OF]->(a:Country)',
  '-[:AS_POST]->()-[:POST_OF]->(a:Organization)',
  '-[:OF_ACTOR]->()-[:SERVES]->(a)',
];

/** The country or organization that a participation represents, as an expression; null for none. */
export const represented = (participation: string): string =>
  `coalesce(${REPRESENTED_PATHS.map((path) => `head([(${participation})${path} | a])`).join(', ')})`;

/** The country that is there by a country or organization: itself, or the one it belongs to. */
const countryOf = (actor: string): string =>
  `CASE WHEN ${actor}:Country THEN ${actor} ELSE head([(${actor})-[:OF_COUNTRY]->(a) | a]) END`;

/** Clauses that end in `RETURN target`: the country that a participation represents, null for none. */
export function returnCountryRepresented(participation: string, target: string, cypher: Pick<CypherContext, 'name'>) {
  const actor = cypher.name();
  return `WITH ${represented(participation)} AS ${actor} RETURN ${countryOf(actor)} AS ${target}`;
}
