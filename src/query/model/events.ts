import { type Condition, filter } from '../filters/condition.ts';
import { asFilter, participationFilter, statementFilter } from '../filters/filters.ts';
import { overdue } from '../filters/overdue.ts';
import { always, onlyVisible, visible } from '../filters/tests.ts';
import { connection } from '../fields/connection.ts';
import { type Mapping, type Mappings } from '../fields/mapping.ts';
import { decoded, embedded, expression, property } from '../fields/property.ts';
import { many, one } from '../fields/things.ts';
import { delegations } from './delegations.ts';
import { entity } from './entity.ts';
import { orders } from './orders.ts';

/** Times that are kept as a list, each as JSON. */
export const times = (name: string) =>
  decoded([name], ([texts]: [string[] | null]) => (texts ?? []).map((text) => JSON.parse(text) as unknown));

/** What is about a meeting, statement or development, by name. */
export const topics = many({ path: '-[:ABOUT_TOPIC]->', order: ({ node }) => `${node}.sortName` });

/** What happens at a time. */
const event: Mappings = {
  ...entity,
  kind: property(),
  status: property(),
  standing: property(),
  time: embedded('time'),
  topics,
};

export const meeting: Mappings = {
  ...event,
  mode: property(),
  overdue: expression('overdue', overdue),
  body: one('-[:OF_BODY]->'),
  ordinal: property(),
  place: one('-[:HELD_AT]->'),
  partOf: one('-[:PART_OF]->(:Meeting)'),
  parts: many({
    path: '<-[:PART_OF]-(:Meeting)',
    filter: filter({}, onlyVisible),
    order: ({ node }) => `${node}.sortTime`,
  }),
  previousTimes: times('previousTimes'),
  participations: connection({
    path: '<-[:IN_EVENT]-',
    filter: filter({}, asFilter(participationFilter)),
    orders: orders.participations,
  }),
  chairs: participants('CHAIR'),
  conveners: participants('CONVENER'),
  hosts: participants('HOST'),
  delegations,
  statements: connection({
    path: '<-[:ON_OCCASION]-',
    filter: filter({}, asFilter(statementFilter), onlyVisible),
    orders: orders.statements,
  }),
};

export const development: Mappings = { ...event, partOf: one('-[:PART_OF]->') };

/** Who takes part in that role, as far as it still stands. */
function participants(role: string): Mapping {
  const inRole: Condition = always(role, (node) => `${node}.role = '${role}'`);
  return many({
    path: '<-[:IN_EVENT]-',
    filter: filter({}, { names: [], conditions: () => [inRole, visible] }),
    order: ({ node }) => `${node}.sortTime`,
  });
}
