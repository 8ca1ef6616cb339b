import { type Migration } from './migration.ts';

/**
 * What claims say in values and how they relate slot by slot; who acts for whom, and meetings held on the word of who attended; times with
 * gaps, and who held a post on a day. All of it is derived.
 */
export const evidenceBySlot: Migration = { number: 10, name: 'evidence by slot', schema: [], needsRebuild: true };
