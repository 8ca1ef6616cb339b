import { type Condition, filter } from '../ir/condition.ts';
import { filterArgument, participationFilter, statementFilter } from '../filters/filters.ts';
import { overduePredicate } from '../filters/overdue.ts';
import { constantCondition, excludeWithdrawn, notActedFor, notWithdrawn } from '../filters/predicates.ts';
import { connection } from '../fields/connection.ts';
import { type FieldMapping, type FieldMappings } from '../ir/field.ts';
import { expression, property } from '../fields/property.ts';
import { toMany, toOne } from '../fields/nodes.ts';
import { delegationsField } from './delegations.ts';
import { entityFields } from './entity.ts';
import { orders } from './orders.ts';
import { storedFieldMappings } from './stored-fields.ts';

/** The topics of a meeting, statement or development, by name. */
export const topicsField = toMany({ path: '-[:ABOUT_TOPIC]->', order: ({ node }) => `${node}.sortName` });

/** `interface Event`. */
const eventFields: FieldMappings = {
  ...entityFields,
  standing: property(),
  topics: topicsField,
};

export const meetingFields: FieldMappings = {
  ...eventFields,
  ...storedFieldMappings('Meeting'),
  place: toOne('-[:HELD_AT {order: 0}]->(:Place)'),
  overdue: expression('overdue', overduePredicate),
  parts: toMany({
    path: '<-[:PART_OF]-(:Meeting)',
    filter: filter({}, excludeWithdrawn),
    order: ({ node }) => `${node}.sortTime`,
  }),
  participations: connection({
    path: '<-[:IN_EVENT]-',
    filter: filter({}, filterArgument(participationFilter)),
    orders: orders.participations,
  }),
  chairs: participantsInRole('CHAIR'),
  conveners: participantsInRole('CONVENER'),
  hosts: participantsInRole('HOST'),
  delegations: delegationsField,
  statements: connection({
    path: '<-[:ON_OCCASION]-',
    filter: filter({}, filterArgument(statementFilter), excludeWithdrawn),
    orders: orders.statements,
  }),
};

export const developmentFields: FieldMappings = { ...eventFields, ...storedFieldMappings('Development') };

/** The participations in that role that were not withdrawn, without those of whom others took the role. */
function participantsInRole(role: string): FieldMapping {
  const inRole: Condition = constantCondition(role, (node) => `${node}.role = '${role}'`);
  return toMany({
    path: '<-[:IN_EVENT]-',
    filter: filter({}, { names: [], conditions: () => [inRole, notWithdrawn, notActedFor] }),
    order: ({ node }) => `${node}.sortTime`,
  });
}
