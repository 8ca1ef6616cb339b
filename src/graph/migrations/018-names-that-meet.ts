import { type Migration } from './migration.ts';

/** The tokens of names: in other scripts, by initials, joined, by sound, in simplified characters; and codes. They are derived. */
export const namesThatMeet: Migration = {
  number: 18,
  name: 'names that meet',
  schema: [],
  needsRebuild: true,
};
