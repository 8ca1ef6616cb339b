import { type FieldSpec } from '../input/type-specs.ts';
import { type NodeRef, requestedKey } from '../resolve/node-ref.ts';
import { type NodeRegistry } from '../resolve/node-registry.ts';
import { type RowFields } from '../resolve/input-rows.ts';

/** What a row says in one field, with things in the place of references. */
export type RowValue =
  string | number | boolean | NodeRef | readonly RowValue[] | { readonly [field: string]: unknown };
export type RowValues = Record<string, RowValue>;

/** The fields of a row that are filled in; what points nowhere is left out, the problem being told elsewhere. */
export function readRowValues(
  row: RowFields,
  fields: Readonly<Record<string, FieldSpec>>,
  registry: NodeRegistry,
): RowValues {
  const values: RowValues = {};
  for (const [name, { targets: to, many }] of Object.entries(fields)) {
    const given = row[name];
    if (given === undefined || given === null) continue;
    if (!to) {
      values[name] = given as RowValue;
    } else if (many) {
      values[name] = (given as string[]).flatMap((ref) => nodeAt(ref, to, registry) ?? []);
    } else {
      const node = nodeAt(given as string, to, registry);
      if (node) values[name] = node;
    }
  }
  return values;
}

function nodeAt(ref: string, to: readonly NodeRef['type'][], registry: NodeRegistry): NodeRef | null {
  const node = registry.find(ref);
  return node && to.includes(node.type) ? node : null;
}

export function isNodeRef(value: unknown): value is NodeRef {
  return typeof value === 'object' && value !== null && 'isNew' in value;
}

/** The value as the graph keeps it: things by their ids, which stay when things are merged. */
export const toIds = (value: unknown): unknown => mapNodes(value, ({ id }) => id);

/** The value as a person could have written it: things by their keys. Rows are compared by it. */
export const toKeys = (value: unknown): unknown => mapNodes(value, ({ key }) => key);

/** JSON in which the order of fields makes no difference. */
export const comparableJson = (value: unknown): string => JSON.stringify(mapNodes(value, requestedKey));

function mapNodes(value: unknown, name: (node: NodeRef) => string): unknown {
  if (isNodeRef(value)) return name(value);
  if (Array.isArray(value)) return value.map((each) => mapNodes(each, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([field, each]) => [field, mapNodes(each, name)]),
  );
}
