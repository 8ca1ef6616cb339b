import { type Migration } from './migration.ts';

/**
 * Countries and organizations take part by people whom nobody names: who acts for them takes their place only where that one may be
 * the same person at the same level, which is derived again.
 */
export const unnamedPeople: Migration = {
  number: 16,
  name: 'unnamed people',
  schema: [],
  needsRebuild: true,
};
