import { type Migration } from './migration.ts';

/**
 * Drops the indexes that no page of a list, no look-up and no total of few among many starts from: each is an entry more with every write
 * of millions of participations and claims.
 */
export const indexesThatAreRead: Migration = {
  number: 23,
  name: 'indexes that are read',
  schema: [
    ...['time_from', 'time_until'].map((property) => `participation_${property}`),
    ...['data_set', 'time_from', 'time_until', 'published_from', 'published_until'].map(
      (property) => `claim_${property}`,
    ),
    ...['event_time_from', 'event_time_until', 'meeting_ordinal', 'meeting_updated_at', 'tenure_possible_from'],
    ...['document_url', 'document_sha256'],
  ].map((name) => `DROP INDEX ${name} IF EXISTS`),
};
