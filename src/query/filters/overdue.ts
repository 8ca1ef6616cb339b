import { AWAITING_OUTCOME } from '../../domain/plans.ts';
import { EventStatus } from '../../domain/vocabulary.generated.ts';
import { type Use } from '../statement/selection.ts';
import { type Test } from './condition.ts';

/**
 * The predicate that a meeting is overdue: it still waits for an outcome, its last possible day is before today, and no
 * event of which it is a part was cancelled. A time that is not known is never past.
 */
export function overdue(meeting: string, use: Pick<Use, 'today'>): string {
  return (
    `(${meeting}.status IN ${textOf(AWAITING_OUTCOME)} AND ${meeting}.standing <> 'WITHDRAWN' ` +
    `AND ${meeting}.timeFrom <= ${meeting}.timeUntil AND ${meeting}.timeUntil < ${use.today()} ` +
    `AND NOT EXISTS { (${meeting})-[:PART_OF*1..]->({status: '${EventStatus.CANCELLED}'}) })`
  );
}

/** Only meetings that are overdue, or only those that are not. */
export const isOverdue: Test = (wanted: boolean) => ({
  key: wanted ? 'yes' : 'no',
  values: [],
  where: (node, use) => `${wanted ? '' : 'NOT '}${overdue(node, use)}`,
});

/** Words of ours as a list of Cypher. */
export function textOf(words: readonly string[]): string {
  return `[${words.map((word) => `'${word}'`).join(', ')}]`;
}
