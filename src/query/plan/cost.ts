import { GraphQLError, getNamedType, getNullableType, isCompositeType, isListType } from 'graphql';
import { type BoundArguments } from '../ir/bound-arguments.ts';
import { type FieldPlan, type RootPlan, type SelectionPlan } from '../ir/field-plan.ts';

/** Things that one operation may bring at once: some 20 MB of an answer, and seconds of the database's time. */
export const MAX_NODES = 100_000;
/** What a list without pages is taken to hold: the claims of a fact, the chairs of a meeting. */
const ASSUMED_LIST_SIZE = 5;
/** What a table of counts is taken to hold. */
const ASSUMED_COUNT_ROWS = 50;

/** How many things are asked for, and the lists inside lists that bring most of them. */
interface Cost {
  nodes: number;
  path: readonly string[];
}

/**
 * The most things that an operation can bring, as far as its pages say: a page inside a page multiplies. It is known before
 * the database is asked.
 */
export function estimateCost(roots: readonly BoundRoot[]): Cost {
  return roots.map(({ root, boundArguments }) => costOfField(root.field, boundArguments)).reduce(add, NO_COST);
}

/** A root field, and what the arguments below it come to. */
export interface BoundRoot {
  root: RootPlan;
  boundArguments: readonly BoundArguments[];
}

/**
 * Refuses an operation that could bring too much.
 *
 * @returns undefined where it may run; else the error, with the code TOO_COSTLY, the estimate and the limit.
 */
export function checkCost(roots: readonly BoundRoot[]): GraphQLError | undefined {
  const { nodes, path } = estimateCost(roots);
  if (nodes <= MAX_NODES) return undefined;
  const message =
    `This operation may bring ${nodes.toLocaleString('en')} things at once, and ${MAX_NODES.toLocaleString('en')} are ` +
    `allowed. Most come from ${path.join(' × ')}. Ask for smaller pages, such as first: 10, and for the next one with ` +
    'after: and the endCursor of pageInfo; or ask for the inner lists in operations of their own.';
  const fieldNodes = roots.flatMap(({ root }) => root.field.nodes);
  return new GraphQLError(message, {
    nodes: fieldNodes,
    extensions: { code: 'TOO_COSTLY', estimate: nodes, limit: MAX_NODES },
  });
}

const NO_COST: Cost = { nodes: 0, path: [] };

function costOfField(field: FieldPlan, boundArguments: readonly BoundArguments[]): Cost {
  const { definition, selection } = field;
  if (!selection || !isCompositeType(getNamedType(definition.type)) || !field.mapping) return NO_COST;
  const bound = field.argumentsIndex === null ? undefined : boundArguments[field.argumentsIndex];
  if (bound?.error) return NO_COST;
  const size = pageSize(bound);
  const isList = isListType(getNullableType(definition.type));
  if (size !== undefined) {
    const inner = isList ? costOfSelection(selection, boundArguments) : costOfPage(selection, boundArguments);
    return multiply(size, `${definition.name} (${size})`, inner);
  }
  const inner = costOfSelection(selection, boundArguments);
  return isList
    ? multiply(ASSUMED_LIST_SIZE, `${definition.name} (about ${ASSUMED_LIST_SIZE})`, inner)
    : { ...inner, nodes: inner.nodes + 1 };
}

/** How many a page may hold; undefined for a field that has no pages. */
function pageSize(bound: BoundArguments | undefined): number | undefined {
  const size = bound?.page?.size ?? bound?.arguments.size;
  return typeof size === 'number' ? size : undefined;
}

/** What each thing of a page brings, by whichever of its fields it is reached. */
function costOfPage(selection: SelectionPlan, boundArguments: readonly BoundArguments[]): Cost {
  const costOfPart = (field: FieldPlan): Cost => {
    switch (field.definition.name) {
      case 'nodes':
      case 'node':
        return costOfSelection(field.selection!, boundArguments);
      case 'edges':
        return fieldsOf(field.selection!).map(costOfPart).reduce(add, NO_COST);
      case 'counts':
        return multiply(
          ASSUMED_COUNT_ROWS,
          `counts (about ${ASSUMED_COUNT_ROWS})`,
          costOfSelection(field.selection!, boundArguments),
        );
      default:
        return NO_COST;
    }
  };
  return fieldsOf(selection).map(costOfPart).reduce(add, NO_COST);
}

/** Of the types that a thing may be, the costliest counts. */
function costOfSelection(selection: SelectionPlan, boundArguments: readonly BoundArguments[]): Cost {
  return [...selection.values()]
    .map((fields) => fields.map((field) => costOfField(field, boundArguments)).reduce(add, NO_COST))
    .reduce((highest, cost) => (cost.nodes > highest.nodes ? cost : highest), NO_COST);
}

function fieldsOf(selection: SelectionPlan): readonly FieldPlan[] {
  return [...selection.values()].flat();
}

function multiply(size: number, step: string, inner: Cost): Cost {
  return { nodes: size * (inner.nodes + 1), path: [step, ...inner.path] };
}

function add(one: Cost, other: Cost): Cost {
  return { nodes: one.nodes + other.nodes, path: other.nodes > one.nodes ? other.path : one.path };
}
