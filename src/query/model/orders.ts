import { type Orders } from '../fields/page.ts';

/** The orders of connections. Each is an indexed string property that is unique and never null; the first is the default. */
export const orders = {
  changes: { type: 'Change', by: { PLACE: 'sortSequence' }, cursor: 'Change.PLACE.ASC' },
  claims: { type: 'Claim', by: { KEY: 'sortKey' } },
  conflicts: { type: 'Conflict', by: { KEY: 'sortKey' } },
  countries: { type: 'Country', by: { NAME: 'sortName' } },
  documents: { type: 'Document', by: { NAME: 'sortName' } },
  entities: { type: 'Entity', by: { KEY: 'sortKey' } },
  events: { type: 'Event', by: { TIME: 'sortTime' } },
  meetings: {
    type: 'Meeting',
    by: { TIME: 'sortTime', ORDINAL: 'sortOrdinal', NAME: 'sortName', UPDATED_AT: 'sortUpdated' },
  },
  officials: { type: 'Official', by: { NAME: 'sortName' } },
  organizations: { type: 'Organization', by: { NAME: 'sortName' } },
  participations: { type: 'Participation', by: { TIME: 'sortTime', LEVEL: 'sortLevel', NAME: 'sortName' } },
  possibleDuplicates: { type: 'PossibleDuplicate', by: { SCORE: 'sortScore' } },
  posts: { type: 'Post', by: { NAME: 'sortName' } },
  plans: { type: 'Plan', by: { DUE: 'sortDue' } },
  statements: { type: 'Statement', by: { TIME: 'sortTime' } },
  tenures: { type: 'Tenure', by: { TIME: 'sortTime' } },
} as const satisfies Record<string, Orders & { cursor?: string }>;

/** The same, by default the newest first. */
export const newestMeetingsFirst: Orders = { ...orders.meetings, direction: 'DESC' };
