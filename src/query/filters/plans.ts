import { PlanResult } from '../../domain/vocabulary.generated.ts';
import { type CypherContext } from '../ir/projection.ts';
import { type Filter, filter } from '../ir/condition.ts';
import { constantCondition, inWindow } from './predicates.ts';

/** Only plans have a place in the order of plans. */
export const onlyPlans = constantCondition('plan', (node) => `${node}.sortDue IS NOT NULL`);

/** What became of a plan: what is stored, else what the day makes of it (docs/graph.md, "Claims and sources"). */
export function planOutcomeExpression(plan: string, cypher: Pick<CypherContext, 'today'>): string {
  return (
    `CASE WHEN ${plan}.planOutcome IS NOT NULL THEN ${plan}.planOutcome ` +
    `WHEN ${plan}.dueUntil < ${cypher.today()} THEN '${PlanResult.OVERDUE}' ELSE '${PlanResult.OPEN}' END`
  );
}

/** Plans that became one of these, and those that are due in a window of days. */
export const planFilter: Filter = filter({
  due: inWindow('due'),
  outcomes: (results: readonly PlanResult[]) => ({
    key: 'outcome',
    parameters: [results],
    where: (node, cypher) => `${planOutcomeExpression(node, cypher)} IN ${cypher.param(0)}`,
  }),
});
