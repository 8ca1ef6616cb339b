import { type ExecutionResult, type GraphQLSchema, Kind, execute } from 'graphql';
import { TellableError } from '../../domain/errors.ts';
import { type Database, type ReadOptions, type Tx } from '../../graph/database.ts';
import { type Call, failingCall } from '../fields/call.ts';
import { type Model } from '../model/model.ts';
import { type PreparedOperation } from '../plan/operation.ts';
import { type Entry } from '../plan/plan.ts';
import { types } from './fields/types.ts';
import { placeAt } from './loading.ts';
import { Past } from './past.ts';
import { type PastThing } from './thing.ts';

/** A root field that asks for what was known at a moment. */
export interface PastRoot {
  entry: Entry & { kind: 'graph' };
  moment: Date;
}

/** What the answers are made with. */
export interface PastParts {
  schema: GraphQLSchema;
  model: Model;
  operation: PreparedOperation;
  variables: Readonly<Record<string, unknown>>;
  today: string;
}

/** The moment of which a root field asks; undefined where it asks for now. */
export function momentOf(call: Call | undefined): Date | undefined {
  const moment = call?.error ? undefined : call?.arguments.knownAt;
  return moment instanceof Date ? moment : undefined;
}

/** Answers root fields from revisions, all in one transaction; each for itself, as each may ask for another moment. */
export async function answerPast(
  database: Database,
  roots: readonly PastRoot[],
  parts: PastParts,
  options: ReadOptions,
): Promise<Map<Entry, ExecutionResult>> {
  if (roots.length === 0) return new Map();
  return database.read(
    async (tx) =>
      new Map(await Promise.all(roots.map(async (root) => [root.entry, await answerRoot(tx, root, parts)] as const))),
    options,
  );
}

async function answerRoot(tx: Tx, { entry, moment }: PastRoot, parts: PastParts): Promise<ExecutionResult> {
  const { schema, model, operation, variables, today } = parts;
  const { definition, fragments } = operation;
  const instant = moment.toISOString();
  const day = instant.slice(0, 10);
  const past = new Past(tx, await placeAt(tx, instant), day < today ? day : today);
  const own = {
    ...definition,
    selectionSet: { kind: Kind.SELECTION_SET, selections: entry.root.field.nodes },
  } as const;
  return execute({
    schema,
    document: { kind: Kind.DOCUMENT, definitions: [own, ...Object.values(fragments)] },
    variableValues: variables,
    fieldResolver: (source: unknown, args: Record<string, unknown>, _context, { parentType, fieldName }) => {
      const field = types[parentType.name]?.[fieldName];
      if (!field) return (source as Record<string, unknown>)[fieldName];
      const call = callOf(model, parentType.name, fieldName, args);
      return past.take(() => field(source as never, args, past, call)).catch(tell);
    },
    typeResolver: (source: unknown) => (source as PastThing).type,
  });
}

/** What the arguments come to: the model's own checks, and its pages. */
function callOf(model: Model, type: string, field: string, args: Record<string, unknown>): Call | undefined {
  try {
    return model.mappingOf(type, field)?.call?.(args);
  } catch (error) {
    throw failingCall(error).error!;
  }
}

function tell(error: unknown): never {
  throw error instanceof TellableError ? failingCall(error).error! : error;
}
