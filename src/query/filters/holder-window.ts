import { TimeMatch } from '../../domain/vocabulary.generated.ts';
import { type Condition, type FilterGroup } from '../ir/condition.ts';

/**
 * The tenure or membership was possibly, or certainly, held on that day (docs/graph.md, "Times"): the rule of `heldOn` in
 * src/domain/time/holding-windows.ts as a Cypher predicate.
 */
export function heldOnDay(day: string, match: TimeMatch = TimeMatch.POSSIBLY): Condition {
  const certainly = match === TimeMatch.CERTAINLY;
  return {
    key: certainly ? 'held certainly' : 'held possibly',
    parameters: [day],
    where: (node, cypher) => {
      const dayParameter = cypher.param(0);
      const contains = (from: string, until: string) =>
        `${node}.${from} <= ${dayParameter} AND ${node}.${until} >= ${dayParameter}`;
      return certainly ? contains('certainFrom', 'certainUntil') : contains('possibleFrom', 'possibleUntil');
    },
  };
}

/** The arguments `on` and `match` of lists of tenures or memberships. */
export const heldOnFilter: FilterGroup = {
  names: ['on', 'match'],
  conditions: ({ on, match }) =>
    typeof on === 'string' ? [heldOnDay(on, (match ?? undefined) as TimeMatch | undefined)] : [],
};
