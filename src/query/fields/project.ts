import { type ProjectionContext } from '../ir/field.ts';
import { invalidArgumentsField, objectReader, typenameField } from '../response/complete-value.ts';
import { type FieldReader, type ObjectReader, type Tuple } from '../ir/reader.ts';
import { type PatternVariables, type Projection } from '../ir/projection.ts';
import { type FieldPlan, type SelectionPlan } from '../ir/field-plan.ts';

/**
 * Takes all that is asked of a thing from what is at hand. Where the thing may be of several types that are asked for
 * different fields, its type is taken too.
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
  const readerFor = (fields: readonly FieldPlan[]) =>
    objectReader(
      fields,
      fields.map((field) => readerFactories.get(field)!()),
    );

  const [firstFields] = selection.values();
  if ([...selection.values()].every((fields) => sameFields(fields, firstFields!))) return () => readerFor(firstFields!);

  const typeNames = [...selection.keys()].sort();
  const slot = projection.column(
    `:${typeNames.join('|')}`,
    ({ node }: PatternVariables) => typeExpression(node, typeNames),
    {
      ofWhole: ({ labels }) => typeNames.find((type) => labels.includes(type)),
    },
  );
  return () => {
    const byType = new Map<unknown, ObjectReader<Tuple>>();
    for (const [type, fields] of selection) byType.set(type, readerFor(fields));
    return (row, path, context) => {
      const read = byType.get(row[slot.index]);
      if (!read) throw new Error(`Expected a thing that is one of ${typeNames.join(', ')}.`);
      return read(row, path, context);
    };
  };
}

/** Takes what one field needs from what is at hand. */
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

/** Labels that a thing has beside the one that names its type. */
const ADDITIONAL_LABELS = "['Thing', 'Entity', 'Actor', 'Event', 'Fact']";

/** A thing has exactly one label that names its type; among few types, asking for each is quicker. */
function typeExpression(node: string, types: readonly string[]): string {
  return types.length > 4
    ? `[label IN labels(${node}) WHERE NOT label IN ${ADDITIONAL_LABELS}][0]`
    : `CASE ${types.map((type) => `WHEN ${node}:${type} THEN '${type}'`).join(' ')} END`;
}

function sameFields(left: readonly FieldPlan[], right: readonly FieldPlan[]): boolean {
  return left.length === right.length && left.every((field, index) => field === right[index]);
}
