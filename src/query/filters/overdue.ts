import { AWAITING_OUTCOME } from '../../domain/claims/plan-outcome.ts';
import { EventStatus } from '../../domain/vocabulary.generated.ts';
import { type CypherContext } from '../ir/projection.ts';
import { type ConditionFactory } from '../ir/condition.ts';

/**
 * The predicate that a meeting is overdue: it still waits for an outcome, its last possible day is before today, and no
 * event of which it is a part was cancelled. A time that is not known is never past.
 */
export function overduePredicate(meeting: string, cypher: Pick<CypherContext, 'today'>): string {
  return (
    `(${meeting}.status IN ${cypherList(AWAITING_OUTCOME)} AND ${meeting}.standing <> 'WITHDRAWN' ` +
    `AND ${meeting}.timeFrom <= ${meeting}.timeUntil AND ${meeting}.timeUntil < ${cypher.today()} ` +
    `AND NOT EXISTS { (${meeting})-[:PART_OF*1..]->({status: '${EventStatus.CANCELLED}'}) })`
  );
}

/** Only meetings that are overdue, or only those that are not. */
export const overdueFilter: ConditionFactory = (wanted: boolean) => ({
  key: wanted ? 'yes' : 'no',
  parameters: [],
  where: (node, cypher) => `${wanted ? '' : 'NOT '}${overduePredicate(node, cypher)}`,
});

/** Words of ours as a list of Cypher. */
export function cypherList(values: readonly string[]): string {
  return `[${values.map((word) => `'${word}'`).join(', ')}]`;
}
