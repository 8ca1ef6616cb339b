import { getNamedType, getNullableType, isCompositeType, isListType, isNonNullType } from 'graphql';
import { ClientError } from '../../domain/errors.ts';
import { type ExternalId, externalIdName } from '../../domain/identity/external-ids.ts';
import { normalizeAddress } from '../../domain/identity/web-address.ts';
import { projectItems, projectObject } from './project.ts';
import { objectField } from '../response/complete-value.ts';
import { type Tuple } from '../ir/reader.ts';
import { type Arguments, listArguments, plainArguments, refArguments } from '../ir/bound-arguments.ts';
import { type ListSpec, createList } from './list.ts';
import { type FieldMapping } from '../ir/field.ts';

/** At most one node, at the end of a path. */
export function toOne(path: string): FieldMapping {
  return {
    validate: ({ type }) =>
      isCompositeType(getNullableType(type)) ? undefined : 'is mapped to one node, but its type is not an object',
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

/** In an object that represents a relationship: the node whose id is in this property of the relationship. */
export const relatedNode = (property: string): FieldMapping => toOne(`.${property}`);

/** In an object that represents a relationship: the node it leads to. */
export function targetNode(): FieldMapping {
  return {
    validate: ({ type }) =>
      isCompositeType(getNullableType(type)) ? undefined : 'is mapped to a node, but its type is not an object',
    project: (field, projection, { boundArguments }) => {
      const createReader = projectObject(field.selection!, projection.toOne(null), { boundArguments });
      return () => objectField(field, (row: Tuple) => row, createReader());
    },
  };
}

/** All nodes at the end of a path, in the order of the spec. */
export function toMany(spec: ListSpec): FieldMapping {
  const bind = (args: Arguments) => listArguments(args, spec.filter?.conditions(args) ?? []);
  return {
    validate: ({ type }) => {
      const list = getNullableType(type);
      if (!isListType(list) || !isNonNullType(list.ofType))
        return 'is mapped to a list of nodes, but its type is not [X!]';
      return isCompositeType(getNamedType(list))
        ? undefined
        : 'is mapped to a list of nodes, but its items are not objects';
    },
    arguments: spec.filter?.names,
    inputFilters: spec.filter?.inputFilters,
    bind,
    project: (field, projection, { boundArguments, onlyTypes }) => {
      const bound = field.argumentsIndex === null ? bind({}) : boundArguments[field.argumentsIndex]!;
      return projectItems(field, projection, createList(spec, field, bound, onlyTypes), { boundArguments });
    },
  };
}

const NOT_A_NULLABLE_OBJECT = 'is mapped to one node, but its type is not a nullable object';

/** A root field: the node that its first argument refers to. Other arguments are not used in the statement. */
export function nodeByRef(by: 'id' | 'ref', label?: string, otherArguments: readonly string[] = []): FieldMapping {
  return {
    validate: ({ type, args }) => {
      if (!isCompositeType(type)) return NOT_A_NULLABLE_OBJECT;
      return args[0]?.name === by
        ? undefined
        : `is mapped to the node that its argument ${by} refers to, but has no such argument`;
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

/** A root field: the document that its first argument refers to, or that has the address in the other. */
export function documentByRefOrUrl(): FieldMapping {
  return {
    ...nodeByRef('ref', 'Document', ['url']),
    bind: (args) => {
      const [ref, url] = [args.ref ?? undefined, args.url ?? undefined];
      if ((ref === undefined) === (url === undefined)) {
        throw new ClientError(
          'BAD_USER_INPUT',
          '`document` finds a document by its key or id or by its address: give either `ref` or `url`.',
        );
      }
      return url === undefined
        ? refArguments(args, ref as string)
        : { ...plainArguments(args, [normalizeAddress((url as URL).href)]), cacheKey: 'address' };
    },
  };
}

/** A root field: the node with an external id. */
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
 * The payload of a mutation: read from the `:Activity` that it wrote, whose id is known once it is executed, or from the
 * snapshot that it took.
 *
 * @param argumentNames Its arguments, which src/api/mutations reads.
 */
export function mutationResult(by: 'activity' | 'snapshot', argumentNames: readonly string[]): FieldMapping {
  return {
    ...nodeByRef('ref'),
    validate: ({ type }) =>
      isNonNullType(type) && isCompositeType(type.ofType)
        ? undefined
        : 'is mapped as the payload of a mutation, but its type is not a non-null object',
    arguments: argumentNames,
    rootNode: { by },
    acceptsMalformed: true,
    bind: (args) => plainArguments(args, [null]),
  };
}
