import { type Migration } from './migration.ts';

/** Looks up snapshots by id, and sorts them by graph version. */
export const snapshotConstraints: Migration = {
  number: 8,
  name: 'snapshots',
  schema: ['id', 'sequence'].map(
    (property) =>
      `CREATE CONSTRAINT snapshot_${property} IF NOT EXISTS FOR (n:Snapshot) REQUIRE n.${property} IS UNIQUE`,
  ),
};
