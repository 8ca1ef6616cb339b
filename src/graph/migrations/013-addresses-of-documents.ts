import { type Migration } from './migration.ts';

/** One page under several addresses is one document: looks up documents, and those merged into others, by a common form. It is derived. */
export const addressesOfDocuments: Migration = {
  number: 13,
  name: 'addresses of documents',
  schema: [
    'CREATE INDEX document_address IF NOT EXISTS FOR (n:Document) ON (n.address)',
    'CREATE INDEX tombstone_address IF NOT EXISTS FOR (n:Tombstone) ON (n.address)',
    'CREATE INDEX tombstone_url IF NOT EXISTS FOR (n:Tombstone) ON (n.url)',
  ],
  needsRebuild: true,
};
