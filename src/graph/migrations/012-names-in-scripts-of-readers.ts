import { type Migration } from './migration.ts';

/** Which name is the label of an entity: one for all languages, and one in Latin script, before any other. It is derived. */
export const namesInScriptsOfReaders: Migration = {
  number: 12,
  name: 'names in scripts of readers',
  schema: [],
  needsRebuild: true,
};
