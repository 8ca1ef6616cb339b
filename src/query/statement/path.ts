/** The end of a path: a label in brackets, where it has one. */
const END = /(?:\((:[\w|]+)\))?$/;

/**
 * The Cypher pattern of a hop: `-[:OF_BODY]->` from `m` to `b` is `(m)-[:OF_BODY]->(b)`, and `-[:POST_OF]->(:Country)` to
 * `c` ends in `(c:Country)`. With `via`, the last relationship gets that name.
 */
export function hop(from: string, path: string, to: string, via = ''): string {
  const last = path.lastIndexOf('[:');
  const named = via ? `${path.slice(0, last)}[${via}${path.slice(last + 1)}` : path;
  return `(${from})${named.replace(END, (_, label: string | undefined) => `(${to}${label ?? ''})`)}`;
}
