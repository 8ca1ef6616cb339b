import { saysNothing } from '../../domain/time/edtf.ts';
import { type TimeInput } from '../input/record-input.ts';
import { type FieldSpec } from '../input/type-specs.ts';
import { type NodeRef, requestedKey } from '../resolve/node-ref.ts';
import { type NodeRegistry } from '../resolve/node-registry.ts';
import { type InputRow, type RowFields } from '../resolve/input-rows.ts';
import { allFields } from '../resolve/references.ts';

/** The value of one field of a row, with references replaced by nodes. */
export type RowValue =
  string | number | boolean | NodeRef | readonly RowValue[] | { readonly [field: string]: unknown };
export type RowValues = Record<string, RowValue>;

/** The given fields of a row. Unresolved references are left out, since they are reported elsewhere. */
export function readRowValues(
  row: RowFields,
  fields: Readonly<Record<string, FieldSpec>>,
  registry: NodeRegistry,
): RowValues {
  const values: RowValues = {};
  for (const [name, { targets, many, time }] of Object.entries(fields)) {
    const given = row[name];
    if (given === undefined || given === null) continue;
    // `XXXX` says as much as a time left out.
    if (time && saysNothing(given as TimeInput)) continue;
    if (!targets) {
      values[name] = given as RowValue;
    } else if (many) {
      const nodes = (given as string[]).flatMap((ref) => registry.findOf(ref, targets) ?? []);
      values[name] = [...new Map(nodes.map((node) => [node.id, node])).values()];
    } else {
      const node = registry.findOf(given, targets);
      if (node) values[name] = node;
    }
  }
  return values;
}

/** True if the row gives a reference of which it is nothing without, and it is refused: what the row says cannot be told then. */
export function hasRefusedReference(
  { fields, typeSpec }: Pick<InputRow, 'fields' | 'typeSpec'>,
  registry: NodeRegistry,
): boolean {
  const needed = [...Object.keys(typeSpec.identity), ...typeSpec.required];
  return allFields(typeSpec).some(
    ([name, { targets }]) =>
      targets !== undefined &&
      needed.includes(name) &&
      [fields[name] ?? []].flat().some((ref) => registry.findOf(ref, targets) === undefined),
  );
}

export function isNodeRef(value: unknown): value is NodeRef {
  return typeof value === 'object' && value !== null && 'isNew' in value;
}

/** The value as stored: nodes by id, which stays the same when nodes are merged. */
export const toIds = (value: unknown): unknown => mapNodes(value, ({ id }) => id);

/** The value as in an input: nodes by key. */
export const toKeys = (value: unknown): unknown => mapNodes(value, ({ key }) => key);

/** JSON for comparing values: fields sorted, nodes by the key that the input used. */
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
