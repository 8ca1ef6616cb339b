import { type Migration } from './migration.ts';

/** Sort order of the lists of all entities and all conflicts. */
export const ordersOfAllEntitiesAndConflicts: Migration = {
  number: 2,
  name: 'orders of all entities and conflicts',
  schema: ['Entity', 'Conflict'].map(
    (label) => `CREATE INDEX ${label.toLowerCase()}_sort_key IF NOT EXISTS FOR (n:${label}) ON (n.sortKey)`,
  ),
};
