import {
  type ASTNode,
  type ASTVisitor,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';

/** Tokens in one document; the parser stops there. The longest example in the playground has about 200. */
export const MAX_TOKENS = 5_000;
/** Levels of nested fields; the standard introspection query has 15. */
export const MAX_DEPTH = 20;
/** Levels of syntax: selections, values and types in one another. A field is two of them. */
export const MAX_DOCUMENT_NESTING = 200;
/** Characters of a name: an alias stands in every row of a response, and in the path of an error. */
export const MAX_NAME_LENGTH = 200;
/** Fields with an alias, which bounds how often one operation can repeat a costly field. */
export const MAX_ALIASES = 100;
/** Fields with all fragments expanded, which grow exponentially when fragments use fragments. */
export const MAX_FIELDS = 2_000;
/** Comparisons of selections that have the same name in the response, each with each: what validation does takes as long. */
export const MAX_COMPARISONS = 20_000;

interface Size {
  depth: number;
  aliases: number;
  fields: number;
}

const EMPTY: Size = { depth: 0, aliases: 0, fields: 0 };

/** A validation rule for the limits above, which apply with fragments expanded. */
export function limitsRule(context: ValidationContext): ASTVisitor {
  const fragmentSizes = new Map<string, Size>();
  let nesting = 0;
  let comparisons = 0;

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

  /** Counts how often selections of the same response key are compared, in sets that are merged and in all below them. */
  function compare(selectionSets: readonly SelectionSetNode[], depth: number): void {
    if (depth > MAX_DEPTH) return;
    const counts = new Map<string, number>();
    const inner = new Map<string, SelectionSetNode[]>();
    const spread = new Set<string>();
    const add = (key: string, set: SelectionSetNode | undefined) => {
      const before = counts.get(key) ?? 0;
      counts.set(key, before + 1);
      comparisons += before + 1;
      if (set)
        inner
          .set(key, inner.get(key) ?? [])
          .get(key)!
          .push(set);
    };
    const collect = ({ selections }: SelectionSetNode): void => {
      for (const selection of selections) {
        if (comparisons > MAX_COMPARISONS) return;
        if (selection.kind === Kind.FIELD) {
          add((selection.alias ?? selection.name).value, selection.selectionSet);
        } else if (selection.kind === Kind.INLINE_FRAGMENT) {
          collect(selection.selectionSet);
        } else if (!spread.has(selection.name.value)) {
          spread.add(selection.name.value);
          add('...', undefined);
          const fragment = context.getFragment(selection.name.value);
          if (fragment) collect(fragment.selectionSet);
        }
      }
    };
    selectionSets.forEach(collect);
    for (const sets of inner.values()) compare(sets, depth + 1);
  }

  const refuse = (nodes: ASTNode, message: string, extensions: Record<string, unknown> = {}) =>
    context.reportError(new GraphQLError(message, { nodes, extensions }));

  function checkSize(operation: OperationDefinitionNode): void {
    const { depth, aliases, fields } = sizeOf(operation.selectionSet);
    if (depth > MAX_DEPTH) {
      refuse(
        operation,
        `This operation is ${depth} levels deep; at most ${MAX_DEPTH} are allowed. Ask for the inner part in a second operation.`,
      );
    }
    if (aliases > MAX_ALIASES) {
      refuse(
        operation,
        `This operation has ${aliases} aliases; at most ${MAX_ALIASES} are allowed. Split it into several.`,
      );
    }
    if (fields > MAX_FIELDS) {
      refuse(
        operation,
        `This operation asks for ${fields} fields with its fragments expanded; at most ${MAX_FIELDS} are allowed. Split it into several.`,
        { code: 'TOO_COSTLY', estimate: fields, limit: MAX_FIELDS },
      );
    }
  }

  return {
    enter(node) {
      if (++nesting === MAX_DOCUMENT_NESTING + 1) {
        refuse(
          node,
          `This is nested more than ${MAX_DOCUMENT_NESTING} levels deep, which is the limit for values and selections.`,
        );
      }
      if (node.kind === Kind.OPERATION_DEFINITION) checkSize(node);
      if (node.kind === Kind.OPERATION_DEFINITION || node.kind === Kind.FRAGMENT_DEFINITION) {
        compare([node.selectionSet], 0);
      }
      if (node.kind === Kind.NAME && node.value.length > MAX_NAME_LENGTH) {
        refuse(
          node,
          `A name here has ${node.value.length} characters; at most ${MAX_NAME_LENGTH} are allowed. Shorten it.`,
        );
      }
    },
    leave(node) {
      nesting--;
      if (node.kind === Kind.DOCUMENT && comparisons > MAX_COMPARISONS) {
        refuse(
          node,
          `This document selects the same names so often that comparing them takes more than ${MAX_COMPARISONS} steps, which is the ` +
            'limit. Select each field once, and split the document.',
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
