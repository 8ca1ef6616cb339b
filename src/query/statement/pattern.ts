/** The end of a path: a label in parentheses, if any. */
const END_LABEL = /(?:\((:[\w|]+)\))?$/;

/**
 * The Cypher pattern of a hop: `-[:OF_BODY]->` from `m` to `b` is `(m)-[:OF_BODY]->(b)`, and `-[:POST_OF]->(:Country)` to
 * `c` ends in `(c:Country)`. With `rel`, the last relationship gets that variable.
 */
export function pattern(from: string, path: string, to: string, rel = ''): string {
  const relStart = path.lastIndexOf('[:');
  const withVariable = rel ? `${path.slice(0, relStart)}[${rel}${path.slice(relStart + 1)}` : path;
  return `(${from})${withVariable.replace(END_LABEL, (_, label: string | undefined) => `(${to}${label ?? ''})`)}`;
}

/** Whether a path starts from a property of the relationship that led to the node. */
export const startsFromRelationship = (path: string | null): path is `.${string}` => path?.startsWith('.') ?? false;
