import { getNamedType, getNullableType, isCompositeType, isListType, isNonNullType } from 'graphql';
import { type ExternalId, externalIdName } from '../../domain/identity/external-ids.ts';
import { projectObject } from './project.ts';
import { listField, objectField } from '../response/complete-value.ts';
import { type Tuple } from '../ir/reader.ts';
import { type List, Projection } from '../ir/projection.ts';
import { type Arguments, listArguments, plainArguments, refArguments } from '../ir/bound-arguments.ts';
import { type ListSpec, createList } from './list.ts';
import { type FieldMapping } from '../ir/field.ts';

/** At most one thing, at the end of a path. */
export function toOne(path: string): FieldMapping {
  return {
    validate: ({ type }) =>
      isCompositeType(getNullableType(type)) ? undefined : 'leads to one thing, but is no object',
    project: (field, projection, { boundArguments }) => {
      const target = projection.toOne(path);
      const present = target.column('?', ({ node }) => `${node} IS NOT NULL`, { fromFullNode: () => true });
      const createReader = projectObject(field.selection!, target, { boundArguments });
      return () => {
        const { index } = present;
        return objectField(field, (row: Tuple) => (row[index] === true ? row : null), createReader());
      };
    },
  };
}

/** The thing at the end of the hop whose relationship is the object at hand. */
export function targetNode(): FieldMapping {
  return {
    validate: ({ type }) => (isCompositeType(getNullableType(type)) ? undefined : 'is a thing, but no object'),
    project: (field, projection, { boundArguments }) => {
      const createReader = projectObject(field.selection!, projection.toOne(null), { boundArguments });
      return () => objectField(field, (row: Tuple) => row, createReader());
    },
  };
}

/** All things at the end of a path, in the order given. */
export function toMany(spec: ListSpec): FieldMapping {
  const bind = (args: Arguments) => listArguments(args, spec.filter?.conditions(args) ?? []);
  return {
    validate: ({ type }) => {
      const list = getNullableType(type);
      if (!isListType(list) || !isNonNullType(list.ofType)) return 'is a list of things, but its type is no [X!]';
      return isCompositeType(getNamedType(list)) ? undefined : 'is a list of things, but its items are no objects';
    },
    arguments: spec.filter?.names,
    inputFilters: spec.filter?.inputFilters,
    bind: bind,
    project: (field, projection, { boundArguments, onlyTypes }) => {
      const target = new Projection();
      const items: List['items'] = { projection: target, slot: { index: -1 } };
      const bound = field.argumentsIndex === null ? bind({}) : boundArguments[field.argumentsIndex]!;
      projection.list({ ...createList(spec, field, bound, onlyTypes), items });
      const createReader = projectObject(field.selection!, target, { boundArguments });
      return () => {
        const { index } = items.slot;
        return listField(field, (row: Tuple) => row[index] as Tuple[], createReader());
      };
    },
  };
}

const NOT_A_NULLABLE_OBJECT = 'is one thing, but its type is no object that may be null';

/** The thing that the first argument points at; what reads the further ones is not the statement. */
export function nodeByRef(by: 'id' | 'ref', label?: string, otherArguments: readonly string[] = []): FieldMapping {
  return {
    validate: ({ type, args }) => {
      if (!isCompositeType(type)) return NOT_A_NULLABLE_OBJECT;
      return args[0]?.name === by ? undefined : `is found by its argument ${by}, which it does not have`;
    },
    arguments: [by, ...otherArguments],
    rootNode: { by, label },
    bind: (args) => (by === 'ref' ? refArguments(args, args.ref as string) : plainArguments(args, [args.id])),
    project: (field, projection, { boundArguments }) => {
      const createReader = projectObject(field.selection!, projection, { boundArguments });
      return () => objectField(field, (row: Tuple) => row, createReader());
    },
  };
}

/** The thing with an id in somebody else's scheme. */
export function nodeByExternalId(): FieldMapping {
  return {
    ...nodeByRef('ref'),
    validate: ({ type }) => (isCompositeType(type) ? undefined : NOT_A_NULLABLE_OBJECT),
    arguments: ['scheme', 'value'],
    rootNode: { by: 'externalId' },
    bind: (args) => plainArguments(args, [externalIdName(args as unknown as ExternalId)]),
  };
}

/**
 * What a root field of a mutation leaves: read from the activity whose id the execution gives, once it is done, or from
 * the snapshot that it took.
 *
 * @param argumentNames Its arguments, which say what is to be done.
 */
export function mutationResult(by: 'activity' | 'snapshot', argumentNames: readonly string[]): FieldMapping {
  return {
    ...nodeByRef('ref'),
    validate: ({ type }) =>
      isNonNullType(type) && isCompositeType(type.ofType) ? undefined : 'is no object for certain',
    arguments: argumentNames,
    rootNode: { by },
    bind: (args) => plainArguments(args, [null]),
  };
}
