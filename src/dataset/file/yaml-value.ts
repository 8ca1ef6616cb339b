import { type Alias, type Document, type Node, type Scalar, isAlias, isMap, isScalar, isSeq } from 'yaml';

/** More values than any data set has; a guard against aliases that expand exponentially ("billion laughs"). */
const MAX_VALUES = 1_000_000;
/** Far deeper than any data set. */
export const MAX_NESTING = 50;
export const TOO_DEEP = `this is nested more than ${MAX_NESTING} levels deep`;

/** A value that is valid YAML, but not allowed in a data set. */
interface ValueError {
  offset: number;
  message: string;
}

/**
 * The plain value of a document. Aliases are expanded, but not recursively and only up to a limit, because a file of a few
 * lines could otherwise fill the memory. Stops at the first error.
 */
export function toPlainValue(document: Document): { value: unknown; errors: ValueError[] } {
  const errors: ValueError[] = [];
  const open = new Set<Node>();
  const resolved = new Map<Alias, Node | undefined>();
  let values = 0;

  const fail = (node: Node, message: string): undefined => {
    if (errors.length === 0) errors.push({ offset: node.range?.[0] ?? 0, message });
    return undefined;
  };

  const convert = (node: unknown, depth: number): unknown => {
    if (errors.length > 0) return undefined;
    if (isAlias(node)) {
      const anchored = resolved.get(node) ?? node.resolve(document);
      resolved.set(node, anchored);
      if (anchored === undefined) return fail(node, `unknown YAML anchor &${node.source}`);
      if (open.has(anchored)) return fail(node, `*${node.source} is inside its own anchor &${node.source}`);
      return convert(anchored, depth);
    }
    if (isScalar(node)) return ((values += 1), node.value);
    if (!isMap(node) && !isSeq(node)) return null;
    values += 1;
    if (values > MAX_VALUES)
      return fail(node, 'aliases expand this file to more than a million values; write them out');
    if (depth > MAX_NESTING) return fail(node, TOO_DEEP);
    open.add(node);
    const value = isSeq(node)
      ? node.items.map((item) => convert(item, depth + 1))
      : Object.fromEntries(node.items.map(({ key, value }) => [fieldName(key, fail), convert(value, depth + 1)]));
    open.delete(node);
    return value;
  };

  const value = convert(document.contents, 0);
  return { value, errors };
}

/** The name of a field as in the source text: `1:` is a field named 1. */
export function sourceName(key: unknown): string | null {
  if (!isScalar(key)) return null;
  return (key as Scalar & { source?: string }).source ?? String(key.value);
}

function fieldName(key: unknown, fail: (node: Node, message: string) => undefined): string {
  const name = sourceName(key);
  if (name === null) fail(key as Node, 'a field name has to be plain text, not a list or a map');
  return name ?? '';
}
