import { getNamedType, getNullableType, isCompositeType, isListType, isNonNullType } from 'graphql';
import { type ExternalId, externalIdName } from '../../domain/external-ids.ts';
import { demandObject } from '../plan/demand.ts';
import { listField, objectField } from '../response/complete.ts';
import { type Row } from '../response/read.ts';
import { type List, Selection } from '../statement/selection.ts';
import { type Arguments, listCall, plainCall, referringCall } from './call.ts';
import { type ListSpec, listFor } from './list.ts';
import { type Mapping } from './mapping.ts';

/** At most one thing, at the end of a path. */
export function one(path: string): Mapping {
  return {
    misfit: ({ type }) => (isCompositeType(getNullableType(type)) ? undefined : 'leads to one thing, but is no object'),
    demand: (field, from, { calls }) => {
      const there = from.one(path);
      const present = there.column('?', ({ node }) => `${node} IS NOT NULL`, { ofWhole: () => true });
      const read = demandObject(field.selection!, there, { calls });
      return () => {
        const { index } = present;
        return objectField(field, (row: Row) => (row[index] === true ? row : null), read());
      };
    },
  };
}

/** The thing at the end of the hop whose relationship is the object at hand. */
export function there(): Mapping {
  return {
    misfit: ({ type }) => (isCompositeType(getNullableType(type)) ? undefined : 'is a thing, but no object'),
    demand: (field, from, { calls }) => {
      const read = demandObject(field.selection!, from.one(null), { calls });
      return () => objectField(field, (row: Row) => row, read());
    },
  };
}

/** All things at the end of a path, in the order given. */
export function many(spec: ListSpec): Mapping {
  const callWith = (args: Arguments) => listCall(args, spec.filter?.conditions(args) ?? []);
  return {
    misfit: ({ type }) => {
      const list = getNullableType(type);
      if (!isListType(list) || !isNonNullType(list.ofType)) return 'is a list of things, but its type is no [X!]';
      return isCompositeType(getNamedType(list)) ? undefined : 'is a list of things, but its items are no objects';
    },
    arguments: spec.filter?.names,
    inputs: spec.filter?.inputs,
    call: callWith,
    demand: (field, from, { calls, only }) => {
      const there = new Selection();
      const items: List['items'] = { selection: there, slot: { index: -1 } };
      const call = field.call === null ? callWith({}) : calls[field.call]!;
      from.list({ ...listFor(spec, field, call, only), items });
      const read = demandObject(field.selection!, there, { calls });
      return () => {
        const { index } = items.slot;
        return listField(field, (row: Row) => row[index] as Row[], read());
      };
    },
  };
}

const NO_OBJECT = 'is one thing, but its type is no object that may be null';

/** The thing that the first argument points at; what reads the further ones is not the statement. */
export function thing(by: 'id' | 'ref', label?: string, further: readonly string[] = []): Mapping {
  return {
    misfit: ({ type, args }) => {
      if (!isCompositeType(type)) return NO_OBJECT;
      return args[0]?.name === by ? undefined : `is found by its argument ${by}, which it does not have`;
    },
    arguments: [by, ...further],
    thing: { by, label },
    call: (args) => (by === 'ref' ? referringCall(args, args.ref as string) : plainCall(args, [args.id])),
    demand: (field, from, { calls }) => {
      const read = demandObject(field.selection!, from, { calls });
      return () => objectField(field, (row: Row) => row, read());
    },
  };
}

/** The thing with an id in somebody else's scheme. */
export function thingByExternalId(): Mapping {
  return {
    ...thing('ref'),
    misfit: ({ type }) => (isCompositeType(type) ? undefined : NO_OBJECT),
    arguments: ['scheme', 'value'],
    thing: { by: 'externalId' },
    call: (args) => plainCall(args, [externalIdName(args as unknown as ExternalId)]),
  };
}

/**
 * What a root field of a mutation leaves: read from the activity whose id the execution gives, once it is done, or from
 * the snapshot that it took.
 *
 * @param names Its arguments, which say what is to be done.
 */
export function outcomeOf(by: 'activity' | 'snapshot', names: readonly string[]): Mapping {
  return {
    ...thing('ref'),
    misfit: ({ type }) =>
      isNonNullType(type) && isCompositeType(type.ofType) ? undefined : 'is no object for certain',
    arguments: names,
    thing: { by },
    call: (args) => plainCall(args, [null]),
  };
}
