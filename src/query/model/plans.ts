import { filter } from '../filters/condition.ts';
import { asFilter, claimFilter } from '../filters/filters.ts';
import { isPlan, outcome, planFilter } from '../filters/plans.ts';
import { connection } from '../fields/connection.ts';
import { type Mapping, type Mappings } from '../fields/mapping.ts';
import { expression } from '../fields/property.ts';
import { many, there } from '../fields/things.ts';
import { orders } from './orders.ts';

const tellers = (path: string) => many({ path, order: ({ node }) => `${node}.sortKey` });

/** A plan with what became of it: the claim, seen as a plan. */
export const planOutcome: Mappings = {
  plan: there(),
  outcome: expression('outcome', outcome),
  confirming: tellers('-[:CONFIRMED_BY]->'),
  contradicting: tellers('-[:CONTRADICTED_BY]->'),
};

/** All plans, in the order in which they are due. */
export const plans: Mapping = connection({
  label: 'Claim',
  filter: filter({}, asFilter(claimFilter), {
    ...planFilter,
    conditions: (values) => [isPlan, ...planFilter.conditions(values)],
  }),
  orders: orders.plans,
});
