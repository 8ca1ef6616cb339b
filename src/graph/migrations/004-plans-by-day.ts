import { type Migration } from './migration.ts';

/** Sort order of plans by due date (only claims that are plans have it), and the derived plan outcomes. */
export const plansByDay: Migration = {
  number: 4,
  name: 'plans by day',
  schema: ['CREATE INDEX claim_sort_due IF NOT EXISTS FOR (n:Claim) ON (n.sortDue)'],
  needsRebuild: true,
};
