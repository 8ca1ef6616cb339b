import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLInterfaceType,
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
} from 'graphql';
import { type Cell, type ColumnType, type TableColumn } from '../../export/table.ts';

/** A row as GraphQL answers it. */
type Json = Readonly<Record<string, unknown>>;

/** A column of a list, with what it is read from. */
export interface ExportColumn extends TableColumn {
  read: (row: Json) => Cell;
}

/** What is asked of each item of a list, and the columns that are read from it. */
export interface ItemColumns {
  /** The selection set, in braces. */
  selection: string;
  columns: readonly ExportColumn[];
}

type Fields = GraphQLObjectType | GraphQLInterfaceType;

/** What stands for a node in a column of another: what identifies it, and what people call it. */
const REFERENCE = ['key', 'name', 'title', 'text'];

/** Of facts in a list of facts: whose they are. */
const HOLDERS = ['actor', 'official', 'member'];

/** Histories, disputes and what documents say have lists of their own in the API, and citations are texts for people. */
const LEFT_OUT = new Set(['revisions', 'descriptions', 'conflicts', 'citation']);

/**
 * The columns of a type: its values, those of its values that are objects (`time.edtf`), the key and name of each node that it leads to
 * (`body.key`), the keys of those in its lists (`places.key`). Names are paths of the API, descriptions are those of the schema. What takes
 * arguments or comes in pages is left out: it is a question of its own.
 */
export function columnsOf(type: GraphQLNamedType): ItemColumns {
  const parts = [...partsOf(type as Fields)];
  const typename: Part[] = isAbstractType(type)
    ? [
        {
          selection: '__typename',
          columns: [column('type', 'text', 'Of which type it is.', (row) => row.__typename as string)],
        },
      ]
    : [];
  const all = [...typename, ...parts];
  return {
    selection: `{ ${all.map(({ selection }) => selection).join(' ')} }`,
    columns: all.flatMap(({ columns }) => columns),
  };
}

interface Part {
  selection: string;
  columns: ExportColumn[];
}

function* partsOf(type: Fields): Generator<Part> {
  for (const field of Object.values(type.getFields())) {
    if (LEFT_OUT.has(field.name) || field.args.some((arg) => isRequiredArgument(arg))) continue;
    const part = partOf(field);
    if (part) yield part;
  }
}

function partOf(field: GraphQLField<unknown, unknown>): Part | undefined {
  const { name, args } = field;
  const description = oneLine(field.description);
  const named = getNamedType(field.type);
  const isList = isListType(getNullableType(field.type));
  if (isLeafType(named)) {
    // A value in the reader's language is one value; any other argument makes it a question.
    if (args.some((arg) => arg.name !== 'lang')) return undefined;
    const selection = args.length > 0 ? `${name}(lang: $lang)` : name;
    // Its items may contain whatever stands between items.
    if (isList && named.name === 'String') return { selection, columns: [jsonColumn(name, `${description} A list`)] };
    const type = isList ? 'list' : cellType(field.type);
    return { selection, columns: [column(name, type, description, (row) => toCell(type, row[name]))] };
  }
  if (args.length > 0 || named.name.endsWith('Connection') || isUnionType(named)) return undefined;
  const inner = named as Fields;
  const reference = referenceFields(inner);
  if (reference.length > 0) return isList ? nodesPart(field, inner) : nodePart(field, inner, reference);
  if (isList) return objectsPart(field, inner);
  const values = leafFields(inner);
  if (values.length === 0) return undefined;
  const selection = `${name} { ${values.map((value) => value.name).join(' ')} }`;
  return {
    selection,
    columns: values.map((value) => {
      const type = cellType(value.type);
      const read = (row: Json) => toCell(type, (row[name] as Json | null)?.[value.name]);
      return column(`${name}.${value.name}`, type, `${description} ${oneLine(value.description)}`, read);
    }),
  };
}

/** A node that it leads to: its key and name. */
function nodePart({ name, description }: GraphQLField<unknown, unknown>, type: Fields, reference: string[]): Part {
  const fields = reference.map((each) => (takesLang(type, each) ? `${each}(lang: $lang)` : each));
  return {
    selection: `${name} { ${fields.join(' ')} }`,
    columns: reference.map((each) => {
      const what = each === 'key' ? 'The key.' : `The ${each}.`;
      const read = (row: Json) => toCell('text', (row[name] as Json | null)?.[each]);
      return column(`${name}.${each}`, 'text', `${oneLine(description)} ${what}`, read);
    }),
  };
}

/** Objects that are no nodes, with the keys of the nodes that they lead to: all of them as JSON, and the keys of each kind in a list. */
function objectsPart({ name, description }: GraphQLField<unknown, unknown>, type: Fields): Part {
  const fields = Object.values(type.getFields()).filter(({ args }) => args.length === 0);
  const nodes = fields.filter(({ type: inner }) => leadsToNodes(getNamedType(inner)));
  const selections = [
    ...leafFields(type).map((field) => field.name),
    ...nodes.map((field) => `${field.name} { ${keyOf(getNamedType(field.type))} }`),
  ];
  const what = oneLine(description);
  const keys = nodes
    .filter((field) => !isListType(getNullableType(field.type)))
    .map((field) => {
      const read = (row: Json) =>
        (row[name] as Json[]).flatMap((item) => ((item[field.name] as Json | null)?.key as string | undefined) ?? []);
      return column(`${name}.${field.name}.key`, 'list', `${what} ${oneLine(field.description)} The keys.`, read);
    });
  return {
    selection: `${name} { ${selections.join(' ')} }`,
    columns: [jsonColumn(name, `${what} A list of objects`), ...keys],
  };
}

/** Whether a type is one of nodes, or of several of which some are. */
const leadsToNodes = (type: GraphQLNamedType): boolean =>
  isUnionType(type) || referenceFields(type as Fields).length > 0;

const keyOf = (type: GraphQLNamedType): string => (isUnionType(type) ? '__typename ... on Node { key }' : 'key');

/** Nodes that it leads to: their keys; of facts, the keys of those whose they are. */
function nodesPart({ name, description }: GraphQLField<unknown, unknown>, type: Fields): Part {
  const holder = HOLDERS.find((each) => type.getFields()[each]);
  const path = holder === undefined ? ['key'] : [holder, 'key'];
  const selection = path.reduceRight((inner, each) => (inner ? `${each} { ${inner} }` : each), '');
  const read = (row: Json) =>
    (row[name] as Json[]).map((item) => path.reduce<unknown>((value, each) => (value as Json)[each], item) as string);
  const what = `${oneLine(description)} The keys.`;
  return { selection: `${name} { ${selection} }`, columns: [column([name, ...path].join('.'), 'list', what, read)] };
}

const column = (name: string, type: ColumnType, description: string, read: ExportColumn['read']): ExportColumn => ({
  ...{ name, type, description: description.trim(), read },
});

/** A list as JSON. */
const jsonColumn = (name: string, what: string): ExportColumn =>
  column(name, 'json', `${what}.`, (row) => {
    const list = row[name] as unknown[] | null;
    return list === null || list.length === 0 ? null : JSON.stringify(list);
  });

const referenceFields = (type: Fields): string[] =>
  isObjectType(type) || isInterfaceType(type)
    ? REFERENCE.filter((name) => type.getFields()[name] && (name === 'key' || type.getFields().key))
    : [];

const takesLang = (type: Fields, name: string) => type.getFields()[name]!.args.some((arg) => arg.name === 'lang');

const leafFields = (type: Fields) =>
  Object.values(type.getFields()).filter((field) => isLeafType(getNamedType(field.type)) && field.args.length === 0);

function cellType(type: GraphQLOutputType): ColumnType {
  const named = getNamedType(type);
  if (isEnumType(named)) return 'text';
  return CELL_TYPES[named.name] ?? 'text';
}

const CELL_TYPES: Readonly<Record<string, ColumnType>> = { Int: 'integer', Float: 'number', Boolean: 'boolean' };

/** A value of a scalar that is no text, such as JSON, as JSON. */
function toCell(type: ColumnType, value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (type !== 'text') return value as Cell;
  if (typeof value === 'string') return value;
  return value instanceof URL ? value.href : JSON.stringify(value);
}

const oneLine = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();
