/**
 * How revisions are stored. Each change of a thing leaves a node that has REVISES to it, except the first, which made it: as long as
 * nothing else has changed, the thing itself is its first revision. It has the label and the properties of one, beside its own id, key and
 * version. Before it changes, {@link cypherWriteOut} makes a node of them.
 */

/** The path from a thing or a tombstone to its revisions. */
export const REVISIONS_PATH = '<-[:REVISES*0..1]-(:Revision)';

/** The path from a revision to its thing, if that still is one. */
export const REVISED_PATH = '-[:REVISES*0..1]->(:Thing)';

/** The pattern of a thing or a tombstone and its revisions. */
export const cypherRevisions = (thing: string, revision: string): string =>
  `(${thing})<-[:REVISES*0..1]-(${revision}:Revision)`;

/** What a revision has beside its id, and beside the id, the key and the version of its thing. */
const OWN_PROPERTIES = ['typeName', 'at', 'by', 'operation', 'reason', 'changes', 'state', 'sequence', 'sortSequence'];

/** The properties of a `:Revision`; one that is the thing itself has no `thing`, and `revisionId` where its id is another than is usual. */
export const REVISION_PROPERTIES: readonly string[] = [
  'id',
  'thing',
  'key',
  'version',
  ...OWN_PROPERTIES,
  'revisionId',
];

/** The id of the revision that a thing itself is: its own, as a UUID of version 8. */
const cypherFirstId = (thing: string) => `left(${thing}.id, 14) + '8' + substring(${thing}.id, 15)`;

/** The id of a revision. */
export const cypherRevisionId = (revision: string): string =>
  `CASE WHEN ${revision}.thing IS NULL THEN coalesce(${revision}.revisionId, ${cypherFirstId(revision)}) ELSE ${revision}.id END`;

/** The id of its thing. */
export const cypherRevised = (revision: string): string => `coalesce(${revision}.thing, ${revision}.id)`;

/** A revision as a map of what a node of its own would have. */
export const cypherRevision = (revision: string): string =>
  `${revision} {${['key', 'version', ...OWN_PROPERTIES].map((name) => `.${name}`).join(', ')}, ` +
  `id: ${cypherRevisionId(revision)}, thing: ${cypherRevised(revision)}}`;

/** A clause that makes a thing its own first revision, given the map of one. */
export const cypherTakeIn = (thing: string, revision: string): string =>
  `SET ${thing}:Revision, ${thing} += ${revision} {.*, id: ${thing}.id, thing: null,
  revisionId: CASE WHEN ${revision}.id <> ${cypherFirstId(thing)} THEN ${revision}.id END}`;

/** A clause that makes a node of the first revision that a thing itself is, if it is one. It comes before its first change. */
export const cypherWriteOut = (thing: string): string => `CALL (${thing}) {
  WITH ${thing} WHERE ${thing}:Revision
  WITH ${thing}, ${cypherRevision(thing)} AS first
  REMOVE ${thing}:Revision, ${['revisionId', ...OWN_PROPERTIES].map((name) => `${thing}.${name}`).join(', ')}
  CREATE (r:Revision)-[:REVISES]->(${thing}) SET r = first
}`;

/** The fields that changed, with their values before and after; a missing side had none. */
export type Changes = Readonly<Record<string, { before?: unknown; after?: unknown }>>;

/** What a node was, by the field names of the API. */
export type State = Readonly<Record<string, unknown>>;

/** What changed by a revision, from its properties. That of a first one is not stored: everything in its state is new. */
export function changesOf(changes: string | null | undefined, state: string): Changes {
  return typeof changes === 'string' ? (JSON.parse(changes) as Changes) : firstChanges(JSON.parse(state) as State);
}

/** What changes by a first revision with this state. */
export const firstChanges = (state: State): Changes =>
  Object.fromEntries(Object.entries(state).map(([field, after]) => [field, { after }]));
