/**
 * Cypher that turns references and search words into nodes. Each is one index seek, as are external ids and the activity of a
 * mutation.
 */

/**
 * The clause that binds `n` to one node, if there is one (with that label). The id or key of a node that was merged into another
 * finds nothing: `withMergeRedirects` looks for those afterwards, since looking here would double the cost of a small query.
 */
export const FIND_ONE = {
  key: (parameter: string, label?: string) => `MATCH (n:${nodeLabel(label)} {key: ${parameter}})`,
  id: (parameter: string, label?: string) => `MATCH (n:${nodeLabel(label)} {id: ${parameter}})`,
  // Documents that were recorded before addresses were compared may have one in common.
  address: (parameter: string) => `MATCH (n:Document {address: ${parameter}}) WITH n ORDER BY n.sortKey LIMIT 1`,
  // Two have one in common where it was recorded in two forms before they were compared.
  externalId: (parameter: string) =>
    `MATCH (:ExternalId {name: ${parameter}})<-[:IDENTIFIED_BY]-(n) WITH n ORDER BY n.sortKey LIMIT 1`,
  activity: (parameter: string) => `MATCH (n:Activity {id: ${parameter}})`,
  snapshot: (parameter: string) => `MATCH (a:Activity {id: ${parameter}}) MATCH (n:Snapshot {sequence: a.sequence})`,
};

/**
 * For ids, keys and addresses of merged nodes, the id of the node they were merged into: rows of `ref` and `id`. A merged node is kept as a
 * :Tombstone with a relationship to the node that remains.
 */
export const FIND_MERGE_TARGETS = ['id', 'key', 'address']
  .map(
    (name) => `UNWIND $refs AS ref MATCH (:Tombstone {${name}: ref})-[:MERGED_INTO]->(t:Thing) RETURN ref, t.id AS id`,
  )
  .join('\nUNION ALL\n');

/** For references that are external ids, `{ref, name}`, and the key of no node: the id of the entity that has it. Rows of `ref` and `id`. */
export const FIND_IDENTIFIED = `UNWIND $refs AS each
MATCH (:ExternalId {name: each.name})<-[:IDENTIFIED_BY]-(t)
WHERE NOT EXISTS { (:Thing {key: each.ref}) } AND NOT EXISTS { (:Tombstone {key: each.ref}) }
WITH each.ref AS ref, t ORDER BY t.sortKey RETURN ref, collect(t.id)[0] AS id`;

/** The list of nodes that a list of references points at, merged ones resolved. */
export function findAll(parameter: string): string {
  return collectByRef(parameter, 'WITH coalesce(a, b, c, d) AS t WHERE t IS NOT NULL RETURN DISTINCT t');
}

/** The same with null for a reference that points at nothing. */
export function findEach(parameter: string): string {
  return collectByRef(parameter, 'RETURN coalesce(a, b, c, d) AS t');
}

function collectByRef(parameter: string, result: string): string {
  return `COLLECT { UNWIND ${parameter} AS ref ${seekByRef('ref')} ${result} }`.replaceAll('\n', ' ');
}

/** The list of nodes that a reference points at or ever pointed at: also nodes that were deleted or merged. */
export function findIncludingTombstones(parameter: string): string {
  const tombstones = ['id', 'key'].map((name) => `COLLECT { MATCH (t:Tombstone {${name}: ${parameter}}) RETURN t }`);
  return `${findAll(`[${parameter}]`)} + ${tombstones.join(' + ')}`;
}

/** The list of nodes that a full-text index finds. */
export function findText(fullTextIndex: string, parameter: string): string {
  return `COLLECT { ${callFullText(fullTextIndex, parameter, 't')} RETURN t }`;
}

/** The call of a full-text index, best match first. The name of the index and the limit are text, so they must be constants. */
export function callFullText(fullTextIndex: string, parameter: string, name: string, limit?: number): string {
  const options = limit === undefined ? '' : `, {limit: ${limit}}`;
  return `CALL db.index.fulltext.queryNodes('${fullTextIndex}', ${parameter}${options}) YIELD node AS ${name}`;
}

const nodeLabel = (label?: string) => (label ? `Thing&${label}` : 'Thing');

function seekByRef(ref: string): string {
  return `OPTIONAL MATCH (a:Thing {key: ${ref}})
OPTIONAL MATCH (b:Thing {id: ${ref}})
OPTIONAL MATCH (:Tombstone {id: ${ref}})-[:MERGED_INTO]->(c)
OPTIONAL MATCH (:Tombstone {key: ${ref}})-[:MERGED_INTO]->(d)`;
}
