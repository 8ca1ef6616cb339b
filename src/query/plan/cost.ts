import { GraphQLError, getNamedType, getNullableType, isCompositeType, isListType } from 'graphql';
import { type Call } from '../fields/call.ts';
import { type PlannedField, type PlannedRoot, type PlannedSelection } from './planned.ts';

/** Things that one operation may bring at once: some 20 MB of an answer, and seconds of the database's time. */
export const MOST_THINGS = 100_000;
/** What a list without pages is taken to hold: the claims of a fact, the chairs of a meeting. */
const USUAL_LENGTH = 5;
/** What a table of counts is taken to hold. */
const USUAL_ROWS = 50;

/** How many things are asked for, and the lists inside lists that bring most of them. */
interface Cost {
  things: number;
  way: readonly string[];
}

/**
 * The most things that an operation can bring, as far as its pages say: a page inside a page multiplies. It is known before
 * the database is asked.
 */
export function costOf(roots: readonly Costed[]): Cost {
  return roots.map(({ root, calls }) => costOfField(root.field, calls)).reduce(sum, FREE);
}

/** A root field, and what the arguments below it come to. */
export interface Costed {
  root: PlannedRoot;
  calls: readonly Call[];
}

/**
 * Refuses an operation that could bring too much.
 *
 * @returns undefined where it may run; else the error, with the code TOO_COSTLY, the estimate and the limit.
 */
export function tooCostly(roots: readonly Costed[]): GraphQLError | undefined {
  const { things, way } = costOf(roots);
  if (things <= MOST_THINGS) return undefined;
  const message =
    `This operation may bring ${things.toLocaleString('en')} things at once, and ${MOST_THINGS.toLocaleString('en')} are ` +
    `allowed. Most come from ${way.join(' × ')}. Ask for smaller pages, such as first: 10, and for the next one with ` +
    'after: and the endCursor of pageInfo; or ask for the inner lists in operations of their own.';
  const nodes = roots.flatMap(({ root }) => root.field.nodes);
  return new GraphQLError(message, { nodes, extensions: { code: 'TOO_COSTLY', estimate: things, limit: MOST_THINGS } });
}

const FREE: Cost = { things: 0, way: [] };

function costOfField(field: PlannedField, calls: readonly Call[]): Cost {
  const { definition, selection } = field;
  if (!selection || !isCompositeType(getNamedType(definition.type)) || !field.mapping) return FREE;
  const call = field.call === null ? undefined : calls[field.call];
  if (call?.error) return FREE;
  const size = pageSize(call);
  const isList = isListType(getNullableType(definition.type));
  if (size !== undefined) {
    const inner = isList ? costOfSelection(selection, calls) : costOfPage(selection, calls);
    return times(size, `${definition.name} (${size})`, inner);
  }
  const inner = costOfSelection(selection, calls);
  return isList
    ? times(USUAL_LENGTH, `${definition.name} (about ${USUAL_LENGTH})`, inner)
    : { ...inner, things: inner.things + 1 };
}

/** How many a page may hold; undefined for a field that has no pages. */
function pageSize(call: Call | undefined): number | undefined {
  const size = call?.page?.size ?? call?.arguments.size;
  return typeof size === 'number' ? size : undefined;
}

/** What each thing of a page brings, by whichever of its fields it is reached. */
function costOfPage(selection: PlannedSelection, calls: readonly Call[]): Cost {
  const things = (field: PlannedField): Cost => {
    switch (field.definition.name) {
      case 'nodes':
      case 'node':
        return costOfSelection(field.selection!, calls);
      case 'edges':
        return fieldsOf(field.selection!).map(things).reduce(sum, FREE);
      case 'counts':
        return times(USUAL_ROWS, `counts (about ${USUAL_ROWS})`, costOfSelection(field.selection!, calls));
      default:
        return FREE;
    }
  };
  return fieldsOf(selection).map(things).reduce(sum, FREE);
}

/** Of the types that a thing may be, the costliest counts. */
function costOfSelection(selection: PlannedSelection, calls: readonly Call[]): Cost {
  return [...selection.values()]
    .map((fields) => fields.map((field) => costOfField(field, calls)).reduce(sum, FREE))
    .reduce((most, cost) => (cost.things > most.things ? cost : most), FREE);
}

function fieldsOf(selection: PlannedSelection): readonly PlannedField[] {
  return [...selection.values()].flat();
}

function times(size: number, step: string, inner: Cost): Cost {
  return { things: size * (inner.things + 1), way: [step, ...inner.way] };
}

function sum(one: Cost, other: Cost): Cost {
  return { things: one.things + other.things, way: other.things > one.things ? other.way : one.way };
}
