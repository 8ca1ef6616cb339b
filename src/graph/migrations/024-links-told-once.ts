import { type Migration } from './migration.ts';

/** `CONCERNS` leads from a claim only to what its subject, its objects and what it supports do not lead to: a rebuild deletes the others. */
export const linksToldOnce: Migration = { number: 24, name: 'links told once', schema: [], needsRebuild: true };
