import { GraphQLError, getNamedType, getNullableType, isCompositeType, isListType } from 'graphql';
import { formatCount } from '../limits/input-limits.ts';
import { type Arguments, type BoundArguments } from '../ir/bound-arguments.ts';
import { type FieldPlan, type RootPlan, type SelectionPlan } from '../ir/field.ts';

/** The most that one operation may cost, in nodes returned: some 20 MB of response, and seconds of database time. */
export const MAX_COST = 100_000;
/** The assumed size of a list without pages: the claims of a fact, the chairs of a meeting. */
const ASSUMED_LIST_SIZE = 5;
/** The assumed number of groups in `counts`. */
const ASSUMED_COUNT_ROWS = 50;
/** A list in an argument costs this for each item, each time it is used: a reference is a look-up in an index. */
const COST_OF_ITEM = 20;
/** Items of a list that cost nothing. */
const FREE_ITEMS = 10;
/** Characters of a text that cost as much as an item; shorter texts cost nothing. */
const STRETCH = 200;

/** What an operation costs at most, in nodes that it may return. */
export interface Cost {
  /** All of it. */
  total: number;
  /** The part of it that is not for nodes returned: long arguments, and what is told about the schema. */
  others: number;
  /** The nested lists that most of it comes from. */
  path: readonly string[];
}

/** A root field with the bound arguments of all fields below it. */
export interface BoundRoot {
  root: RootPlan;
  boundArguments: readonly BoundArguments[];
}

/**
 * The most that an operation can cost, judged by its page sizes and arguments alone: nested pages multiply, and the items of a list
 * in an argument count as often as the field is read. So it is known before anything is read.
 */
export function estimateCost(roots: readonly BoundRoot[]): Cost {
  return roots
    .map(({ root, boundArguments }) => new Estimate(boundArguments).field(root.field))
    .reduce(addCosts, NO_COST);
}

/**
 * Checks the cost of an operation against the limit.
 *
 * @returns The error, with the code TOO_COSTLY, the estimate and the limit; undefined where the operation may run.
 */
export function checkCost({ total, others, path }: Cost, nodes: GraphQLError['nodes']): GraphQLError | undefined {
  if (total <= MAX_COST) return undefined;
  const [figure, advice] =
    others === 0
      ? [`return up to ${formatCount(total)} nodes`, '']
      : [
          `cost up to ${formatCount(total)}, of which ${formatCount(others)} are for searches and networks, for long lists and texts in arguments, as ` +
            'often as they are used, and for what is asked about the schema',
          'Send shorter lists, use them in fewer fields, and ask for searches, networks and the schema in operations of their own. ',
        ];
  const message =
    `This operation could ${figure}; the limit is ${formatCount(MAX_COST)}. Most come from ${path.join(' × ')}. ${advice}` +
    'Ask for smaller pages, such as first: 10, and for the next one with ' +
    'after: and the endCursor of pageInfo; or ask for the inner lists in separate operations.';
  return new GraphQLError(message, { nodes, extensions: { code: 'TOO_COSTLY', estimate: total, limit: MAX_COST } });
}

export const NO_COST: Cost = { total: 0, others: 0, path: [] };

export function addCosts(one: Cost, other: Cost): Cost {
  return {
    total: one.total + other.total,
    others: one.others + other.others,
    path: other.total > one.total ? other.path : one.path,
  };
}

/** The cost of one root field. */
class Estimate {
  private readonly boundArguments: readonly BoundArguments[];
  /** Types share field plans, so without this there would be as many visits as types to the power of levels. */
  private readonly known = new Map<FieldPlan, Cost>();

  constructor(boundArguments: readonly BoundArguments[]) {
    this.boundArguments = boundArguments;
  }

  field(field: FieldPlan): Cost {
    if (field.selection === undefined && field.argumentsIndex === null) return NO_COST;
    let cost = this.known.get(field);
    if (!cost) this.known.set(field, (cost = this.unknownField(field)));
    return cost;
  }

  private unknownField(field: FieldPlan): Cost {
    const { definition, selection, mapping } = field;
    const bound = field.argumentsIndex === null ? undefined : this.boundArguments[field.argumentsIndex];
    if (!mapping || bound?.error) return NO_COST;
    const reading = bound ? costOfReading(field, bound.arguments) : NO_COST;
    if (!selection || !isCompositeType(getNamedType(definition.type))) return reading;
    return addCosts(this.result(field, selection, pageSize(bound)), reading);
  }

  private result({ definition }: FieldPlan, selection: SelectionPlan, size: number | undefined): Cost {
    const isList = isListType(getNullableType(definition.type));
    if (size !== undefined) {
      return multiply(size, `${definition.name} (${size})`, isList ? this.selection(selection) : this.page(selection));
    }
    const inner = this.selection(selection);
    return isList
      ? multiply(ASSUMED_LIST_SIZE, `${definition.name} (about ${ASSUMED_LIST_SIZE})`, inner)
      : { ...inner, total: inner.total + 1 };
  }

  /** The cost of one item of a page, summed over the fields of the connection that return it. */
  private page(selection: SelectionPlan): Cost {
    return fieldsOf(selection)
      .map((field) => this.partOfPage(field))
      .reduce(addCosts, NO_COST);
  }

  private partOfPage({ definition: { name }, selection }: FieldPlan): Cost {
    switch (name) {
      case 'nodes':
      case 'node':
        return this.selection(selection!);
      case 'edges':
        return this.page(selection!);
      case 'counts':
        return multiply(ASSUMED_COUNT_ROWS, `counts (about ${ASSUMED_COUNT_ROWS})`, this.selection(selection!));
      default:
        return NO_COST;
    }
  }

  /** The cost of the most expensive possible type. */
  private selection(selection: SelectionPlan): Cost {
    return [...selection.values()]
      .map((fields) => fields.map((field) => this.field(field)).reduce(addCosts, NO_COST))
      .reduce((highest, cost) => (cost.total > highest.total ? cost : highest), NO_COST);
  }
}

/** The size of the page; undefined for a field without pages. */
function pageSize(bound: BoundArguments | undefined): number | undefined {
  const size = bound?.page?.size ?? bound?.arguments.size;
  return typeof size === 'number' ? size : undefined;
}

/** What a field costs each time it is read, beside the nodes that it returns. */
function costOfReading({ definition, mapping }: FieldPlan, args: Arguments): Cost {
  const total = (mapping?.cost ?? 0) + COST_OF_ITEM * countItems(args);
  return total === 0
    ? NO_COST
    : { total, others: total, path: [`${definition.name} (${formatCount(total)} to read it)`] };
}

/** How much there is in coerced arguments beyond what is free: items of lists, and stretches of texts. */
function countItems(value: unknown): number {
  if (typeof value === 'string') return Math.floor(value.length / STRETCH);
  if (typeof value !== 'object' || value === null) return 0;
  const own = Array.isArray(value) ? Math.max(0, value.length - FREE_ITEMS) : 0;
  return Object.values(value).reduce<number>((sum, part) => sum + countItems(part), own);
}

function fieldsOf(selection: SelectionPlan): readonly FieldPlan[] {
  return [...selection.values()].flat();
}

function multiply(size: number, step: string, inner: Cost): Cost {
  return { total: size * (inner.total + 1), others: size * inner.others, path: [step, ...inner.path] };
}
