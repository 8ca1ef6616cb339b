import { type Migration } from './migration.ts';

/** What claims say in values, relations of claims by slot, and the values of conflicts: all of them are derived. */
export const valuesOfClaims: Migration = { number: 9, name: 'values of claims', schema: [], needsRebuild: true };
