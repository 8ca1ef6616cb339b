import { describe, expect, test } from '@jest/globals';
import {
  type GraphQLNamedType,
  type GraphQLObjectType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
} from 'graphql';
import { schema } from '../../support/query.ts';

/**
 * Rules beyond the GraphQL specification: what generated clients cannot read, or would read wrongly. scripts/clients runs the
 * clients themselves; docs/clients.md is for those who use them.
 */
const types: GraphQLNamedType[] = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type));
const objects = types.filter(isObjectType);
const namesOf = (of: readonly GraphQLNamedType[]) => of.map(({ name }) => name);
const interfacesOf = (type: GraphQLObjectType) => namesOf(type.getInterfaces());

describe('clients can read the schema', () => {
  /**
   * sgqlc 18 (Python), sgqlc/types/datetime.py, uuid.py, relay.py and __init__.py: importing generated code fails with "Schema already
   * has Time=Time". It takes its own scalars for those of the same names, and drops its Node and PageInfo for ours.
   */
  test('sgqlc: no type has the name of one of its own, except scalars that are the same', () => {
    const own = ['Time', 'Date', 'DateTime', 'UUID', 'Connection', 'UnknownType'];
    const same = types.filter((type) => isScalarType(type) && ['Date', 'DateTime'].includes(type.name));
    expect(namesOf(types).filter((name) => own.includes(name))).toEqual(namesOf(same));
  });

  /**
   * genqlient 0.8.1 (Go), generate/convert.go: "interface Node had non-object implementation Actor", for whatever field returns an
   * interface that another one implements.
   */
  test('genqlient: no interface implements another', () => {
    const implementing = types.filter((type) => isInterfaceType(type) && type.getInterfaces().length > 0);
    expect(namesOf(implementing)).toEqual([]);
  });

  test('a fragment on a wider interface fits whatever has the narrower one', () => {
    const wider = { Actor: 'Entity', Event: 'Entity', Entity: 'Node', Fact: 'Node' };
    for (const [narrow, wide] of Object.entries(wider)) {
      const having = (name: string) => namesOf(objects.filter((type) => interfacesOf(type).includes(name)));
      expect(having(wide)).toEqual(expect.arrayContaining(having(narrow)));
      expect(having(narrow)).not.toEqual([]);
    }
  });

  /** Relay, Apollo Client and urql's Graphcache store objects under their `id`: two with the same one overwrite each other. */
  test('caches: a field `id` is the id of what has it', () => {
    const withId = objects.filter((type) => type.getFields().id !== undefined);
    expect(namesOf(withId.filter((type) => !interfacesOf(type).includes('Node')))).toEqual(['Revision', 'Snapshot']);
  });

  /** sgqlc and ariadne-codegen write `startEarliest` as `start_earliest`, and `from` as `from_`; genqlient begins with a capital. */
  test('Python and Go: no two fields are the same in snake case or with a capital', () => {
    const written = (name: string) =>
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replace(/^_+|_+$/g, '');
    for (const type of types) {
      if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
      const names = Object.keys(type.getFields()).map(written);
      expect([type.name, names.length]).toEqual([type.name, new Set(names).size]);
    }
  });

  /** Enum values become members of classes: `None`, `def` or `mro` would be lost or refused. No keyword is in capitals. */
  test('Python, Go and TypeScript: enum values are in capitals, so that none is a keyword', () => {
    const values = types.flatMap((type) => (isEnumType(type) ? type.getValues().map(({ name }) => name) : []));
    expect(values.filter((value) => !/^[A-Z][A-Z0-9_]*$/.test(value))).toEqual([]);
  });
});
