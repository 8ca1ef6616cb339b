import { type Migration } from './migration.ts';

/** The node types at the time of this step; later types have no older revisions. */
const TYPES = `['Country', 'Official', 'Organization', 'Post', 'Place', 'Topic', 'Meeting', 'Development', 'Participation',
  'Tenure', 'Membership', 'Statement', 'Document', 'AnonymousSource', 'Claim']`;

/**
 * A total order of all changes, and on each revision the id, key and type of its node, so that it can be shown after the node
 * is gone. Deleted and merged nodes are found by key too.
 */
export const changesInOrder: Migration = {
  number: 6,
  name: 'changes in order',
  schema: [
    'CREATE CONSTRAINT revision_sort_sequence IF NOT EXISTS FOR (n:Revision) REQUIRE n.sortSequence IS UNIQUE',
    'CREATE INDEX revision_at IF NOT EXISTS FOR (n:Revision) ON (n.at)',
    'CREATE INDEX tombstone_key IF NOT EXISTS FOR (n:Tombstone) ON (n.key)',
  ],
  backfill: `MATCH (r:Revision)-[:REVISES]->(t) WHERE r.sortSequence IS NULL
WITH r, t ORDER BY t.sortKey, r.version
WITH r.sequence AS sequence, collect([r, t]) AS pairs
UNWIND range(0, size(pairs) - 1) AS place
WITH sequence, place, pairs[place][0] AS r, pairs[place][1] AS t
SET r.thing = t.id, r.key = t.key, r.typeName = [label IN labels(t) WHERE label IN ${TYPES}][0],
  r.sortSequence = right('00000000000' + toString(sequence), 12) + '|' + right('000000' + toString(place), 7)`,
  needsRebuild: true,
};
