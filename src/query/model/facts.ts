import { certaintyOn } from '../../domain/time/holding-windows.ts';
import { constantCondition } from '../filters/predicates.ts';
import { filter } from '../ir/condition.ts';
import { type FieldMappings } from '../ir/field.ts';
import { mapped, property } from '../fields/property.ts';
import { toMany, toOne } from '../fields/nodes.ts';
import { conflictsField, nodeFields } from './entity.ts';
import { topicsField } from './events.ts';
import { HOLDING_WINDOWS, toHoldingWindows } from '../../storage/holding-windows.ts';
import { storedFieldMappings } from './stored-fields.ts';

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
};

export const participationFields: FieldMappings = {
  ...factFields,
  ...storedFieldMappings('Participation'),
  actedBy: toMany({ path: '-[:ACTED_BY]->', order: ({ node }) => `${node}.sortKey` }),
};

export const tenureFields: FieldMappings = {
  ...factFields,
  ...storedFieldMappings('Tenure'),
  certainty: mapped(HOLDING_WINDOWS, (values, { on }) => certaintyOn(toHoldingWindows(values), on as string), ['on']),
};

export const membershipFields: FieldMappings = { ...factFields, ...storedFieldMappings('Membership') };

export const statementFields: FieldMappings = {
  ...factFields,
  ...storedFieldMappings('Statement'),
  speaker: toOne('-[:MADE_BY {order: 0}]->'),
  topics: topicsField,
};
