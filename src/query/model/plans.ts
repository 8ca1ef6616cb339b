import { filter } from '../ir/condition.ts';
import { filterArgument, claimFilter } from '../filters/filters.ts';
import { onlyPlans, planOutcomeExpression, planFilter } from '../filters/plans.ts';
import { connection } from '../fields/connection.ts';
import { type FieldMapping, type FieldMappings } from '../ir/field.ts';
import { expression } from '../fields/property.ts';
import { toMany, targetNode } from '../fields/nodes.ts';
import { orders } from './orders.ts';

const claimList = (path: string) => toMany({ path, order: ({ node }) => `${node}.sortKey` });

/** A plan, which is a claim, with its outcome. */
export const planOutcomeFields: FieldMappings = {
  plan: targetNode(),
  outcome: expression('outcome', planOutcomeExpression),
  confirming: claimList('-[:CONFIRMED_BY]->'),
  contradicting: claimList('-[:CONTRADICTED_BY]->'),
};

/** All plans, by due date. */
export const plansField: FieldMapping = connection({
  label: 'Claim',
  filter: filter({}, filterArgument(claimFilter), {
    ...planFilter,
    conditions: (values) => [onlyPlans, ...planFilter.conditions(values)],
  }),
  orders: orders.plans,
});
