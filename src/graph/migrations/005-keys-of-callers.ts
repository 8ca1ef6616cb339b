import { type Migration } from './migration.ts';

/** Looks up API keys by id. */
export const keysOfCallers: Migration = {
  number: 5,
  name: 'keys of callers',
  schema: ['CREATE CONSTRAINT api_key_id IF NOT EXISTS FOR (n:ApiKey) REQUIRE n.id IS UNIQUE'],
};
