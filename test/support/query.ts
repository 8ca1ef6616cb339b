import { type ExecutionResult, parse, validate } from 'graphql';
import { type Database } from '../../src/graph/database.ts';
import { type Engine, createEngine } from '../../src/query/engine.ts';
import { type ListCounter } from '../../src/query/ir/counted.ts';
import { type RootReader, nonEmptyStatements } from '../../src/query/read/read-roots.ts';
import { toParameters } from '../../src/query/statement/parameters.ts';
import { buildApiSchema } from '../../src/query/schema.ts';

export const schema = buildApiSchema();

/** A statement as it was sent, with its parameters. */
export interface Sent {
  cypher: string;
  parameters: Record<string, unknown>;
}

/** Asks the engine; fails where the query is not valid, as the server would refuse it before. */
export async function ask(
  engine: Engine,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<ExecutionResult> {
  const document = parse(query);
  const problems = validate(schema, document);
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'));
  return engine.execute({ document, variables });
}

/** Asks for data that is expected to come without errors. */
export async function dataOf<T = unknown>(
  engine: Engine,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<T> {
  const { data, errors } = await ask(engine, query, variables);
  if (errors) throw new Error(errors.map((error) => `${error.message} at ${error.path?.join('.')}`).join('\n'));
  return data as T;
}

/** A database that answers each statement with rows of tuples, which need no graph. */
export function fakeDatabase(answer: (sent: Sent) => unknown[][]): Database {
  const rows = (cypher: string, parameters: Record<string, unknown> = {}) =>
    Promise.resolve(answer({ cypher, parameters }).map((tuple) => [tuple]));
  const fake: Pick<Database, 'queryRows' | 'read'> = {
    queryRows: ({ cypher }, parameters) => rows(cypher, parameters),
    read: (work) => work({ rows, run: () => Promise.reject(new Error('not expected')) }),
  };
  return fake as Database;
}

/** The statements that a query becomes, root field by root field. */
export async function statementsFor(query: string, variables: Record<string, unknown> = {}): Promise<Sent[]> {
  const sent: Sent[] = [];
  const read: RootReader = (_database, statements) => {
    for (const { compiled, boundArguments: calls } of nonEmptyStatements(statements)) {
      sent.push({ cypher: compiled.text, parameters: toParameters(compiled, calls) });
    }
    return Promise.resolve(new Map<never, never>());
  };
  const database = fakeDatabase(() => []);
  const counter: ListCounter = {
    read: (work) => work({ database, count: ({ by }) => Promise.resolve(by.map(() => [])) }),
  };
  await ask(createEngine({ schema, database, read, counter }), query, variables);
  return sent;
}

/** The same database, which also keeps what it is asked. */
export function listening(database: Database): { database: Database; sent: Sent[] } {
  const sent: Sent[] = [];
  return {
    sent,
    database: {
      ...database,
      queryRows: (statement, parameters, options) => {
        sent.push({ cypher: statement.cypher, parameters });
        return database.queryRows(statement, parameters, options);
      },
      read: (work, options) =>
        database.read(
          (tx) =>
            work({
              ...tx,
              rows: (cypher, parameters = {}) => {
                sent.push({ cypher, parameters });
                return tx.rows(cypher, parameters);
              },
            }),
          options,
        ),
    },
  };
}
