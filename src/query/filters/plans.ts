import { PlanResult } from '../../domain/vocabulary.generated.ts';
import { type Use } from '../statement/selection.ts';
import { type Filter, filter } from './condition.ts';
import { always, within } from './tests.ts';

/** Only plans have a place in the order of plans. */
export const isPlan = always('plan', (node) => `${node}.sortDue IS NOT NULL`);

/** What became of a plan: what is stored, else what the day makes of it (docs/graph.md, "Claims and sources"). */
export function outcome(plan: string, use: Pick<Use, 'today'>): string {
  return (
    `CASE WHEN ${plan}.planOutcome IS NOT NULL THEN ${plan}.planOutcome ` +
    `WHEN ${plan}.dueUntil < ${use.today()} THEN '${PlanResult.OVERDUE}' ELSE '${PlanResult.OPEN}' END`
  );
}

/** Plans that became one of these, and those that are due in a window of days. */
export const planFilter: Filter = filter({
  due: within('due'),
  outcomes: (results: readonly PlanResult[]) => ({
    key: 'outcome',
    values: [results],
    where: (node, use) => `${outcome(node, use)} IN ${use.param(0)}`,
  }),
});
