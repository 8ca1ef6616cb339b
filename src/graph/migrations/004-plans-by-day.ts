import { type Migration } from './migrate.ts';

/** The order of plans, which only claims that tell of plans have, and with it what became of them. */
export const plansByDay: Migration = {
  number: 4,
  name: 'plans by day',
  schema: ['CREATE INDEX claim_sort_due IF NOT EXISTS FOR (n:Claim) ON (n.sortDue)'],
  needsRebuild: true,
};
