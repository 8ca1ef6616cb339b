import { type Migration } from './migration.ts';

/** Who acts for whom, meetings held on the word of who attended, and the outcomes of plans that follow. */
export const evidenceWithinMeetings: Migration = {
  number: 9,
  name: 'evidence within meetings',
  schema: [],
  needsRebuild: true,
};
