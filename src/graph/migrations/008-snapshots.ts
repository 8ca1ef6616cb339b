import { type Migration } from './migrate.ts';

/** Snapshots are found by their ids, and are in the order in which they were taken. */
export const snapshotConstraints: Migration = {
  number: 8,
  name: 'snapshots',
  schema: ['id', 'sequence'].map(
    (property) =>
      `CREATE CONSTRAINT snapshot_${property} IF NOT EXISTS FOR (n:Snapshot) REQUIRE n.${property} IS UNIQUE`,
  ),
};
