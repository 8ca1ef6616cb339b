import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  OperationTypeNode,
  getVariableValues,
} from 'graphql';
import { type Database } from '../graph/database.ts';
import { introspect } from './introspection.ts';
import { followingMerged } from './merged.ts';
import { checkModel } from './model/check.ts';
import { model } from './model/model.ts';
import { type Perform, executeMutation } from './mutation.ts';
import { callsOf, compile } from './plan/compile.ts';
import { type PastRoot, answerPast, momentOf } from './past/answer.ts';
import { type Costed, tooCostly } from './plan/cost.ts';
import { type PreparedOperation, Preparer } from './plan/operation.ts';
import { type Entry, type Plan } from './plan/plan.ts';
import { type ReadTuples, type Statement, readTuples } from './reading.ts';
import { type Row } from './response/read.ts';

/** What is asked: a parsed and validated document, and which operation of it with which variables. */
export interface Request {
  document: DocumentNode;
  operationName?: string | null;
  variables?: Readonly<Record<string, unknown>> | null;
  /** Does what mutations ask for; without it there are none. */
  perform?: Perform;
  /** Fires when nobody waits for the answer any more; what runs in the database is then stopped. */
  signal?: AbortSignal;
}

/** Answers GraphQL from the graph. */
export interface Engine {
  /** Rejects where the database does not answer, or `signal` fires; everything else is in the result's `errors`. */
  execute(request: Request): Promise<ExecutionResult>;
}

/** What an engine works with. */
export interface EngineParts {
  schema: GraphQLSchema;
  database: Database;
  today?: () => string;
  read?: ReadTuples;
}

/** The day it really is, in UTC: `YYYY-MM-DD`. */
export const realDay = (): string => new Date().toISOString().slice(0, 10);

const MOST_VARIABLE_ERRORS = 50;

/**
 * The reading engine. README.md tells the path of a query.
 *
 * @param parts `today` tells the day on which it is asked, which says what is overdue; left out, it is the real one, in UTC.
 *   `read` is how tuples are read; left out, by a statement for each root field.
 * @throws Error naming each field of the schema that the model does not say the meaning of, or the other way round.
 */
export function createEngine({ schema, database, today = realDay, read = readTuples }: EngineParts): Engine {
  checkModel(schema, model);
  const preparer = new Preparer(schema, model);
  const readAll = followingMerged(read);

  async function execute({ document, operationName, variables, perform, signal }: Request): Promise<ExecutionResult> {
    let operation: PreparedOperation;
    try {
      operation = preparer.prepare(document, operationName);
    } catch (error) {
      if (error instanceof GraphQLError) return { errors: [error] };
      throw error;
    }
    const { coerced, errors } = getVariableValues(
      schema,
      operation.definition.variableDefinitions ?? [],
      variables ?? {},
      { maxErrors: MOST_VARIABLE_ERRORS },
    );
    if (errors) return { errors };

    const plan = operation.planFor(coerced);
    const day = today();
    const introspected = introspect(schema, operation, plan, variables ?? {});
    if (operation.definition.operation === OperationTypeNode.MUTATION) {
      if (!perform) return { errors: [new GraphQLError('Nothing can be changed here.')] };
      return executeMutation(plan, introspected, { variables: coerced, today: day, perform });
    }
    const statements = new Map<Entry, Statement>();
    const past: PastRoot[] = [];
    const asked: Costed[] = [];
    for (const entry of plan) {
      if (entry.kind !== 'graph') continue;
      const { root } = entry;
      const calls = callsOf(root, coerced, day);
      asked.push({ root, calls });
      const moment = momentOf(root.field.call === null ? undefined : calls[root.field.call]);
      if (moment) past.push({ entry, moment });
      else statements.set(entry, { root, compiled: compile(root, calls), calls });
    }
    const refusal = tooCostly(asked);
    if (refusal) return { errors: [refusal] };

    const parts = { schema, model, operation, variables: variables ?? {}, today: day };
    const [tuples, known] = await Promise.all([
      readAll(database, [...statements.values()], { signal }),
      answerPast(database, past, parts, { signal }),
    ]);
    return assemble(plan, statements, tuples, { introspected, known });
  }

  return { execute };
}

/** Puts the answer together, root field by root field. */
function assemble(
  plan: Plan,
  statements: ReadonlyMap<Entry, Statement>,
  tuples: ReadonlyMap<Statement, Row>,
  { introspected, known }: { introspected: ExecutionResult; known: ReadonlyMap<Entry, ExecutionResult> },
): ExecutionResult {
  const errors = [introspected, ...known.values()].flatMap((each) => each.errors ?? []);
  // A root field that must not be null and could not be answered from the past has told why.
  if ([...known.values()].some((each) => each.data === null)) return { data: null, errors };
  // What is about the schema must not be null either, and could not be told.
  if (introspected.data === null) return { data: null, errors };
  let data: Record<string, unknown> | null = Object.create(null) as Record<string, unknown>;
  try {
    for (const entry of plan) {
      const statement = statements.get(entry);
      data[entry.key] = statement
        ? valueOf(statement, tuples.get(statement), errors)
        : (known.get(entry) ?? introspected).data?.[entry.key];
    }
  } catch (error) {
    // A root field that must not be null could not be answered.
    if (!(error instanceof GraphQLError)) throw error;
    errors.push(error);
    data = null;
  }
  return errors.length > 0 ? { data, errors } : { data };
}

/** Null for a thing that is not there. */
function valueOf({ compiled, calls }: Statement, tuple: Row | undefined, errors: GraphQLError[]): unknown {
  return tuple === undefined ? null : compiled.read(tuple, undefined, { calls, errors });
}
