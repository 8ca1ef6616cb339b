import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  type InlineFragmentNode,
  Kind,
  type SelectionSetNode,
  getDirectiveValues,
  isAbstractType,
  typeFromAST,
} from 'graphql';

/** What collecting needs of an operation. */
export interface CollectContext {
  schema: GraphQLSchema;
  fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** Coerced; only those used in `@skip` and `@include` matter. */
  variables: Readonly<Record<string, unknown>>;
}

/**
 * The fields selected of an object of this type, by response key and in response order; several selections of one key are
 * grouped (CollectFields, section 6.3.2 of the GraphQL specification).
 */
export function collectFields(
  context: CollectContext,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): Map<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const visitedFragments = new Set<string>();

  function collect({ selections }: SelectionSetNode): void {
    for (const selection of selections) {
      if (!shouldIncludeNode(context, selection)) continue;
      if (selection.kind === Kind.FIELD) {
        const responseKey = (selection.alias ?? selection.name).value;
        const existing = fields.get(responseKey);
        if (existing) existing.push(selection);
        else fields.set(responseKey, [selection]);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        if (doesFragmentConditionMatch(context, selection, type)) collect(selection.selectionSet);
      } else if (!visitedFragments.has(selection.name.value)) {
        visitedFragments.add(selection.name.value);
        const fragment = context.fragments[selection.name.value];
        if (fragment && doesFragmentConditionMatch(context, fragment, type)) collect(fragment.selectionSet);
      }
    }
  }

  sets.forEach(collect);
  return fields;
}

function shouldIncludeNode({ variables }: CollectContext, node: Parameters<typeof getDirectiveValues>[1]): boolean {
  if (!node.directives?.length) return true;
  return (
    getDirectiveValues(GraphQLSkipDirective, node, variables)?.if !== true &&
    getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if !== false
  );
}

function doesFragmentConditionMatch(
  { schema }: CollectContext,
  { typeCondition }: FragmentDefinitionNode | InlineFragmentNode,
  type: GraphQLObjectType,
): boolean {
  if (!typeCondition) return true;
  const conditionType = typeFromAST(schema, typeCondition);
  return conditionType === type || (isAbstractType(conditionType) && schema.isSubType(conditionType, type));
}
