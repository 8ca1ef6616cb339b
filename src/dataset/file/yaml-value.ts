import { type Alias, type Document, type Node, type Scalar, isAlias, isMap, isScalar, isSeq } from 'yaml';

/** More values than any data set holds; aliases that multiply reach it at once. */
const MAX_VALUES = 1_000_000;
const MAX_DEPTH = 50;

/** Something that is YAML but no value that a data set can have. */
interface ValueError {
  offset: number;
  message: string;
}

/**
 * The plain value of a document. Aliases are copied in, but neither into themselves nor without bounds: a file of a few
 * lines could else fill the memory. The first fault ends it: then there is no value.
 */
export function toPlainValue(document: Document): { value: unknown; faults: ValueError[] } {
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
      if (anchored === undefined)
        return fail(node, `nothing above is called &${node.source}, which *${node.source} repeats`);
      if (open.has(anchored)) return fail(node, `*${node.source} stands inside what it repeats`);
      return convert(anchored, depth);
    }
    if (isScalar(node)) return ((values += 1), node.value);
    if (!isMap(node) && !isSeq(node)) return null;
    values += 1;
    if (values > MAX_VALUES) return fail(node, 'aliases multiply this file to a million values; write them out');
    if (depth > MAX_DEPTH) return fail(node, `this is nested more than ${MAX_DEPTH} levels deep`);
    open.add(node);
    const value = isSeq(node)
      ? node.items.map((item) => convert(item, depth + 1))
      : Object.fromEntries(node.items.map(({ key, value }) => [fieldName(key, fail), convert(value, depth + 1)]));
    open.delete(node);
    return value;
  };

  const value = convert(document.contents, 0);
  return { value, faults: errors };
}

/** The name of a field as it is written: `1:` is a field named 1. */
export function sourceName(key: unknown): string | null {
  if (!isScalar(key)) return null;
  return (key as Scalar & { source?: string }).source ?? String(key.value);
}

function fieldName(key: unknown, fail: (node: Node, message: string) => undefined): string {
  const name = sourceName(key);
  if (name === null) fail(key as Node, 'the name of a field is plain text; this is a list or a set of fields');
  return name ?? '';
}
