import {
  type DocumentNode,
  type GraphQLField,
  GraphQLList,
  type GraphQLNamedType,
  GraphQLNonNull,
  type GraphQLSchema,
  GraphQLString,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  parse,
} from 'graphql';
import { MAX_PAGE_SIZE } from '../../query/fields/page.ts';
import { type ExportColumn, columnsOf } from './columns.ts';
import { type QuestionPart } from './question.ts';

/** A list of the API that can be taken away: a root field. */
export interface ExportedList {
  name: string;
  /** What it is called: `Office holders`. */
  title: string;
  /** What its items are. */
  type: GraphQLNamedType;
  columns: readonly ExportColumn[];
  /** Asks for what the columns have. */
  table: ListQuestion;
  /** Asks for this of each item, a selection set in braces, with so many items on a page. */
  ask: (selection: string, pageSize?: number) => ListQuestion;
}

/** A question to a list. */
export interface ListQuestion {
  /** What its address may say. */
  parameters: readonly QuestionPart[];
  /** What is asked beside that. */
  values?: Readonly<Record<string, unknown>>;
  /** Asks for a page, with the version of the graph: its variables are the parameters and `after`. */
  document: DocumentNode;
  /** The items of an answer, and the cursor after them; null where they are the last. */
  readPage: (data: Readonly<Record<string, unknown>>) => { items: ListItem[]; after: string | null };
}

export type ListItem = Readonly<Record<string, unknown>>;

const PAGING = ['first', 'after', 'last', 'before'];

/** The lists among the root fields, by name: connections, lists with a cursor in each item, and lists that come whole. */
export function exportedLists(schema: GraphQLSchema): ReadonlyMap<string, ExportedList> {
  const fields = Object.values(schema.getQueryType()!.getFields());
  return new Map(
    fields.filter(isListOfObjects).map((field) => {
      const list = toList(field);
      return [list.name, list];
    }),
  );
}

const isConnection = ({ type }: GraphQLField<unknown, unknown>) => getNamedType(type).name.endsWith('Connection');

const isListOfObjects = (field: GraphQLField<unknown, unknown>) =>
  isConnection(field) || (isListType(getNullableType(field.type)) && 'getFields' in getNamedType(field.type));

function toList(field: GraphQLField<unknown, unknown>): ExportedList {
  const { name } = field;
  const connection = isConnection(field) ? getNamedType(field.type) : undefined;
  const type = isObjectType(connection) ? getNamedType(connection.getFields().nodes!.type) : getNamedType(field.type);
  const { selection, columns } = columnsOf(type);
  const ask: ExportedList['ask'] = (selected, pageSize = MAX_PAGE_SIZE) =>
    toQuestion(field, connection !== undefined, selected, pageSize);
  return {
    name,
    title: name[0]!.toUpperCase() + name.slice(1).replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`),
    ...{ type, columns, ask },
    table: ask(selection),
  };
}

function toQuestion(
  { name, args: known }: GraphQLField<unknown, unknown>,
  isInPages: boolean,
  selection: string,
  pageSize: number,
): ListQuestion {
  const own = known.filter((arg) => !PAGING.includes(arg.name));
  const hasPages = known.some((arg) => arg.name === 'after');
  const lang = selection.includes('$lang') && !own.some((arg) => arg.name === 'lang') ? LANG : [];

  const variables = [
    ...own.map(
      (arg) => `$${arg.name}: ${String(arg.defaultValue === undefined ? arg.type : getNullableType(arg.type))}`,
    ),
    ...lang.map(() => '$lang: [String!]'),
    ...(hasPages ? ['$after: String'] : []),
  ];
  const args = [
    ...own.map((arg) => `${arg.name}: $${arg.name}`),
    ...(hasPages ? [`first: ${pageSize}`, 'after: $after'] : []),
  ];
  const inner = isInPages ? `{ nodes ${selection} pageInfo { hasNextPage endCursor } }` : selection;
  const inParentheses = (parts: readonly string[]) => (parts.length > 0 ? `(${parts.join(', ')})` : '');
  return {
    parameters: [...own, ...lang],
    document: parse(`query Export${inParentheses(variables)} { graphVersion ${name}${inParentheses(args)} ${inner} }`),
    readPage: (data) => {
      if (!isInPages) {
        const items = data[name] as ListItem[];
        const isFull = hasPages && items.length === pageSize;
        return { items, after: isFull ? (items.at(-1)!.cursor as string) : null };
      }
      const { nodes, pageInfo } = data[name] as {
        nodes: ListItem[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
      return { items: nodes, after: pageInfo.hasNextPage ? pageInfo.endCursor : null };
    },
  };
}

/** The languages of names, for lists that do not have the argument themselves. */
const LANG: readonly QuestionPart[] = [{ name: 'lang', type: new GraphQLList(new GraphQLNonNull(GraphQLString)) }];
