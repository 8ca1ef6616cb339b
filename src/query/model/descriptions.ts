import { type ExternalId, externalIdName } from '../../domain/identity/external-ids.ts';
import { valueText } from '../../domain/claims/value-text.ts';
import { type TimeSpan, parseTime } from '../../domain/time/time.ts';
import { storedFields } from '../../storage/fields.ts';
import { withoutRetracted } from '../../storage/retracted-values.ts';
import { projectValueObject } from '../fields/connection.ts';
import { projectObject } from '../fields/project.ts';
import { type FieldMapping } from '../ir/field.ts';
import { type List, Projection } from '../ir/projection.ts';
import { type Tuple } from '../ir/reader.ts';
import { leafField, listField, objectField } from '../response/complete-value.ts';

/** What one document says in one field, or in one item of it, with the tuple of the document. */
interface Description {
  field: string;
  value: string;
  lang: string | null;
  document: Tuple;
}

/** The letters of an id (`newId`): descriptions refer to other nodes by those with which they were recorded. */
const ID = 36;

/** Documents, each with what one `DESCRIBES` of it says as `rel`: its JSON, and the keys of the nodes to whose ids that may refer. */
const describingDocuments: Omit<List, 'items' | 'only'> = {
  key: 'descriptions',
  argumentsIndex: null,
  match: (described, { node, rel }, cypher) => {
    const [told, id, target, merged] = [cypher.name(), cypher.name(), cypher.name(), cypher.name()];
    const targets =
      `COLLECT { UNWIND split(${told}.values, '"') AS ${id} WITH ${id} WHERE size(${id}) = ${ID} ` +
      `OPTIONAL MATCH (${target}:Thing {id: ${id}}) OPTIONAL MATCH (:Tombstone {id: ${id}})-[:MERGED_INTO]->(${merged}) ` +
      `RETURN [${id}, coalesce(${target}.key, ${merged}.key)] }`;
    return (
      `CALL (${described}) { MATCH (${described})<-[${told}:DESCRIBES]-(${node}:Document) ` +
      `RETURN ${node}, {values: ${told}.values, retracted: ${told}.retracted, order: ${told}.localKey, targets: ${targets}} AS ${rel} } WITH *`
    );
  },
  bindsRelationship: true,
  distinct: false,
  conditions: [],
  order: ({ node, rel }) => `${node}.sortKey, ${rel}.order, ${rel}.values`,
};

/** What documents say of a node apart from claims, each word of a document once. */
export const descriptionsField: FieldMapping = {
  validate: ({ type }) =>
    String(type) === '[Description!]!' ? undefined : 'is mapped as descriptions, but has another type',
  project: (field, projection, { boundArguments, onlyTypes }) => {
    const items: NonNullable<List['items']> = { projection: new Projection(), slot: { index: -1 } };
    projection.list({ ...describingDocuments, only: onlyTypes, items });
    const id = items.projection.property('id');
    const [values, retracted, targets] = ['values', 'retracted', 'targets'].map((name) =>
      items.projection.relationship(name),
    ) as [typeof id, typeof id, typeof id];
    const createReader = projectValueObject<Description>(field.selection!, (subfield) => {
      if (subfield.definition.name === 'document') {
        const createDocumentReader = projectObject(subfield.selection!, items.projection, { boundArguments });
        return () => objectField(subfield, ({ document }: Description) => document, createDocumentReader());
      }
      return () => leafField(subfield, (told) => told[subfield.definition.name as 'field' | 'value' | 'lang']);
    });
    return () =>
      listField(
        field,
        (row: Tuple) => {
          const told = (row[items.slot.index] as Tuple[]).flatMap((document) =>
            descriptionsIn(
              document[values.index] as string,
              (document[retracted.index] ?? []) as string[],
              new Map(document[targets.index] as [id: string, key: string | null][]),
            ).map((each) => ({ ...each, document })),
          );
          const once = new Map(
            told.map((each) => [JSON.stringify([each.document[id.index], each.field, each.lang, each.value]), each]),
          );
          return [...once.values()];
        },
        createReader(),
      );
  },
};

/** The fields that refer to other nodes, of whatever type. */
const referenceFields: ReadonlySet<string> = new Set(
  Object.values(storedFields).flatMap((fields) =>
    Object.entries(fields).flatMap(([name, { as }]) => (as === 'relationship' ? [name] : [])),
  ),
);

/** What is left of a description, item by item. */
function descriptionsIn(
  json: string,
  retracted: readonly string[],
  keys: ReadonlyMap<string, string | null>,
): Omit<Description, 'document'>[] {
  const values = withoutRetracted(JSON.parse(json) as Record<string, unknown>, retracted);
  return Object.entries(values).flatMap(([field, given]) =>
    [given ?? []].flat().map((value: unknown) => ({
      field,
      value: textOf(field, value, keys),
      lang: field === 'names' ? (value as { lang: string }).lang : null,
    })),
  );
}

function textOf(field: string, value: unknown, keys: ReadonlyMap<string, string | null>): string {
  if (field === 'names') return (value as { value: string }).value;
  if (field === 'externalIds') return externalIdName(value as ExternalId);
  if (referenceFields.has(field)) return keys.get(value as string) ?? (value as string);
  return valueText(typeof value === 'object' ? parseTime(value as TimeSpan) : value);
}
