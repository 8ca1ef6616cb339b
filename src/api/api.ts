import { createHash } from 'node:crypto';
import { type ExecutionResult, type GraphQLSchema, OperationTypeNode, getOperationAST, printSchema } from 'graphql';
import program from '../../package.json' with { type: 'json' };
import { type Caller } from '../access/caller.ts';
import { type Database } from '../graph/database.ts';
import { createEngine, todayUtc, type EngineRequest } from '../query/engine.ts';
import { warmUpDocument, createWarmUpReader } from '../query/tiers/warm-up.ts';
import { createTieredReader } from '../query/tiers/tiered-reader.ts';
import { buildApiSchema } from '../query/schema.ts';
import { mutationTimeout, queryTimeout, withDeadline } from './deadline.ts';
import { createMutationExecutor } from './mutations/execute-mutation.ts';
import { createIdleScheduler } from './idle-scheduler.ts';
import { WARM_UP_CALLER, WARM_UP_MUTATION } from './warm-up.ts';

/** What is asked, and who asks. */
export interface ApiRequest extends Omit<EngineRequest, 'perform'> {
  caller: Caller;
  /** The caller's own key for the changes that the request asks for; null where it has none. */
  idempotencyKey: string | null;
}

/** The API as a value: what can be asked, and how it is answered. */
export interface Api {
  schema: GraphQLSchema;
  /** Rejects where there is no answer at all; errors inside an answer are in its `errors`. */
  execute: (request: ApiRequest) => Promise<ExecutionResult>;
  /**
   * A word that stays the same while every answer does: it changes with each write, each day and each edition of the API.
   * As old as {@link Database.version}, or of this moment when `exact`; null when there is no such word just now.
   */
  version: (fresh?: boolean) => Promise<string | null>;
  /** Makes the database acquainted with what any question or recording needs, so that the first ones are answered sooner; gives way to them. */
  warmUp: () => Promise<void>;
}

/**
 * The API over a database. A question that takes longer than `timeoutMs`, or whose asker leaves, is stopped; a change never is.
 *
 * @throws Error where the schema and the model of the graph disagree: a fault of the program, found at its start.
 */
export function createApi({ database, timeoutMs }: { database: Database; timeoutMs: number }): Api {
  const schema = buildApiSchema();
  const engine = createEngine({ schema, database, read: createTieredReader() });
  const fingerprint = schemaFingerprint(schema);
  const scheduler = createIdleScheduler();
  return {
    schema,
    execute: (request) =>
      scheduler.foreground(() =>
        isMutation(request)
          ? withDeadline(mutationTimeout(MUTATION_TIMEOUT_MS), undefined, () =>
              engine.execute({ ...request, signal: undefined, executor: createMutationExecutor(database, request) }),
            )
          : withDeadline(queryTimeout(timeoutMs), request.signal, (signal) => engine.execute({ ...request, signal })),
      ),
    warmUp: async () => {
      await createEngine({ schema, database, read: createWarmUpReader(scheduler.yieldToForeground) }).execute({
        document: warmUpDocument(schema),
      });
      await scheduler.yieldToForeground();
      const perform = createMutationExecutor(database, { caller: WARM_UP_CALLER, idempotencyKey: null });
      await engine.execute({ document: WARM_UP_MUTATION, executor: perform });
    },
    version: async (fresh) => {
      const version = await database.version(fresh);
      return version && `${fingerprint} ${version} ${todayUtc()}`;
    },
  };
}

/** A change is not given up when its asker leaves or tires of waiting: it is done, or it is not, and can be asked for again. */
function isMutation({ document, operationName }: ApiRequest): boolean {
  return getOperationAST(document, operationName)?.operation === OperationTypeNode.MUTATION;
}

/** A change waits for those before it, an import among them; longer than this nobody holds a connection open. */
const MUTATION_TIMEOUT_MS = 60_000;

/** Differs whenever an answer may differ though the graph does not: with another schema, or another version of the program. */
function schemaFingerprint(schema: GraphQLSchema): string {
  return createHash('sha256').update(program.version).update(printSchema(schema)).digest('base64url').slice(0, 10);
}
