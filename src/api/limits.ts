import {
  GraphQLError,
  Kind,
  type ASTVisitor,
  type FragmentDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';

/** Tokens in one document; the parser stops there. The longest example in the playground has about 200. */
export const MAX_TOKENS = 5_000;
/** Levels of nested fields; the standard introspection query has 15. */
export const MAX_DEPTH = 20;
/** Fields with an alias, which bounds how often one operation can repeat a costly field. */
export const MAX_ALIASES = 100;
/** Fields with all fragments expanded, which grow exponentially when fragments use fragments. */
export const MAX_FIELDS = 2_000;

interface Size {
  depth: number;
  aliases: number;
  fields: number;
}

const EMPTY: Size = { depth: 0, aliases: 0, fields: 0 };

/** A validation rule for the limits above, which apply with fragments expanded. */
export function limitsRule(context: ValidationContext): ASTVisitor {
  const fragmentSizes = new Map<string, Size>();

  function sizeOf(selectionSet: SelectionSetNode | undefined): Size {
    const size = { ...EMPTY };
    for (const selection of selectionSet?.selections ?? []) {
      if (selection.kind === Kind.FIELD) {
        const inner = sizeOf(selection.selectionSet);
        add(size, {
          depth: inner.depth + 1,
          aliases: inner.aliases + (selection.alias ? 1 : 0),
          fields: inner.fields + 1,
        });
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        add(size, sizeOf(selection.selectionSet));
      } else {
        add(size, sizeOfFragment(context.getFragment(selection.name.value)));
      }
    }
    return size;
  }

  function sizeOfFragment(fragment: FragmentDefinitionNode | null | undefined): Size {
    if (!fragment) return EMPTY;
    const name = fragment.name.value;
    let size = fragmentSizes.get(name);
    if (!size) {
      fragmentSizes.set(name, EMPTY); // Another rule refuses fragment cycles; this one must only terminate.
      size = sizeOf(fragment.selectionSet);
      fragmentSizes.set(name, size);
    }
    return size;
  }

  return {
    OperationDefinition(operation) {
      const { depth, aliases, fields } = sizeOf(operation.selectionSet);
      const reportError = (message: string) => context.reportError(new GraphQLError(message, { nodes: operation }));
      if (depth > MAX_DEPTH) {
        reportError(
          `This operation is ${depth} levels deep; at most ${MAX_DEPTH} are allowed. Ask for the inner part in a second operation.`,
        );
      }
      if (aliases > MAX_ALIASES) {
        reportError(
          `This operation has ${aliases} aliases; at most ${MAX_ALIASES} are allowed. Split it into several.`,
        );
      }
      if (fields > MAX_FIELDS) {
        reportError(
          `This operation asks for ${fields} fields with its fragments expanded; at most ${MAX_FIELDS} are allowed. Split it into several.`,
        );
      }
    },
  };
}

function add(sum: Size, part: Size): void {
  sum.depth = Math.max(sum.depth, part.depth);
  sum.aliases += part.aliases;
  sum.fields += part.fields;
}
