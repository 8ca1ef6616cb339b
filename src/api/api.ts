import { type ExecutionResult, type GraphQLSchema } from 'graphql';
import { type Database } from '../graph/database.ts';
import { createEngine, type Request } from '../query/engine.ts';
import { buildApiSchema } from '../query/schema.ts';
import { withDeadline } from './deadline.ts';

/** The API as a value: what can be asked, and how it is answered. */
export interface Api {
  schema: GraphQLSchema;
  /** Rejects where there is no answer at all; errors inside an answer are in its `errors`. */
  execute: (request: Request) => Promise<ExecutionResult>;
}

/**
 * The API over a database. A question that takes longer than `timeoutMs`, or whose asker leaves, is stopped.
 *
 * @throws Error where the schema and the model of the graph disagree: a fault of the program, found at its start.
 */
export function createApi({ database, timeoutMs }: { database: Database; timeoutMs: number }): Api {
  const schema = buildApiSchema();
  const engine = createEngine({ schema, database });
  return {
    schema,
    execute: (request) => withDeadline(timeoutMs, request.signal, (signal) => engine.execute({ ...request, signal })),
  };
}
