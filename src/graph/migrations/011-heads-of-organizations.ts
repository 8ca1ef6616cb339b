import { type Migration } from './migration.ts';

/** Heads of organizations rank above ministers: the ranks of levels, and the order keys made of them, are derived again. */
export const headsOfOrganizations: Migration = {
  number: 11,
  name: 'heads of organizations above ministers',
  schema: [],
  needsRebuild: true,
};
