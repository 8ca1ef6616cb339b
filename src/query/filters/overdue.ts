import { AWAITING_OUTCOME } from '../../domain/claims/plan-outcome.ts';
import { EventStatus } from '../../domain/vocabulary.generated.ts';
import { type CypherContext } from '../ir/projection.ts';
import { type ConditionFactory } from '../ir/condition.ts';
import { cypherList } from './predicates.ts';

/**
 * The predicate that a meeting is overdue: it still awaits an outcome, its last possible day is before today, and no event that
 * it is part of was cancelled. A meeting whose time is unknown is never overdue.
 */
export function overduePredicate(meeting: string, cypher: Pick<CypherContext, 'today'>): string {
  return (
    `(${meeting}.status IN ${cypherList(AWAITING_OUTCOME)} AND ${meeting}.standing <> 'WITHDRAWN' ` +
    `AND ${meeting}.timeFrom <= ${meeting}.timeUntil AND ${meeting}.timeUntil < ${cypher.today()} ` +
    `AND NOT EXISTS { (${meeting})-[:PART_OF*1..]->({status: '${EventStatus.CANCELLED}'}) })`
  );
}

/** Meetings that are overdue, or those that are not. */
export const overdueFilter: ConditionFactory = (wanted: boolean) => ({
  key: wanted ? 'yes' : 'no',
  parameters: [],
  where: (node, cypher) => `${wanted ? '' : 'NOT '}${overduePredicate(node, cypher)}`,
});
