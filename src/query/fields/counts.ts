import { getNamedType, isEnumType } from 'graphql';
import { ClientError } from '../../domain/errors.ts';
import { projectObject } from './project.ts';
import { leafField, listField, valueField } from '../response/complete-value.ts';
import { type CountedGroup } from '../ir/counted.ts';
import { type ExecutionContext, type Tuple } from '../ir/reader.ts';
import { type CountedValue, type Dimension, type GroupCounts, Projection } from '../ir/projection.ts';
import { plainArguments } from '../ir/bound-arguments.ts';
import { projectValueObject } from './connection.ts';
import { type FieldMapping } from '../ir/field.ts';

/** Only the largest groups are returned, as schema/counts.graphql says. */
export const MAX_GROUPS = 1_000;
const MAX_DIMENSIONS = 3;

/** A group as the statement returns it. */
type GroupRow = readonly [count: number, values: readonly (string | null)[], entities?: readonly (Tuple | null)[]];

/** Of the field, with the groups where they are known before the statement is sent. */
interface CountsArguments {
  by: string[];
  of?: string;
  counted?: readonly CountedGroup[];
}

/** The ids of the entities of groups, each once. */
export const entityIds = (groups: readonly CountedGroup[]): string[] => [
  ...new Set(groups.flatMap(({ entities }) => entities.filter((id) => id !== null))),
];

/** Groups that are known, with the tuples of their entities in the order of {@link entityIds}. */
function toGroupRows(groups: readonly CountedGroup[], tuples: readonly Tuple[]): GroupRow[] {
  const byId = new Map(
    tuples.length > 0 ? entityIds(groups).map((id, index) => [id, tuples[index]![0] as Tuple | null]) : [],
  );
  return groups.map(({ count, values, entities }) => [
    count,
    values,
    entities.map((id) => (id === null ? null : (byId.get(id) ?? null))),
  ]);
}

/** A dimension, and whether the values are in the order of time. */
export type CountsDimension = Dimension & { isTime?: true };

/** What can be counted, by the values of the argument `of`; null is the nodes of the list themselves. */
export type CountedUnits = Readonly<Record<string, CountedValue | null>>;

/**
 * The field `counts` of a connection: counts the whole filtered list in groups by up to three of these dimensions.
 *
 * @param units Where the field has an argument `of`.
 * @param where A predicate over the nodes of the list that count; all of them if left out.
 */
export function counts(
  dimensions: Readonly<Record<string, CountsDimension>>,
  { units, where }: { units?: CountedUnits; where?: GroupCounts['where'] } = {},
): FieldMapping {
  return {
    validate: ({ type, args }) => {
      const by = getNamedType(args[0]?.type);
      if (String(type) !== '[CountRow!]!' || !isEnumType(by)) return 'is mapped as counts, but has another type';
      const of = getNamedType(args.find(({ name }) => name === 'of')?.type);
      const unmapped =
        by.getValues().find(({ name }) => !dimensions[name]) ??
        (isEnumType(of) ? of.getValues().find(({ name }) => units?.[name] === undefined) : undefined);
      return unmapped && `counts ${unmapped.name}, which the model does not map`;
    },
    arguments: units ? ['by', 'of'] : ['by'],
    bind: (args) => {
      const by = args.by as string[];
      if (by.length > MAX_DIMENSIONS) {
        throw new ClientError(
          'BAD_USER_INPUT',
          `\`by\` names ${by.length} dimensions; expected at most ${MAX_DIMENSIONS}. Use fewer, or filter the ` +
            'list and count each part.',
        );
      }
      return {
        ...plainArguments(args, [BigInt(MAX_GROUPS)]),
        cacheKey: [...by, args.of as string | undefined].join(' '),
      };
    },
    project: (field, _projection, { boundArguments, list }) => {
      const { by, of, counted } = boundArguments[field.argumentsIndex!]!.arguments as unknown as CountsArguments;
      const request: GroupCounts = {
        argumentsIndex: field.argumentsIndex!,
        isCounted: counted && true,
        dimensions: by.map((name) => dimensions[name]!),
        where,
        distinct: (of === undefined ? undefined : units?.[of]) ?? undefined,
        inOrderOfValues: by[0] !== undefined && dimensions[by[0]]!.isTime === true,
        slot: { index: -1 },
      };
      (list!.counts ??= []).push(request);
      const createGroupReader = projectValueObject<GroupRow>(field.selection!, (subfield) => {
        switch (subfield.definition.name) {
          case 'values':
            return () => valueField(subfield, ([, values]) => values);
          case 'count':
            return () => leafField(subfield, ([count]) => count);
          default: {
            const createEntityReader = projectObject(subfield.selection!, (request.entities ??= new Projection()), {
              boundArguments,
            });
            return () => {
              const read = createEntityReader();
              return listField(
                subfield,
                ([, values, entities]) => values.map((key, index) => (key === null ? null : entities![index])),
                (node, path, context) => (node ? read(node, path, context) : null),
              );
            };
          }
        }
      });
      const groupsOf = (row: Tuple, context: ExecutionContext): readonly GroupRow[] => {
        const { counted } = context.boundArguments[field.argumentsIndex!]!.arguments as unknown as CountsArguments;
        const read = row[request.slot.index];
        return counted ? toGroupRows(counted, (read ?? []) as Tuple[]) : (read as GroupRow[]);
      };
      return () => listField(field, groupsOf, createGroupReader());
    },
  };
}
