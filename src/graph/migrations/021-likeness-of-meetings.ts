import { type Migration } from './migration.ts';

/**
 * Meetings that may be one also by place, chair and kinds that are easily mistaken, and all that one document says of two nodes that were
 * merged. Both are derived.
 */
export const likenessOfMeetings: Migration = {
  number: 21,
  name: 'likeness of meetings',
  schema: [],
  needsRebuild: true,
};
