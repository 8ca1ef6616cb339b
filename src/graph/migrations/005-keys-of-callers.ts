import { type Migration } from './migrate.ts';

/** API keys are found by their ids. */
export const keysOfCallers: Migration = {
  number: 5,
  name: 'keys of callers',
  schema: ['CREATE CONSTRAINT api_key_id IF NOT EXISTS FOR (n:ApiKey) REQUIRE n.id IS UNIQUE'],
};
