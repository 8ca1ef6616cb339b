import { type Migration } from './migrate.ts';

/** The concrete labels of things; a later type of thing has no revisions from before this step. */
const TYPES = `['Country', 'Official', 'Organization', 'Post', 'Place', 'Topic', 'Meeting', 'Development', 'Participation',
  'Tenure', 'Membership', 'Statement', 'Document', 'AnonymousSource', 'Claim']`;

/**
 * One order of all changes, and on each what it is a change of, so that it can be told when the thing is gone. What is
 * deleted or merged is found by its key too.
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
