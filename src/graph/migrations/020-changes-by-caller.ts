import { type Migration } from './migration.ts';

/** The changes of one caller, in their order. */
export const changesByCaller: Migration = {
  number: 20,
  name: 'changes by caller',
  schema: ['CREATE INDEX revision_by IF NOT EXISTS FOR (n:Revision) ON (n.by, n.sortSequence)'],
};
