import { type ExecutionResult, parse, validate } from 'graphql';
import { createMutationExecutor } from '../../src/api/mutations/execute-mutation.ts';
import { type Database } from '../../src/graph/database.ts';
import { type Engine, createEngine } from '../../src/query/engine.ts';
import { schema } from './query.ts';

/** What is wrong with an input, as mutations tell it. */
export interface ReportedProblem {
  code: string;
  path: string[];
  message: string;
}

/** Asks an engine for changes, as analysts do. */
export interface MutationClient {
  /** The answer, errors and all. */
  ask(query: string, variables?: Record<string, unknown>): Promise<ExecutionResult>;
  /** The one root field of an answer that is expected to come without errors. */
  get<T>(query: string, variables?: Record<string, unknown>): Promise<T>;
}

export interface MutationClientOptions {
  name?: string;
  /** The key of the whole request, as the header gives it. */
  idempotencyKey?: string | null;
}

const engines = new WeakMap<Database, Engine>();

/** An analyst at work on a database. */
export function mutationClient(
  database: Database,
  { name = 'ann', idempotencyKey = null }: MutationClientOptions = {},
): MutationClient {
  const engine = engines.get(database) ?? createEngine({ schema, database });
  engines.set(database, engine);
  const ask = async (query: string, variables: Record<string, unknown> = {}) => {
    const document = parse(query);
    const problems = validate(schema, document);
    if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'));
    return engine.execute({
      document,
      variables,
      executor: createMutationExecutor(database, { caller: { name, role: 'ANALYST', kind: 'key' }, idempotencyKey }),
    });
  };
  return {
    ask,
    get: async <T>(query: string, variables: Record<string, unknown> = {}) => {
      const { data, errors } = await ask(query, variables);
      if (errors) throw new Error(errors.map((error) => `${error.message} at ${error.path?.join('.')}`).join('\n'));
      return Object.values(data!)[0] as T;
    },
  };
}
