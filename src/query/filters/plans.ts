import { PlanResult } from '../../domain/vocabulary.generated.ts';
import { type CypherContext } from '../ir/projection.ts';
import { type Filter, filter } from '../ir/condition.ts';
import { connectedTo, constantCondition, inWindow } from './predicates.ts';

/** Claims that are plans: only those have `sortDue`. */
export const onlyPlans = constantCondition('plan', (node) => `${node}.sortDue IS NOT NULL`);

/** The outcome of a plan: stored, or else derived from today (docs/graph.md, "Claims and sources"). */
export function planOutcomeExpression(plan: string, cypher: Pick<CypherContext, 'today'>): string {
  return (
    `CASE WHEN ${plan}.planOutcome IS NOT NULL THEN ${plan}.planOutcome ` +
    `WHEN ${plan}.dueUntil < ${cypher.today()} THEN '${PlanResult.OVERDUE}' ELSE '${PlanResult.OPEN}' END`
  );
}

/** Plans with one of these outcomes, and plans that are due in a time window, or of a body. */
export const planFilter: Filter = filter({
  due: inWindow('due'),
  outcomes: (results: readonly PlanResult[]) => ({
    key: 'outcome',
    parameters: [results],
    where: (node, cypher) => `${planOutcomeExpression(node, cypher)} IN ${cypher.param(0)}`,
  }),
  body: connectedTo('-[:SUPPORTS]->()-[:IN_EVENT*0..1]->(:Meeting)-[:OF_BODY]->'),
});
