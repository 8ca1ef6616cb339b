import { type Migration } from './migrate.ts';

/** What mutations did, found again by the key of their caller. */
export const activities: Migration = {
  number: 7,
  name: 'activities',
  schema: [
    'CREATE CONSTRAINT activity_id IF NOT EXISTS FOR (n:Activity) REQUIRE n.id IS UNIQUE',
    'CREATE CONSTRAINT activity_once_key IF NOT EXISTS FOR (n:Activity) REQUIRE n.onceKey IS UNIQUE',
    'CREATE INDEX revision_sequence IF NOT EXISTS FOR (n:Revision) ON (n.sequence)',
  ],
};
