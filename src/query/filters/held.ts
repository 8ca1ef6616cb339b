import { TimeMatch } from '../../domain/vocabulary.generated.ts';
import { type Condition, type Group } from './condition.ts';

/**
 * A tenure or membership that may have been, or surely was, held that day (docs/graph.md, "Times"): the same rule as
 * `heldOn` in src/domain/tenure.ts, as a predicate.
 */
export function heldOn(day: string, match: TimeMatch = TimeMatch.POSSIBLY): Condition {
  const certainly = match === TimeMatch.CERTAINLY;
  return {
    key: certainly ? 'held certainly' : 'held possibly',
    values: [day],
    where: (node, use) => {
      const on = use.param(0);
      const lies = (from: string, until: string) => `${node}.${from} <= ${on} AND ${node}.${until} >= ${on}`;
      if (certainly) return lies('certainFrom', 'certainUntil');
      const i = use.name();
      const seen = `any(${i} IN range(0, size(coalesce(${node}.observedFrom, [])) - 1) WHERE ${lies(`observedFrom[${i}]`, `observedUntil[${i}]`)})`;
      return `(${lies('possibleFrom', 'possibleUntil')} OR ${seen})`;
    },
  };
}

/** The arguments `on` and `match` of a list of tenures or memberships. */
export const heldOnArguments: Group = {
  names: ['on', 'match'],
  conditions: ({ on, match }) =>
    typeof on === 'string' ? [heldOn(on, (match ?? undefined) as TimeMatch | undefined)] : [],
};
