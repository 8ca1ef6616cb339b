import { type GraphQLField, getNamedType, getNullableType, isLeafType, isListType, isObjectType } from 'graphql';
import { flatPropertyName } from '../../storage/times.ts';
import {
  singleTypeFields,
  leafField,
  objectField,
  objectReader,
  typenameField,
  valueField,
} from '../response/complete-value.ts';
import { type ExecutionContext, type Tuple } from '../ir/reader.ts';
import { type Column, type Projection, type Slot } from '../ir/projection.ts';
import { type Arguments, plainArguments } from '../ir/bound-arguments.ts';
import { type FieldMapping, type FieldPlan } from '../ir/field.ts';

/** A scalar or enum that is a property of the node, by default with the name of the field. */
export function property(name?: string): FieldMapping {
  return leafMapping((projection, field) => projection.property(name ?? field.definition.name));
}

/** A scalar or enum that is a property of the relationship that led to the node. */
export function relationshipProperty(name?: string): FieldMapping {
  return leafMapping((projection, field) => projection.relationship(name ?? field.definition.name));
}

/** A scalar or enum that is a Cypher expression over the node; equal expressions have equal keys. */
export function expression(
  key: string,
  text: (node: string, cypher: Parameters<Column['text']>[1]) => string,
): FieldMapping {
  return leafMapping((projection) => projection.column(key, ({ node }, cypher) => text(node, cypher)));
}

/** A value computed from properties of the node and the arguments of the field. */
export function mapped<V extends readonly unknown[]>(
  properties: readonly string[],
  map: (values: V, args: Arguments) => unknown,
  argumentNames: readonly string[] = [],
): FieldMapping {
  return {
    validate: () => undefined,
    arguments: argumentNames,
    bind: plainArguments,
    project: (field, projection) => {
      const slots = properties.map((name) => projection.property(name));
      return () =>
        valueField<Tuple>(field, (row, context) =>
          map(slots.map(({ index }) => row[index]) as unknown as V, argumentsOf(field, context)),
        );
    },
  };
}

/** A value that Cypher clauses over the node return, mapped with the arguments of the field. */
export function subquery(
  key: string,
  text: (node: string) => string,
  map: (value: never, args: Arguments) => unknown,
  argumentNames: readonly string[] = [],
): FieldMapping {
  return {
    validate: () => undefined,
    arguments: argumentNames,
    bind: plainArguments,
    project: (field, projection) => {
      const slot = projection.column(key, ({ node }) => text(node), { isSubquery: true });
      return () =>
        valueField<Tuple>(field, (row, context) => map(row[slot.index] as never, argumentsOf(field, context)));
    },
  };
}

/** The coerced arguments of a field; none where it has none. */
const argumentsOf = ({ argumentsIndex }: FieldPlan, { boundArguments }: ExecutionContext): Arguments =>
  argumentsIndex === null ? {} : boundArguments[argumentsIndex]!.arguments;

/**
 * An object stored as flat properties of the node, whose names are a prefix and the name of the field: `timeEdtf` is
 * `edtf` of `time`. Only the fields asked for are read. The object is null if its field `key` is; without a key, it never is.
 */
export function embeddedObject(prefix: string, key?: string): FieldMapping {
  return {
    validate: ({ type }) => {
      const objectType = getNullableType(type);
      if (!isObjectType(objectType)) return 'is mapped as an embedded object, but its type is not an object';
      const nested = Object.values(objectType.getFields()).find((field) => !isLeaf(field));
      return nested && `is mapped as an embedded object, but its field ${nested.name} is not a scalar or enum`;
    },
    project: (field, projection) => {
      const fields = singleTypeFields(field.selection!);
      const slots = new Map<FieldPlan, Slot>();
      for (const subfield of fields) {
        if (!typenameField(subfield))
          slots.set(subfield, projection.property(flatPropertyName(prefix, subfield.definition.name)));
      }
      const present = key === undefined ? undefined : projection.property(flatPropertyName(prefix, key));
      return () => {
        const reads = fields.map((subfield) => {
          const index = slots.get(subfield)?.index;
          return index === undefined
            ? typenameField<Tuple>(subfield)!
            : leafField<Tuple>(subfield, (row) => row[index]);
        });
        const isPresent = (row: Tuple) => present === undefined || (row[present.index] ?? null) !== null;
        return objectField(field, (row: Tuple) => (isPresent(row) ? row : null), objectReader(fields, reads));
      };
    },
  };
}

function leafMapping(getSlot: (projection: Projection, field: FieldPlan) => Slot): FieldMapping {
  return {
    validate: (field) => (isLeaf(field) ? undefined : 'is mapped to a property, but its type is not a scalar or enum'),
    project: (field, projection) => {
      const slot = getSlot(projection, field);
      return () => {
        const { index } = slot;
        return leafField<Tuple>(field, (row) => row[index]);
      };
    },
  };
}

function isLeaf({ type }: GraphQLField<unknown, unknown>): boolean {
  return isLeafType(getNamedType(type)) && !isListType(getNullableType(type));
}
