import { type GraphQLField, getNamedType, getNullableType, isLeafType, isListType, isObjectType } from 'graphql';
import { flatName } from '../../domain/time.ts';
import { type PlannedField } from '../plan/planned.ts';
import { fieldsOfOne, leafField, objectField, objectOf, typenameField, valueField } from '../response/complete.ts';
import { type Row } from '../response/read.ts';
import { type Column, type Selection, type Slot } from '../statement/selection.ts';
import { type Arguments, plainCall } from './call.ts';
import { type Mapping } from './mapping.ts';

/** A scalar or enum that lies on the thing under the field's name, or under that given. */
export function property(name?: string): Mapping {
  return leafMapping((from, field) => from.property(name ?? field.definition.name));
}

/** A scalar or enum on the relationship that led to the thing. */
export function relationshipProperty(name?: string): Mapping {
  return leafMapping((from, field) => from.relationship(name ?? field.definition.name));
}

/** A scalar or enum that an expression over the thing gives; the key tells equal expressions. */
export function expression(key: string, text: (node: string, use: Parameters<Column['text']>[1]) => string): Mapping {
  return leafMapping((from) => from.column(key, ({ node }, use) => text(node, use)));
}

/** A value made of properties of the thing, and of the field's arguments. */
export function decoded<V extends readonly unknown[]>(
  properties: readonly string[],
  decode: (values: V, args: Arguments) => unknown,
  names: readonly string[] = [],
): Mapping {
  return {
    misfit: () => undefined,
    arguments: names,
    call: plainCall,
    demand: (field, from) => {
      const slots = properties.map((name) => from.property(name));
      const { call } = field;
      return () =>
        valueField<Row>(field, (row, run) =>
          decode(slots.map(({ index }) => row[index]) as unknown as V, call === null ? {} : run.calls[call]!.arguments),
        );
    },
  };
}

/** A value that clauses over the thing end by returning. */
export function computed(key: string, text: (node: string) => string, decode: (value: never) => unknown): Mapping {
  return {
    misfit: () => undefined,
    demand: (field, from) => {
      const slot = from.column(key, ({ node }) => text(node), { isSubquery: true });
      return () => valueField<Row>(field, (row) => decode(row[slot.index] as never));
    },
  };
}

/**
 * An object whose fields lie flat on the thing, each under a name made of a prefix and the field's: `time`, `timeEdtf`. Of
 * these only what is asked for is fetched. It is null where the field `key` is; without a key it is always there.
 */
export function embedded(prefix: string, key?: string): Mapping {
  return {
    misfit: ({ type }) => {
      const named = getNullableType(type);
      if (!isObjectType(named)) return 'is embedded, but is no object';
      const odd = Object.values(named.getFields()).find((field) => !isLeaf(field));
      return odd && `is embedded, but its field ${odd.name} is no scalar or enum`;
    },
    demand: (field, from) => {
      const fields = fieldsOfOne(field.selection!);
      const slots = new Map<PlannedField, Slot>();
      for (const each of fields) {
        if (!typenameField(each)) slots.set(each, from.property(flatName(prefix, each.definition.name)));
      }
      const present = key === undefined ? undefined : from.property(flatName(prefix, key));
      return () => {
        const reads = fields.map((each) => {
          const index = slots.get(each)?.index;
          return index === undefined ? typenameField<Row>(each)! : leafField<Row>(each, (row) => row[index]);
        });
        const isThere = (row: Row) => present === undefined || (row[present.index] ?? null) !== null;
        return objectField(field, (row: Row) => (isThere(row) ? row : null), objectOf(fields, reads));
      };
    },
  };
}

function leafMapping(slotIn: (from: Selection, field: PlannedField) => Slot): Mapping {
  return {
    misfit: (field) => (isLeaf(field) ? undefined : 'is one property, but no scalar or enum'),
    demand: (field, from) => {
      const slot = slotIn(from, field);
      return () => {
        const { index } = slot;
        return leafField<Row>(field, (row) => row[index]);
      };
    },
  };
}

function isLeaf({ type }: GraphQLField<unknown, unknown>): boolean {
  return isLeafType(getNamedType(type)) && !isListType(getNullableType(type));
}
