import { type Migration } from './migration.ts';

/**
 * The list of entities that may be the same, which a rebuild fills. External ids of known schemes have one form, and the index of names has
 * the type of each entity: both are derived again.
 */
export const possibleDuplicates: Migration = {
  number: 19,
  name: 'possible duplicates',
  schema: [
    'CREATE CONSTRAINT possible_duplicate_key IF NOT EXISTS FOR (n:PossibleDuplicate) REQUIRE n.key IS UNIQUE',
    'CREATE INDEX possible_duplicate_sort_score IF NOT EXISTS FOR (n:PossibleDuplicate) ON (n.sortScore)',
  ],
  needsRebuild: true,
};
