import { certaintyOn, type HoldingWindows } from '../../domain/tenure.ts';
import { always } from '../filters/tests.ts';
import { filter } from '../filters/condition.ts';
import { type Mappings } from '../fields/mapping.ts';
import { decoded, embedded, property } from '../fields/property.ts';
import { many, one } from '../fields/things.ts';
import { conflicts, node } from './entity.ts';
import { times, topics } from './events.ts';
import { HOLDING_WINDOWS } from './windows.ts';

const live = always('live', (node) => `${node}.live`);

/** What sources assert and may dispute. */
const fact: Mappings = {
  ...node,
  version: property(),
  standing: property(),
  claims: many({
    path: '<-[:SUPPORTS]-',
    filter: filter({}, { names: [], conditions: () => [live] }),
    order: ({ node }) => `${node}.sortKey`,
  }),
  conflicts,
  note: property(),
};

export const participation: Mappings = {
  ...fact,
  actor: one('-[:OF_ACTOR]->'),
  meeting: one('-[:IN_EVENT]->'),
  role: property(),
  status: property(),
  capacity: one('-[:AS_POST]->'),
  onBehalfOf: one('-[:ON_BEHALF_OF]->'),
  standsInFor: one('-[:STANDS_IN_FOR]->'),
  mode: property(),
  level: property(),
  inferred: property(),
};

export const tenure: Mappings = {
  ...fact,
  official: one('-[:HELD_BY]->'),
  post: one('-[:OF_POST]->'),
  status: property(),
  acting: property(),
  start: embedded('start'),
  end: embedded('end'),
  observedAt: times('observedAt'),
  certainty: decoded(
    HOLDING_WINDOWS,
    (values, { on }) => {
      const windows = Object.fromEntries(HOLDING_WINDOWS.map((name, index) => [name, values[index] ?? []]));
      return certaintyOn(windows as unknown as HoldingWindows, on as string);
    },
    ['on'],
  ),
};

export const membership: Mappings = {
  ...fact,
  member: one('-[:OF_MEMBER]->'),
  organization: one('-[:IN_ORGANIZATION]->'),
  role: property(),
  start: embedded('start'),
  end: embedded('end'),
};

export const statement: Mappings = {
  ...fact,
  speaker: one('-[:MADE_BY]->'),
  capacity: one('-[:AS_POST]->'),
  act: property(),
  addressee: one('-[:ADDRESSED_TO]->'),
  channel: property(),
  occasion: one('-[:ON_OCCASION]->'),
  topics,
  stance: property(),
  gist: property(),
  time: embedded('time'),
  document: one('-[:IN_DOCUMENT]->'),
};
