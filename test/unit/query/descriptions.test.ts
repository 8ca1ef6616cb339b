import { describe, expect, test } from '@jest/globals';
import {
  type GraphQLArgument,
  type GraphQLNamedType,
  type GraphQLSchema,
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedDirective,
  isSpecifiedScalarType,
} from 'graphql';
import { schema } from '../../support/query.ts';

/** Something of a schema that a description is for, by its schema coordinate: `Query.meeting(ref:)`. */
interface Element {
  coordinate: string;
  name: string;
  description: string | null | undefined;
}

/** Everything of ours in the schema; what GraphQL itself brings describes itself. */
function elementsOf(schema: GraphQLSchema): Element[] {
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );
  const directives = schema.getDirectives().filter((directive) => !isSpecifiedDirective(directive));
  return [
    ...types.flatMap((type) => [elementAt(type.name, type), ...partsOf(type)]),
    ...directives.flatMap((each) => [elementAt(`@${each.name}`, each), ...argumentsOf(`@${each.name}`, each.args)]),
  ];
}

function partsOf(type: GraphQLNamedType): Element[] {
  if (isEnumType(type)) return type.getValues().map((value) => elementAt(`${type.name}.${value.name}`, value));
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).map((field) => elementAt(`${type.name}.${field.name}`, field));
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => {
    const coordinate = `${type.name}.${field.name}`;
    return [elementAt(coordinate, field), ...argumentsOf(coordinate, field.args)];
  });
}

const argumentsOf = (of: string, args: readonly GraphQLArgument[]): Element[] =>
  args.map((argument) => elementAt(`${of}(${argument.name}:)`, argument));

const elementAt = (coordinate: string, { name, description }: Omit<Element, 'coordinate'>): Element => ({
  coordinate,
  name,
  description,
});

const FEWEST_WORDS = 3;
/** Words that say nothing by themselves. */
const FILLERS = new Set([
  'a',
  'an',
  'the',
  'of',
  'it',
  'its',
  'is',
  'this',
  'that',
  'in',
  'to',
  'for',
  'by',
  'on',
  'at',
]);

/** What is wrong with a description; undefined where nothing is. */
function faultOf({ name, description }: Element): string | undefined {
  if (!description?.trim()) return 'has no description';
  const words = wordsOf(description);
  if (words.length < FEWEST_WORDS) return `says too little: ${description}`;
  const known = new Set(wordsOf(name).flatMap((word) => [word, `${word}s`, word.replace(/s$/, '')]));
  if (words.every((word) => known.has(word) || FILLERS.has(word))) return `only repeats the name: ${description}`;
  if (!/\.$/.test(description)) return `does not end with a full stop: ${description}`;
  return undefined;
}

/** The words of a text or a name in lower case: `expectedVersion` and `EXPECTED_VERSION` have two. */
const wordsOf = (text: string): string[] =>
  text
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

const faultsIn = (schema: GraphQLSchema): string[] =>
  elementsOf(schema).flatMap((element) => {
    const fault = faultOf(element);
    return fault === undefined ? [] : [`${element.coordinate} ${fault}`];
  });

describe('descriptions', () => {
  test('are there for every type, field, argument, input field and enum value, and say something', () => {
    expect(faultsIn(schema)).toEqual([]);
  });

  test('that are missing, empty, too short or only a name are found wherever they are', () => {
    const poor = buildSchema(`
      directive @hint(why: String) on FIELD
      type Query { "The chairs of the query." chairs(first: Int): Word! "   " blank: Int "A field that is described." good: Int }
      "Says too" interface Thing { id: ID! }
      input WordFilter { "The expected versions." expectedVersion: Int }
      "One of the words there are." enum Word { "The last word there is" LAST NONE }
    `);
    expect(faultsIn(poor)).toEqual([
      'Query has no description',
      'Query.chairs(first:) has no description',
      'Query.blank has no description',
      'Thing says too little: Says too',
      'Thing.id has no description',
      'WordFilter has no description',
      'WordFilter.expectedVersion only repeats the name: The expected versions.',
      'Word.LAST does not end with a full stop: The last word there is',
      'Word.NONE has no description',
      '@hint has no description',
      '@hint(why:) has no description',
    ]);
  });
});
