/**
 * How references and searched words become things. A reference is an id, a key, or either of something merged since,
 * which is kept as a :Tombstone; each is one index seek, and so are an id in somebody else's scheme and what a
 * mutation left.
 */

/** Clauses that bind `n` to the one thing, if there is one (of that label). */
export const FIND_ONE = {
  ref: (parameter: string, label?: string) =>
    `${seeks(parameter)}
WITH coalesce(a, b, c, d) AS n WHERE ${label ? `n:${label}` : 'n IS NOT NULL'}`,
  id: (parameter: string) =>
    `OPTIONAL MATCH (a:Thing {id: ${parameter}})
OPTIONAL MATCH (:Tombstone {id: ${parameter}})-[:MERGED_INTO]->(b)
WITH coalesce(a, b) AS n WHERE n IS NOT NULL`,
  externalId: (parameter: string) => `MATCH (:ExternalId {name: ${parameter}})<-[:IDENTIFIED_BY]-(n)`,
  activity: (parameter: string) => `MATCH (n:Activity {id: ${parameter}})`,
  snapshot: (parameter: string) => `MATCH (a:Activity {id: ${parameter}}) MATCH (n:Snapshot {sequence: a.sequence})`,
};

/** The list of all things that a list of references points at. */
export function findAll(parameter: string): string {
  return `COLLECT { UNWIND ${parameter} AS ref ${seeks('ref')} WITH coalesce(a, b, c, d) AS t WHERE t IS NOT NULL RETURN DISTINCT t }`.replaceAll(
    '\n',
    ' ',
  );
}

/** The list of what a reference points at or ever pointed at: also things that were deleted, or merged into another. */
export function findEver(parameter: string): string {
  const gone = ['id', 'key'].map((name) => `COLLECT { MATCH (t:Tombstone {${name}: ${parameter}}) RETURN t }`);
  return `${findAll(`[${parameter}]`)} + ${gone.join(' + ')}`;
}

/** The list of all things that a full-text index finds. */
export function findText(fullTextIndex: string, parameter: string): string {
  return `COLLECT { ${callFullText(fullTextIndex, parameter, 't')} RETURN t }`;
}

/** The call of a full-text index, best match first; the name is one of ours. */
export function callFullText(fullTextIndex: string, parameter: string, name: string): string {
  return `CALL db.index.fulltext.queryNodes('${fullTextIndex}', ${parameter}) YIELD node AS ${name}`;
}

function seeks(ref: string): string {
  return `OPTIONAL MATCH (a:Thing {key: ${ref}})
OPTIONAL MATCH (b:Thing {id: ${ref}})
OPTIONAL MATCH (:Tombstone {id: ${ref}})-[:MERGED_INTO]->(c)
OPTIONAL MATCH (:Tombstone {key: ${ref}})-[:MERGED_INTO]->(d)`;
}
