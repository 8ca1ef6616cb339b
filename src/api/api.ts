import { createHash } from 'node:crypto';
import { type ExecutionResult, type GraphQLSchema, OperationTypeNode, getOperationAST, printSchema } from 'graphql';
import program from '../../package.json' with { type: 'json' };
import { type Caller } from '../access/caller.ts';
import { type Database } from '../graph/database.ts';
import { createEngine, realDay, type Request as Question } from '../query/engine.ts';
import { everyHop, rehearsing } from '../query/levels/rehearsal.ts';
import { tieredReader } from '../query/levels/tiered.ts';
import { buildApiSchema } from '../query/schema.ts';
import { mayBeDone, tookTooLong, withDeadline } from './deadline.ts';
import { performing } from './mutations/performing.ts';
import { paceOf } from './pace.ts';
import { REHEARSING, aRecording } from './rehearsal.ts';

/** What is asked, and who asks. */
export interface Request extends Omit<Question, 'perform'> {
  caller: Caller;
  /** The caller's own key for the changes that the request asks for; null where it has none. */
  idempotencyKey: string | null;
}

/** The API as a value: what can be asked, and how it is answered. */
export interface Api {
  schema: GraphQLSchema;
  /** Rejects where there is no answer at all; errors inside an answer are in its `errors`. */
  execute: (request: Request) => Promise<ExecutionResult>;
  /**
   * A word that stays the same while every answer does: it changes with each write, each day and each edition of the API.
   * As old as {@link Database.version}, or of this moment when `exact`; null when there is no such word just now.
   */
  version: (exact?: boolean) => Promise<string | null>;
  /** Makes the database acquainted with what any question or recording needs, so that the first ones are answered sooner; gives way to them. */
  rehearse: () => Promise<void>;
}

/**
 * The API over a database. A question that takes longer than `timeoutMs`, or whose asker leaves, is stopped; a change never is.
 *
 * @throws Error where the schema and the model of the graph disagree: a fault of the program, found at its start.
 */
export function createApi({ database, timeoutMs }: { database: Database; timeoutMs: number }): Api {
  const schema = buildApiSchema();
  const engine = createEngine({ schema, database, read: tieredReader() });
  const edition = editionOf(schema);
  const pace = paceOf();
  return {
    schema,
    execute: (request) =>
      pace.first(() =>
        isMutation(request)
          ? withDeadline(mayBeDone(CHANGE_MS), undefined, () =>
              engine.execute({ ...request, signal: undefined, perform: performing(database, request) }),
            )
          : withDeadline(tookTooLong(timeoutMs), request.signal, (signal) => engine.execute({ ...request, signal })),
      ),
    rehearse: async () => {
      await createEngine({ schema, database, read: rehearsing(pace.turn) }).execute({
        document: everyHop(schema),
      });
      await pace.turn();
      const perform = performing(database, { caller: REHEARSING, idempotencyKey: null });
      await engine.execute({ document: aRecording, perform });
    },
    version: async (exact) => {
      const version = await database.version(exact);
      return version && `${edition} ${version} ${realDay()}`;
    },
  };
}

/** A change is not given up when its asker leaves or tires of waiting: it is done, or it is not, and can be asked for again. */
function isMutation({ document, operationName }: Request): boolean {
  return getOperationAST(document, operationName)?.operation === OperationTypeNode.MUTATION;
}

/** A change waits for those before it, an import among them; longer than this nobody holds a connection open. */
const CHANGE_MS = 60_000;

/** Differs whenever an answer may differ though the graph does not: with another schema, or another version of the program. */
function editionOf(schema: GraphQLSchema): string {
  return createHash('sha256').update(program.version).update(printSchema(schema)).digest('base64url').slice(0, 10);
}
