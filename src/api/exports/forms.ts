import { type GraphQLSchema } from 'graphql';
import { ReviewState, Standing } from '../../domain/vocabulary.generated.ts';
import { FTM_FORMATS, type Format, RDF_FORMATS, TABLE_FORMATS } from '../../export/formats.ts';
import { type FtmEntity, STATEMENT_COLUMNS } from '../../export/ftm.ts';
import { type Statement } from '../../export/rdf.ts';
import { mapRows } from '../../export/stream.ts';
import { type About, type Table } from '../../export/table.ts';
import { FTM_PARTS, LeftOut } from './ftm.ts';
import { type ExportedList, type ListItem, type ListQuestion, exportedLists } from './lists.ts';
import { type ItemStatements, isNodeType, statementsOf } from './statements.ts';

/** What can be taken away under one name: a list of the API, or the record as a whole. */
export interface Exported {
  name: string;
  /** What it is called in a citation: `Office holders`. */
  title: string;
  /** The first is the one without a wish. */
  forms: readonly FileForm[];
}

/** One kind of file, with what it asks and how it is written. */
export interface FileForm extends Pick<Format<never>, 'extension' | 'mediaType'> {
  /** One for each list that goes into it. */
  questions: readonly ListQuestion[];
  write: (about: About, answers: readonly AsyncIterable<ListItem>[]) => AsyncIterable<string>;
  /** What describes the file, where it cannot do so itself. */
  describedAs?: (about: About) => Table;
}

/** The lists that together are all that is recorded, each with what would leave something out. */
const RECORD: readonly [list: string, values: Readonly<Record<string, unknown>>][] = [
  ['entities', {}],
  ['documents', {}],
  ['participations', { filter: { standings: Object.values(Standing) } }],
  ['tenures', { filter: { standings: Object.values(Standing) } }],
  ['statements', {}],
  ['claims', { filter: { reviewStates: Object.values(ReviewState) } }],
];

/** With the claims of facts, an organization and its members cost much of what an operation may. */
const WITH_CLAIMS_ON_A_PAGE = 25;

/** Everything that can be had as a file, by name, but for networks. */
export function exportedThings(schema: GraphQLSchema): ReadonlyMap<string, Exported> {
  const lists = exportedLists(schema);
  const things = [...lists.values()].map((list): Exported => {
    const { name, title } = list;
    const forms = [...tableForms(list), ...(isNodeType(list.type) ? rdfForms([toNodes(schema, list, true)]) : [])];
    return { name, title, forms };
  });
  const parts = RECORD.map(([name, values]) => {
    const { question, ...part } = toNodes(schema, lists.get(name)!, false);
    return { ...part, question: { ...question, parameters: [], values } };
  });
  const record: Exported = {
    name: 'record',
    title: 'The whole record',
    forms: [...rdfForms(parts), ...ftmForms(lists)],
  };
  return new Map([...things, record].map((thing) => [thing.name, thing]));
}

function tableForms({ columns, table }: ExportedList): FileForm[] {
  return TABLE_FORMATS.map(({ extension, mediaType, write }) => ({
    ...{ extension, mediaType, questions: [table] },
    write: (about, [items]) =>
      write({ about, columns, rows: mapRows(items!, (item) => columns.map(({ read }) => read(item))) }),
    describedAs: (about) => ({ about, columns, rows: [] }),
  }));
}

/** A list of nodes as part of a file of statements. */
interface NodeList extends Pick<ItemStatements, 'describe'> {
  question: ListQuestion;
}

function toNodes(schema: GraphQLSchema, { type, ask }: ExportedList, withClaims: boolean): NodeList {
  const { selection, describe } = statementsOf(schema, type, withClaims);
  return { describe, question: ask(selection, withClaims ? WITH_CLAIMS_ON_A_PAGE : undefined) };
}

function rdfForms(parts: readonly NodeList[]): FileForm[] {
  /** What is said of one subject together, as far as it belongs to one item. */
  async function* statements(answers: readonly AsyncIterable<ListItem>[]): AsyncGenerator<Statement, void, undefined> {
    for (const [index, items] of answers.entries()) {
      for await (const item of items) {
        const bySubject = Map.groupBy(parts[index]!.describe(item), ({ subject }) => subject.value);
        for (const group of bySubject.values()) yield* group;
      }
    }
  }
  return RDF_FORMATS.map(({ extension, mediaType, write }) => ({
    ...{ extension, mediaType, questions: parts.map(({ question }) => question) },
    write: (about, answers) => write({ about, statements: statements(answers) }),
  }));
}

function ftmForms(lists: ReadonlyMap<string, ExportedList>): FileForm[] {
  async function* entities(answers: readonly AsyncIterable<ListItem>[]): AsyncGenerator<FtmEntity, void, undefined> {
    const left = new LeftOut();
    for (const [index, items] of answers.entries()) {
      for await (const item of items) yield* FTM_PARTS[index]!.toEntities(item, left);
    }
    yield left.note;
  }
  const questions = FTM_PARTS.map(({ list, selection, values }) => ({
    ...lists.get(list)!.ask(selection, WITH_CLAIMS_ON_A_PAGE),
    ...{ parameters: [], values },
  }));
  return FTM_FORMATS.map(({ extension, mediaType, write }) => ({
    ...{ extension, mediaType, questions },
    write: (about, answers) => write({ about, entities: entities(answers) }),
    ...(extension === 'statements.csv' && {
      describedAs: (about: About) => ({ about, columns: STATEMENT_COLUMNS, rows: [] }),
    }),
  }));
}
