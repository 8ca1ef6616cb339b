import { type ExecutionResult, GraphQLError, type GraphQLSchema, Kind, execute } from 'graphql';
import { ClientError } from '../../domain/errors.ts';
import { type ReadOptions, type Reads, type Tx } from '../../graph/database.ts';
import { type BoundArguments, invalidArguments } from '../ir/bound-arguments.ts';
import { rejectMalformed } from '../ir/malformed-value.ts';
import { type Model } from '../model/model.ts';
import { type PreparedOperation } from '../plan/prepare-operation.ts';
import { type RootEntry } from '../plan/plan-operation.ts';
import { asOfTypes } from './fields/types.ts';
import { sequenceAt } from './graph/load.ts';
import { AsOfGraph } from './graph/graph.ts';
import { type AsOfNode } from './graph/node.ts';

/** A root field with `knownAt`. */
export interface AsOfRoot {
  entry: RootEntry & { kind: 'graph' };
  instant: Date;
}

/** What all root fields of an operation are executed with. */
export interface AsOfContext {
  schema: GraphQLSchema;
  model: Model;
  operation: PreparedOperation;
  variables: Readonly<Record<string, unknown>>;
  today: string;
}

/** The value of `knownAt`; undefined for a root field that asks for the current state. */
export function asOfInstant(bound: BoundArguments | undefined): Date | undefined {
  const instant = bound?.error ? undefined : bound?.arguments.knownAt;
  return instant instanceof Date ? instant : undefined;
}

/** Executes root fields on revisions, all in one transaction; each has a graph of its own, as `knownAt` may differ. */
export async function executeAsOf(
  database: Reads,
  roots: readonly AsOfRoot[],
  context: AsOfContext,
  options: ReadOptions,
): Promise<Map<RootEntry, ExecutionResult>> {
  if (roots.length === 0) return new Map();
  return database.read(
    async (tx) =>
      new Map(
        await Promise.all(roots.map(async (root) => [root.entry, await executeRoot(tx, root, context)] as const)),
      ),
    options,
  );
}

async function executeRoot(
  tx: Tx,
  { entry, instant: knownAt }: AsOfRoot,
  context: AsOfContext,
): Promise<ExecutionResult> {
  const { schema, model, operation, variables, today } = context;
  const { definition, fragments } = operation;
  const instant = knownAt.toISOString();
  const day = instant.slice(0, 10);
  const graph = new AsOfGraph(tx, await sequenceAt(tx, instant), day < today ? day : today);
  let failure: { reason: unknown } | undefined;
  const rootOperation = {
    ...definition,
    selectionSet: { kind: Kind.SELECTION_SET, selections: entry.root.field.nodes },
  } as const;
  const result = await execute({
    schema,
    document: { kind: Kind.DOCUMENT, definitions: [rootOperation, ...Object.values(fragments)] },
    variableValues: variables,
    fieldResolver: (source: unknown, args: Record<string, unknown>, _context, { parentType, fieldName }) => {
      const field = asOfTypes[parentType.name]?.[fieldName];
      if (!field) return (source as Record<string, unknown>)[fieldName];
      const { values, bound } = bindFieldArguments(model, parentType.name, fieldName, args);
      return graph
        .withLoading(() => field(source as never, values, graph, bound))
        .catch((error: unknown) => {
          if (!isOfCaller(error)) failure ??= { reason: error };
          return throwAsGraphQLError(error);
        });
    },
    typeResolver: (source: unknown) => (source as AsOfNode).type,
  });
  // graphql-js makes an error of a field of everything; where the database fails, the whole read does, and is repeated or translated.
  if (failure) throw failure.reason;
  return result;
}

const isOfCaller = (error: unknown) => error instanceof ClientError || error instanceof GraphQLError;

/** Arguments are validated, and pages bound, by the mapping of the field in the model. */
function bindFieldArguments(
  model: Model,
  type: string,
  field: string,
  args: Record<string, unknown>,
): { values: Record<string, unknown>; bound: BoundArguments | undefined } {
  try {
    const values = rejectMalformed(args);
    return { values, bound: model.getMapping(type, field)?.bind?.(values) };
  } catch (error) {
    return throwAsGraphQLError(error);
  }
}

/** A ClientError becomes a GraphQLError with its code, as without `knownAt`; anything else is thrown as it is. */
function throwAsGraphQLError(error: unknown): never {
  throw invalidArguments(error).error!;
}
