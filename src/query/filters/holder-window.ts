import { TimeMatch } from '../../domain/vocabulary.generated.ts';
import { type Condition, type ConditionFactory, type FilterGroup } from '../ir/condition.ts';
import { type TimeWindow, rejectReversed } from './predicates.ts';

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

/** The tenure was possibly, or certainly, held on some day of a window: the same rule for each of its days. */
export const heldInWindow: ConditionFactory = (window: TimeWindow) => {
  rejectReversed(window);
  const { from, to, match } = window;
  const held = match === TimeMatch.CERTAINLY ? 'certain' : 'possible';
  const bounds = [
    ...(typeof from === 'string' ? [{ comparison: `${held}Until >=`, day: from }] : []),
    ...(typeof to === 'string' ? [{ comparison: `${held}From <=`, day: to }] : []),
  ];
  if (bounds.length === 0) return undefined;
  return {
    key: `held ${bounds.map(({ comparison }) => comparison).join(' ')}`,
    parameters: bounds.map(({ day }) => day),
    where: (node, cypher) =>
      bounds.map(({ comparison }, index) => `${node}.${comparison} ${cypher.param(index)}`).join(' AND '),
  };
};

/** The arguments `on` and `match` of lists of tenures or memberships. */
export const heldOnFilter: FilterGroup = {
  names: ['on', 'match'],
  conditions: ({ on, match }) =>
    typeof on === 'string' ? [heldOnDay(on, (match ?? undefined) as TimeMatch | undefined)] : [],
};
