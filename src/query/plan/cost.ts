import { GraphQLError, getNamedType, getNullableType, isCompositeType, isListType } from 'graphql';
import { type BoundArguments } from '../ir/bound-arguments.ts';
import { type FieldPlan, type RootPlan, type SelectionPlan } from '../ir/field.ts';

/** The most nodes one operation may return: some 20 MB of response, and seconds of database time. */
export const MAX_NODES = 100_000;
/** The assumed size of a list without pages: the claims of a fact, the chairs of a meeting. */
const ASSUMED_LIST_SIZE = 5;
/** The assumed number of groups in `counts`. */
const ASSUMED_COUNT_ROWS = 50;

/** How many nodes an operation may return, and the nested lists that most of them come from. */
interface Cost {
  nodes: number;
  path: readonly string[];
}

/**
 * The most nodes that an operation can return, judged by its page sizes alone: nested pages multiply. So it is known before
 * anything is read.
 */
export function estimateCost(roots: readonly BoundRoot[]): Cost {
  return roots.map(({ root, boundArguments }) => costOfField(root.field, boundArguments)).reduce(add, NO_COST);
}

/** A root field with the bound arguments of all fields below it. */
export interface BoundRoot {
  root: RootPlan;
  boundArguments: readonly BoundArguments[];
}

/**
 * Checks an operation against the limit.
 *
 * @returns The error, with the code TOO_COSTLY, the estimate and the limit; undefined where the operation may run.
 */
export function checkCost(roots: readonly BoundRoot[]): GraphQLError | undefined {
  const { nodes, path } = estimateCost(roots);
  if (nodes <= MAX_NODES) return undefined;
  const message =
    `This operation could return up to ${nodes.toLocaleString('en')} nodes; the limit is ${MAX_NODES.toLocaleString('en')}. ` +
    `Most come from ${path.join(' × ')}. Ask for smaller pages, such as first: 10, and for the next one with ` +
    'after: and the endCursor of pageInfo; or ask for the inner lists in separate operations.';
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

/** The size of the page; undefined for a field without pages. */
function pageSize(bound: BoundArguments | undefined): number | undefined {
  const size = bound?.page?.size ?? bound?.arguments.size;
  return typeof size === 'number' ? size : undefined;
}

/** The cost of one item of a page, summed over the fields of the connection that return it. */
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

/** The cost of the most expensive possible type. */
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
