import { type Demand } from '../fields/mapping.ts';
import { failingField, objectOf, typenameField } from '../response/complete.ts';
import { type ReadField, type ReadObject, type Row } from '../response/read.ts';
import { type Names, type Selection } from '../statement/selection.ts';
import { type PlannedField, type PlannedSelection } from './planned.ts';

/**
 * Takes all that is asked of a thing from what is at hand. Where the thing may be of several types that are asked for
 * different fields, its type is taken too.
 */
export function demandObject(planned: PlannedSelection, from: Selection, { calls }: Demand): () => ReadObject<Row> {
  const typesOf = new Map<PlannedField, string[]>();
  for (const [type, fields] of planned) {
    for (const field of fields) typesOf.set(field, [...(typesOf.get(field) ?? []), type]);
  }
  const readings = new Map<PlannedField, () => ReadField<Row>>();
  for (const [field, types] of typesOf) {
    const only = types.length < planned.size ? types.sort() : undefined;
    readings.set(field, demandField(field, from, { calls, only }));
  }
  const objectWith = (fields: readonly PlannedField[]) =>
    objectOf(
      fields,
      fields.map((field) => readings.get(field)!()),
    );

  const [same] = planned.values();
  if ([...planned.values()].every((fields) => sameFields(fields, same!))) return () => objectWith(same!);

  const types = [...planned.keys()].sort();
  const slot = from.column(`:${types.join('|')}`, ({ node }: Names) => typeOf(node, types), {
    ofWhole: ({ labels }) => types.find((type) => labels.includes(type)),
  });
  return () => {
    const byType = new Map<unknown, ReadObject<Row>>();
    for (const [type, fields] of planned) byType.set(type, objectWith(fields));
    return (row, path, run) => {
      const read = byType.get(row[slot.index]);
      if (!read) throw new Error(`Expected a thing that is one of ${types.join(', ')}.`);
      return read(row, path, run);
    };
  };
}

/** Takes what one field needs from what is at hand. */
export function demandField(field: PlannedField, from: Selection, demand: Demand): () => ReadField<Row> {
  const { call, mapping } = field;
  if (call !== null && demand.calls[call]!.error) return () => failingField(field, call);
  const typename = typenameField<Row>(field);
  return typename ? () => typename : mapping!.demand(field, from, demand);
}

/** Labels that a thing has beside the one that names its type. */
const FURTHER_LABELS = "['Thing', 'Entity', 'Actor', 'Event', 'Fact']";

/** A thing has exactly one label that names its type; among few types, asking for each is quicker. */
function typeOf(node: string, types: readonly string[]): string {
  return types.length > 4
    ? `[label IN labels(${node}) WHERE NOT label IN ${FURTHER_LABELS}][0]`
    : `CASE ${types.map((type) => `WHEN ${node}:${type} THEN '${type}'`).join(' ')} END`;
}

function sameFields(some: readonly PlannedField[], others: readonly PlannedField[]): boolean {
  return some.length === others.length && some.every((field, index) => field === others[index]);
}
