import { filter } from '../filters/condition.ts';
import { asFilter, claimFilter } from '../filters/filters.ts';
import { confirming, contradicting, isPlan, outcome, planFilter } from '../filters/plans.ts';
import { connection } from '../fields/connection.ts';
import { type Mapping, type Mappings } from '../fields/mapping.ts';
import { expression } from '../fields/property.ts';
import { many, there } from '../fields/things.ts';
import { type Names, type Use } from '../statement/selection.ts';
import { orders } from './orders.ts';

/** A plan with what became of it: the claim, seen as a plan. */
export const planOutcome: Mappings = {
  plan: there(),
  outcome: expression('outcome', outcome),
  confirming: claims(confirming),
  contradicting: claims(contradicting),
};

/** All plans. They are few among claims, so their index is read, and the page ordered from that. */
export const plans: Mapping = connection({
  label: 'Claim',
  filter: filter({}, asFilter(claimFilter), {
    ...planFilter,
    conditions: (values) => [isPlan, ...planFilter.conditions(values)],
  }),
  orders: orders.plans,
});

function claims(bind: (plan: string, claim: string, use: Use) => string): Mapping {
  return many({
    match: (plan, { node }: Names, use) => bind(plan, node, use),
    distinct: 'always',
    order: ({ node }) => `${node}.sortKey`,
  });
}
