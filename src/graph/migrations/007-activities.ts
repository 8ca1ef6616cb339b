import { type Migration } from './migration.ts';

/** Activities of mutations, looked up by idempotency key. */
export const activities: Migration = {
  number: 7,
  name: 'activities',
  schema: [
    'CREATE CONSTRAINT activity_id IF NOT EXISTS FOR (n:Activity) REQUIRE n.id IS UNIQUE',
    'CREATE CONSTRAINT activity_once_key IF NOT EXISTS FOR (n:Activity) REQUIRE n.onceKey IS UNIQUE',
    'CREATE INDEX revision_sequence IF NOT EXISTS FOR (n:Revision) ON (n.sequence)',
  ],
};
