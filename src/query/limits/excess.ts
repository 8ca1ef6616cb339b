import { type ASTNode, GraphQLError } from 'graphql';
import { type InputLimit, formatCount } from './input-limits.ts';

/** A list or text that is longer than its position takes. */
export interface Excess {
  limit: InputLimit;
  measure: 'items' | 'characters';
  size: number;
}

const REMEDIES = {
  items: (most: number) => `Send at most ${formatCount(most)} at once, the others in further operations.`,
  characters: () => 'Shorten it.',
};

/**
 * The error for an excess.
 *
 * @param place Where in the operation it is.
 */
export function excessError(place: string, { limit, measure, size }: Excess, node: ASTNode): GraphQLError {
  const most = limit[measure]!;
  const message =
    `${place} has ${formatCount(size)} ${measure}; the limit is ${formatCount(most)}. ` + REMEDIES[measure](most);
  const extensions = { code: 'BAD_USER_INPUT', argument: limit.coordinate, size, limit: most };
  return new GraphQLError(message, { nodes: node, extensions });
}

/** The excess of a list or text of this size. */
export function* excessOf(limit: InputLimit, measure: Excess['measure'], size: number): Generator<Excess> {
  if (size > (limit[measure] ?? Infinity)) yield { limit, measure, size };
}
