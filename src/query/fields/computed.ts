import { getNullableType, isCompositeType } from 'graphql';
import { type Arguments, plainArguments } from '../ir/bound-arguments.ts';
import { type FilterGroup } from '../ir/condition.ts';
import { type ComputedField, type FieldMapping, type FieldPlan } from '../ir/field.ts';
import { type List } from '../ir/projection.ts';
import { type Tuple } from '../ir/reader.ts';
import { objectField, valueField } from '../response/complete-value.ts';
import { projectItems, projectObject } from './project.ts';

/** A root field that is computed: an object whose fields are those below. */
export function computedObject(
  compute: ComputedField,
  { bind, inputFilters, names }: Pick<FilterGroup, 'inputFilters' | 'names'> & Pick<FieldMapping, 'bind'>,
): FieldMapping {
  return {
    validate: ({ type }) =>
      isCompositeType(getNullableType(type)) ? undefined : 'is mapped as an object, but its type is none',
    arguments: names,
    inputFilters,
    // Computed once for what may be hundreds of thousands of ties; a document may ask for twenty.
    cost: 5_000,
    compute,
    bind,
    project: (field, projection, { boundArguments }) => {
      const createReader = projectObject(field.selection!, projection, { boundArguments });
      return () => objectField(field, (row: Tuple, { computed }) => (computed === null ? null : row), createReader());
    },
  };
}

/** A value of a computed object. */
export function computedValue(argumentNames: readonly string[] = []): FieldMapping {
  return {
    validate: () => undefined,
    arguments: argumentNames,
    ...(argumentNames.length > 0 && { bind: plainArguments }),
    project: (field) => () =>
      valueField<Tuple>(field, (_row, { computed, boundArguments }) => {
        const value = computed![field.definition.name];
        if (typeof value !== 'function') return value;
        return (value as (args: object) => unknown)(boundArguments[field.argumentsIndex!]!.arguments);
      }),
  };
}

/**
 * A list of a computed object. Its rows are the first parameter of its bound arguments, or of those of the root field, where it has
 * none: maps that the fields of an item read as if they were properties of a relationship. `node` of each is the id of the node that it
 * leads to, `order` its place in the list.
 */
export function computedList(argumentNames: readonly string[]): FieldMapping {
  return {
    validate: () => undefined,
    arguments: argumentNames,
    ...(argumentNames.length > 0 && {
      bind: (args: Arguments) => plainArguments(args, [[]]),
    }),
    project: (field, projection, { boundArguments }) => {
      const list: List = {
        key: `${field.parent.name}.${field.definition.name}`,
        argumentsIndex: field.argumentsIndex ?? ROOT,
        match: (_outer, { node, rel }, cypher) =>
          `UNWIND ${cypher.param(0)} AS ${rel} MATCH (${node}:Thing {id: ${rel}.node})`,
        bindsRelationship: true,
        distinct: false,
        conditions: [],
        order: ({ rel }) => `${rel}.order`,
      };
      return projectItems(field, projection, list, { boundArguments });
    },
  };
}

/** The bound arguments of a root field come first. */
const ROOT = 0;

/** The name under which the row of a computed list has the value of a field. Two with different arguments are two values. */
export const rowProperty = ({ definition: { name }, argumentsIndex }: FieldPlan): string =>
  argumentsIndex === null ? name : `${name}${argumentsIndex}`;
