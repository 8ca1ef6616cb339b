import { type Migration } from './migration.ts';

/** Times with gaps, bounds of seasons and unspecified digits, and who held a post on a day: all derived. */
export const timesWithGaps: Migration = {
  number: 9,
  name: 'times with gaps',
  schema: [],
  needsRebuild: true,
};
