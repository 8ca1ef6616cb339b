import { type ExecutionResult, type GraphQLSchema, Kind, executeSync } from 'graphql';
import { codebookOf } from './codebook.ts';
import { type PreparedOperation } from './plan/operation.ts';
import { type Plan } from './plan/plan.ts';

/** Answers the root fields that are about the schema and not the graph, by graphql-js; no data where there are none. */
export function introspect(
  schema: GraphQLSchema,
  { definition, fragments }: PreparedOperation,
  plan: Plan,
  variableValues: Readonly<Record<string, unknown>>,
): ExecutionResult {
  const selections = plan.flatMap((entry) => (entry.kind === 'introspection' ? entry.nodes : []));
  if (selections.length === 0) return {};
  const own = { ...definition, selectionSet: { kind: Kind.SELECTION_SET, selections } } as const;
  const document = { kind: Kind.DOCUMENT, definitions: [own, ...Object.values(fragments)] } as const;
  return executeSync({ schema, document, variableValues, rootValue: { codebook: () => codebookOf(schema) } });
}
