import { asListOfOne } from './list-of-one.ts';
import { type Migration } from './migration.ts';

/** A statement may have several speakers, in an order. */
export const jointStatements: Migration = {
  number: 15,
  name: 'joint statements',
  schema: [],
  backfill: asListOfOne('Statement', 'speaker', 'speakers', 'MADE_BY'),
  needsRebuild: true,
};
