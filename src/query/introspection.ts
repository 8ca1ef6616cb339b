import { type ExecutionResult, type GraphQLSchema, Kind, executeSync } from 'graphql';
import { getCodebook } from './codebook.ts';
import { type PreparedOperation } from './plan/prepare-operation.ts';
import { type OperationPlan } from './plan/plan-operation.ts';

/** Answers introspection and the codebook by graphql-js, from the schema alone; `data` is undefined where the plan has neither. */
export function introspect(
  schema: GraphQLSchema,
  { definition, fragments }: PreparedOperation,
  plan: OperationPlan,
  variableValues: Readonly<Record<string, unknown>>,
): ExecutionResult {
  const selections = plan.flatMap((entry) => (entry.kind === 'introspection' ? entry.nodes : []));
  if (selections.length === 0) return {};
  const schemaOperation = { ...definition, selectionSet: { kind: Kind.SELECTION_SET, selections } } as const;
  const document = { kind: Kind.DOCUMENT, definitions: [schemaOperation, ...Object.values(fragments)] } as const;
  return executeSync({ schema, document, variableValues, rootValue: { codebook: () => getCodebook(schema) } });
}
