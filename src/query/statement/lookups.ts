/**
 * How references and searched words become things: each is one index seek, and so are an id in somebody else's scheme and
 * what a mutation left.
 */

/**
 * The clause that binds `n` to the one thing, if there is one (of that label). A reference is a key or an id, which its form
 * tells; where something merged since has it, nothing is found, and `merged.ts` looks further: to look there at once would cost
 * as much as the rest of a small query.
 */
export const FIND_ONE = {
  key: (parameter: string, label?: string) => `MATCH (n:${nodeLabel(label)} {key: ${parameter}})`,
  id: (parameter: string, label?: string) => `MATCH (n:${nodeLabel(label)} {id: ${parameter}})`,
  externalId: (parameter: string) => `MATCH (:ExternalId {name: ${parameter}})<-[:IDENTIFIED_BY]-(n)`,
  activity: (parameter: string) => `MATCH (n:Activity {id: ${parameter}})`,
  snapshot: (parameter: string) => `MATCH (a:Activity {id: ${parameter}}) MATCH (n:Snapshot {sequence: a.sequence})`,
};

/**
 * The id of what each of many ids and keys led to before a merge, where it did: rows of the two. What was merged is kept as a
 * :Tombstone, which leads to what is there.
 */
export const FIND_MERGE_TARGETS = ['id', 'key']
  .map(
    (name) => `UNWIND $refs AS ref MATCH (:Tombstone {${name}: ref})-[:MERGED_INTO]->(t:Thing) RETURN ref, t.id AS id`,
  )
  .join('\nUNION ALL\n');

/** The list of all things that a list of references points at. */
export function findAll(parameter: string): string {
  return `COLLECT { UNWIND ${parameter} AS ref ${seekByRef('ref')} WITH coalesce(a, b, c, d) AS t WHERE t IS NOT NULL RETURN DISTINCT t }`.replaceAll(
    '\n',
    ' ',
  );
}

/** The list of what a reference points at or ever pointed at: also things that were deleted, or merged into another. */
export function findIncludingTombstones(parameter: string): string {
  const tombstones = ['id', 'key'].map((name) => `COLLECT { MATCH (t:Tombstone {${name}: ${parameter}}) RETURN t }`);
  return `${findAll(`[${parameter}]`)} + ${tombstones.join(' + ')}`;
}

/** The list of all things that a full-text index finds. */
export function findText(fullTextIndex: string, parameter: string): string {
  return `COLLECT { ${callFullText(fullTextIndex, parameter, 't')} RETURN t }`;
}

/** The call of a full-text index, best match first; the name is one of ours. */
export function callFullText(fullTextIndex: string, parameter: string, name: string): string {
  return `CALL db.index.fulltext.queryNodes('${fullTextIndex}', ${parameter}) YIELD node AS ${name}`;
}

const nodeLabel = (label?: string) => (label ? `Thing&${label}` : 'Thing');

function seekByRef(ref: string): string {
  return `OPTIONAL MATCH (a:Thing {key: ${ref}})
OPTIONAL MATCH (b:Thing {id: ${ref}})
OPTIONAL MATCH (:Tombstone {id: ${ref}})-[:MERGED_INTO]->(c)
OPTIONAL MATCH (:Tombstone {key: ${ref}})-[:MERGED_INTO]->(d)`;
}
