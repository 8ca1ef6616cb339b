import { certaintyOn } from '../../domain/time/holding-windows.ts';
import { constantCondition } from '../filters/predicates.ts';
import { filter } from '../ir/condition.ts';
import { type FieldMappings } from '../ir/field.ts';
import { mapped, embeddedObject, property } from '../fields/property.ts';
import { toMany, toOne } from '../fields/nodes.ts';
import { conflictsField, nodeFields } from './entity.ts';
import { timeList, topicsField } from './events.ts';
import { HOLDING_WINDOWS, toHoldingWindows } from '../../storage/holding-windows.ts';

const live = constantCondition('live', (node) => `${node}.live`);

/** `interface Fact`. */
const factFields: FieldMappings = {
  ...nodeFields,
  version: property(),
  standing: property(),
  claims: toMany({
    path: '<-[:SUPPORTS]-',
    filter: filter({}, { names: [], conditions: () => [live] }),
    order: ({ node }) => `${node}.sortKey`,
  }),
  conflicts: conflictsField,
  note: property(),
};

export const participationFields: FieldMappings = {
  ...factFields,
  actor: toOne('-[:OF_ACTOR]->'),
  meeting: toOne('-[:IN_EVENT]->'),
  role: property(),
  status: property(),
  capacity: toOne('-[:AS_POST]->'),
  onBehalfOf: toOne('-[:ON_BEHALF_OF]->'),
  standsInFor: toOne('-[:STANDS_IN_FOR]->'),
  mode: property(),
  level: property(),
  inferred: property(),
};

export const tenureFields: FieldMappings = {
  ...factFields,
  official: toOne('-[:HELD_BY]->'),
  post: toOne('-[:OF_POST]->'),
  status: property(),
  acting: property(),
  start: embeddedObject('start'),
  end: embeddedObject('end'),
  observedAt: timeList('observedAt'),
  certainty: mapped(HOLDING_WINDOWS, (values, { on }) => certaintyOn(toHoldingWindows(values), on as string), ['on']),
};

export const membershipFields: FieldMappings = {
  ...factFields,
  member: toOne('-[:OF_MEMBER]->'),
  organization: toOne('-[:IN_ORGANIZATION]->'),
  role: property(),
  start: embeddedObject('start'),
  end: embeddedObject('end'),
};

export const statementFields: FieldMappings = {
  ...factFields,
  speaker: toOne('-[:MADE_BY]->'),
  capacity: toOne('-[:AS_POST]->'),
  act: property(),
  addressee: toOne('-[:ADDRESSED_TO]->'),
  channel: property(),
  occasion: toOne('-[:ON_OCCASION]->'),
  topics: topicsField,
  stance: property(),
  gist: property(),
  time: embeddedObject('time'),
  document: toOne('-[:IN_DOCUMENT]->'),
};
