import { type BoundArguments } from '../ir/bound-arguments.ts';
import { type CountedGroup } from '../ir/counted.ts';
import { type FieldMapping, type FieldPlan } from '../ir/field.ts';
import { singleTypeFields } from '../response/complete-value.ts';
import { writeNodeNumbers } from '../statement/cypher-writer.ts';
import { toParameters } from '../statement/parameters.ts';
import { connection } from './connection.ts';
import { type CountsDimension, MAX_GROUPS, entityIds } from './counts.ts';
import { type ListSpec, createList } from './list.ts';
import { type Orders } from './page.ts';

/**
 * A connection of all nodes with a label whose field `counts` is counted before its statement is sent, which then has the groups as a
 * parameter. They are the same as those that the statement would count.
 *
 * @param dimensions Those of its field `counts`, and paths from a node to all that they rest on beside itself.
 */
export function countedConnection(
  spec: Omit<ListSpec, 'order'> & { label: string; orders: Orders },
  { dimensions, restsOn }: { dimensions: Readonly<Record<string, CountsDimension>>; restsOn: readonly string[] },
): FieldMapping {
  const counted: FieldMapping['counted'] = ({ root: { field }, boundArguments }) => {
    const bound = boundArguments[field.argumentsIndex!]!;
    const counts = singleTypeFields(field.selection!).filter((each) => isCounted(each, boundArguments));
    // As of an instant, everything is read from revisions.
    if (bound.error || counts.length === 0 || bound.arguments.knownAt instanceof Date) return undefined;
    const found = { ...bound, conditions: bound.conditions.filter(({ among }) => !among) };
    const list = createList({ ...spec, order: () => '' }, field, found, undefined);
    const statement = writeNodeNumbers(list, boundArguments.length - 1);
    const names = counts.map(({ argumentsIndex }) => boundArguments[argumentsIndex!]!.arguments.by as string[]);
    return {
      list: {
        label: spec.label,
        restsOn,
        statement: statement.text,
        parameters: toParameters(statement, boundArguments),
        among: bound.conditions.flatMap(({ among }) =>
          among ? [{ name: among.dimension, dimension: dimensions[among.dimension]!, values: among.values }] : [],
        ),
        by: names.map((by) => by.map((name) => ({ name, dimension: dimensions[name]! }))),
      },
      withGroups: (groups) => {
        const filled = [...boundArguments];
        counts.forEach(({ argumentsIndex }, index) => {
          const isByTime = dimensions[names[index]![0] ?? '']?.isTime === true;
          filled[argumentsIndex!] = withRows(boundArguments[argumentsIndex!]!, inOrder(groups[index]!, isByTime));
        });
        return filled;
      },
    };
  };
  return { ...connection(spec), counted };
}

const isCounted = ({ definition, argumentsIndex }: FieldPlan, boundArguments: readonly BoundArguments[]) =>
  definition.name === 'counts' && !boundArguments[argumentsIndex!]!.error;

/** The arguments of `counts` with the groups, and the ids of their entities as a second parameter. */
const withRows = (bound: BoundArguments, counted: readonly CountedGroup[]): BoundArguments => ({
  ...bound,
  cacheKey: `${bound.cacheKey} counted`,
  arguments: { ...bound.arguments, counted },
  parameters: [...bound.parameters, entityIds(counted)],
});

/** The largest groups, in the order of their sizes or, where they are by time, of their values. */
function inOrder(groups: readonly CountedGroup[], isByTime: boolean): CountedGroup[] {
  const largest = groups.toSorted((a, b) => b.count - a.count || byValues(a, b)).slice(0, MAX_GROUPS);
  return isByTime ? largest.sort(byValues) : largest;
}

/** None comes last. */
function byValues({ values: a }: CountedGroup, { values: b }: CountedGroup): number {
  const place = a.findIndex((value, index) => value !== b[index]);
  if (place < 0) return 0;
  const [left, right] = [a[place] ?? null, b[place] ?? null];
  if (left === null || right === null) return left === null ? 1 : -1;
  return left < right ? -1 : 1;
}
