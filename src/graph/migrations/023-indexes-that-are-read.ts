import { type Migration } from './migration.ts';

/**
 * Drops the indexes that no page of a list and no look-up starts from: each is an entry more with every write of millions of participations
 * and claims. Totals of lists with such a filter read the whole list, as those without a filter do.
 */
export const indexesThatAreRead: Migration = {
  number: 23,
  name: 'indexes that are read',
  schema: [
    ...['role', 'status', 'level', 'time_from', 'time_until'].map((property) => `participation_${property}`),
    ...['type', 'status', 'attribution_kind', 'data_set'].map((property) => `claim_${property}`),
    ...['time_from', 'time_until', 'published_from', 'published_until'].map((property) => `claim_${property}`),
    ...['event_time_from', 'event_time_until', 'meeting_ordinal', 'meeting_updated_at', 'tenure_possible_from'],
    ...['document_url', 'document_sha256'],
  ].map((name) => `DROP INDEX ${name} IF EXISTS`),
};
