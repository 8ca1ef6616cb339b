import {
  type DocumentNode,
  type GraphQLField,
  GraphQLList,
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
import { type ItemColumns, columnsOf } from './columns.ts';
import { type QuestionPart } from './question.ts';

/** A list of the API that can be taken away: a root field. */
export interface ExportedList extends ItemColumns {
  name: string;
  /** What it is called: `Office holders`. */
  title: string;
  /** What its address may say. */
  parameters: readonly QuestionPart[];
  /** Asks for a page, with the version of the graph: its variables are the parameters and `after`. */
  document: DocumentNode;
  /** The items of an answer, and the cursor after them; null where they are the last. */
  readPage: (data: Readonly<Record<string, unknown>>) => { items: Item[]; after: string | null };
}

type Item = Readonly<Record<string, unknown>>;

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
  const item = isObjectType(connection) ? getNamedType(connection.getFields().nodes!.type) : getNamedType(field.type);
  const { selection, columns } = columnsOf(item);
  const own = field.args.filter((arg) => !PAGING.includes(arg.name));
  const hasPages = field.args.some((arg) => arg.name === 'after');
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
    ...(hasPages ? [`first: ${MAX_PAGE_SIZE}`, 'after: $after'] : []),
  ];
  const inner = connection ? `{ nodes ${selection} pageInfo { hasNextPage endCursor } }` : selection;
  const inParentheses = (parts: readonly string[]) => (parts.length > 0 ? `(${parts.join(', ')})` : '');
  return {
    name,
    title: name[0]!.toUpperCase() + name.slice(1).replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`),
    selection,
    columns,
    parameters: [...own, ...lang],
    document: parse(`query Export${inParentheses(variables)} { graphVersion ${name}${inParentheses(args)} ${inner} }`),
    readPage: (data) => {
      if (!connection) {
        const items = data[name] as Item[];
        const isFull = hasPages && items.length === MAX_PAGE_SIZE;
        return { items, after: isFull ? (items.at(-1)!.cursor as string) : null };
      }
      const { nodes, pageInfo } = data[name] as {
        nodes: Item[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
      return { items: nodes, after: pageInfo.hasNextPage ? pageInfo.endCursor : null };
    },
  };
}

/** The languages of names, for lists that do not have the argument themselves. */
const LANG: readonly QuestionPart[] = [{ name: 'lang', type: new GraphQLList(new GraphQLNonNull(GraphQLString)) }];
