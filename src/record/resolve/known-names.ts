import { type Reads } from '../../graph/database.ts';
import { type TypeName } from '../../domain/node-types.ts';
import { typeFromLabels } from '../../storage/labels.ts';

/** A name of a node of the graph. */
export interface KnownName {
  key: string;
  type: TypeName;
  /** Of organizations: `GOVERNMENT`; null for others. */
  kind: string | null;
  value: string;
}

const NAMES = `MATCH (t:Entity) WHERE t:Country OR t:Official OR t:Organization OR t:Post OR t:Place
UNWIND coalesce(t.nameValues, []) AS value
RETURN t.key, labels(t), CASE WHEN t:Organization THEN t.kind END, value ORDER BY t.key`;

/** All names by which texts speak of countries, officials, organizations, posts and places; others are named by who records them. */
export async function readKnownNames(database: Reads): Promise<KnownName[]> {
  const rows = await database.read((tx) => tx.rows(NAMES));
  return (rows as [key: string, labels: string[], kind: string | null, value: string][]).map(
    ([key, labels, kind, value]) => ({
      key,
      type: typeFromLabels(labels)!,
      kind,
      value,
    }),
  );
}

/** A code that tables have for a country, as it is stored: `ISO3166_1_ALPHA2 GB`. */
export interface CountryCode {
  key: string;
  name: string;
}

/** The external ids of all countries. */
export const readCountryCodes = async (database: Reads): Promise<CountryCode[]> =>
  (await database.read((tx) => tx.rows('MATCH (c:Country)-[:IDENTIFIED_BY]->(x:ExternalId) RETURN c.key, x.name'))).map(
    ([key, name]) => ({ key: key as string, name: name as string }),
  );
