import { type FieldPlan, type ProjectionContext, type SelectionPlan } from '../ir/field.ts';
import { invalidArgumentsField, listField, objectReader, typenameField } from '../response/complete-value.ts';
import { type FieldReader, type ObjectReader, type Tuple } from '../ir/reader.ts';
import { type List, Projection } from '../ir/projection.ts';

/**
 * Adds all fields selected of a node to its projection. Where the node may have several types with different selections, its
 * type is read too.
 *
 * @returns Creates the reader, once the layout has assigned the slots.
 */
export function projectObject(
  selection: SelectionPlan,
  projection: Projection,
  { boundArguments }: ProjectionContext,
): () => ObjectReader<Tuple> {
  const typesByField = new Map<FieldPlan, string[]>();
  for (const [type, fields] of selection) {
    for (const field of fields) typesByField.set(field, [...(typesByField.get(field) ?? []), type]);
  }
  const readerFactories = new Map<FieldPlan, () => FieldReader<Tuple>>();
  for (const [field, types] of typesByField) {
    const onlyTypes = types.length < selection.size ? types.sort() : undefined;
    readerFactories.set(field, projectField(field, projection, { boundArguments, onlyTypes }));
  }
  const [firstFields] = selection.values();
  if ([...selection.values()].every((fields) => sameFields(fields, firstFields!))) {
    return () =>
      objectReader(
        firstFields!,
        firstFields!.map((field) => readerFactories.get(field)!()),
      );
  }

  const typeNames = [...selection.keys()].sort();
  const slot = projection.column(`:${typeNames.join('|')}`, ({ node }) => typeExpression(node, typeNames), {
    fromFullNode: ({ labels }) => typeNames.find((type) => labels.includes(type)),
  });
  return () => {
    // One reader for all types that share a field: one for each type would be types to the power of levels.
    const readers = new Map([...readerFactories].map(([field, createReader]) => [field, createReader()]));
    const byType = new Map<unknown, ObjectReader<Tuple>>();
    for (const [type, fields] of selection) {
      byType.set(
        type,
        objectReader(
          fields,
          fields.map((field) => readers.get(field)!),
        ),
      );
    }
    return (row, path, context) => {
      const read = byType.get(row[slot.index]);
      if (!read) throw new Error(`Expected a node that is one of ${typeNames.join(', ')}.`);
      return read(row, path, context);
    };
  };
}

/** Adds one field to the projection of its parent. */
export function projectField(
  field: FieldPlan,
  projection: Projection,
  context: ProjectionContext,
): () => FieldReader<Tuple> {
  const { argumentsIndex, mapping } = field;
  if (argumentsIndex !== null && context.boundArguments[argumentsIndex]!.error)
    return () => invalidArgumentsField(field, argumentsIndex);
  const typenameReader = typenameField<Tuple>(field);
  return typenameReader ? () => typenameReader : mapping!.project(field, projection, context);
}

/** The labels of a node beside the one that is its type. */
const ADDITIONAL_LABELS = "['Thing', 'Entity', 'Actor', 'Event', 'Fact', 'Revision']";

/** Exactly one label of a node is its type. Testing labels one by one is faster for up to four types. */
function typeExpression(node: string, types: readonly string[]): string {
  return types.length > 4
    ? `[label IN labels(${node}) WHERE NOT label IN ${ADDITIONAL_LABELS}][0]`
    : `CASE ${types.map((type) => `WHEN ${node}:${type} THEN '${type}'`).join(' ')} END`;
}

function sameFields(left: readonly FieldPlan[], right: readonly FieldPlan[]): boolean {
  return left.length === right.length && left.every((field, index) => field === right[index]);
}

/**
 * Adds a list of nodes to the projection of their parent, and what is selected of each.
 *
 * @param options `reversed` where the list is read from its end.
 */
export function projectItems(
  field: FieldPlan,
  projection: Projection,
  list: Omit<List, 'items'>,
  context: ProjectionContext,
  { reversed = false }: { reversed?: boolean } = {},
): () => FieldReader<Tuple> {
  const items: NonNullable<List['items']> = { projection: new Projection(), slot: { index: -1 } };
  projection.list({ ...list, items });
  const createReader = projectObject(field.selection!, items.projection, context);
  return () => {
    const { index } = items.slot;
    const itemsOf = (row: Tuple) => row[index] as Tuple[];
    return listField(field, reversed ? (row: Tuple) => itemsOf(row).toReversed() : itemsOf, createReader());
  };
}
