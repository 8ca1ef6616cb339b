import {
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  GraphQLBoolean,
  GraphQLNonNull,
  type GraphQLSchema,
  TypeNameMetaFieldDef,
  doTypesOverlap,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
  isUnionType,
} from 'graphql';
import fc from 'fast-check';
import { missingResolvers } from '../reference/reference.ts';
import { CHOICES, type Directive, Fields, type Item, type Value, type Variable } from './shapes.ts';
import { type ArgumentValues } from './argument-values.ts';

/** Levels of things inside things. */
const MAX_DEPTH = 3;

/** Few, so that fields often want the same name. */
const ALIASES: fc.Arbitrary<string | null> = fc.oneof(
  { arbitrary: fc.constant(null), weight: 3 },
  { arbitrary: fc.constantFrom('a', 'b', 'key', 'id', '__proto__'), weight: 1 },
);

/** Draws operations that are valid for the schema, made of values of the world. */
export class OperationArbitrary {
  private readonly schema: GraphQLSchema;
  private readonly world: ArgumentValues;
  private readonly missing: readonly string[];
  private readonly known = new Map<string, fc.Arbitrary<unknown>>();

  constructor(schema: GraphQLSchema, world: ArgumentValues) {
    this.schema = schema;
    this.world = world;
    this.missing = missingResolvers(schema);
  }

  /** What is asked of the root. */
  operation(): fc.Arbitrary<Item[]> {
    const query = this.schema.getQueryType()!;
    const roots = (depth: number) => fc.array(this.item(query, depth), { minLength: 1, maxLength: 2, size: 'max' });
    return fc.oneof(
      { arbitrary: roots(1), weight: 4 },
      { arbitrary: roots(2), weight: 3 },
      { arbitrary: roots(MAX_DEPTH), weight: 1 },
    );
  }

  /** What the reference cannot answer is no question; another test tells of it. */
  private isKnown(type: GraphQLObjectType | GraphQLInterfaceType, { name }: GraphQLField<unknown, unknown>): boolean {
    const [object] = isInterfaceType(type) ? this.schema.getPossibleTypes(type) : [type];
    return !this.missing.includes(`${object!.name}.${name}`);
  }

  private once<T>(key: string, make: () => fc.Arbitrary<T>): fc.Arbitrary<T> {
    let known = this.known.get(key) as fc.Arbitrary<T> | undefined;
    if (!known) this.known.set(key, (known = make()));
    return known;
  }

  private items(type: GraphQLCompositeType, depth: number): fc.Arbitrary<Item[]> {
    return this.once(`items ${type.name} ${depth}`, () =>
      fc.array(this.item(type, depth), { minLength: 1, maxLength: 4, size: 'max' }),
    );
  }

  private item(type: GraphQLCompositeType, depth: number): fc.Arbitrary<Item> {
    return this.once(`item ${type.name} ${depth}`, () => {
      const fields = isUnionType(type)
        ? []
        : Object.values(type.getFields()).filter((field) => this.isKnown(type, field));
      const isQuery = type === this.schema.getQueryType();
      const plain = fields.filter((field) => !isQuery && depthBelow(field, depth) === depth);
      const deeper = fields.filter((field) => depthBelow(field, depth) === depth - 1 && depth > 0);
      const oneOf = (some: readonly GraphQLField<unknown, unknown>[]) =>
        fc.oneof(...some.map((field) => this.field(type, field, depth)));
      return fc.oneof(
        { arbitrary: this.field(type, TypeNameMetaFieldDef, depth), weight: 1 },
        ...(plain.length > 0 ? [{ arbitrary: oneOf(plain), weight: 6 }] : []),
        ...(deeper.length > 0 ? [{ arbitrary: oneOf(deeper), weight: isQuery ? 20 : 4 }] : []),
        { arbitrary: this.fragment(type, depth), weight: isUnionType(type) ? 6 : isQuery ? 1 : 2 },
      );
    });
  }

  private field(
    parent: GraphQLCompositeType,
    field: GraphQLField<unknown, unknown>,
    depth: number,
  ): fc.Arbitrary<Item> {
    const type = getNamedType(field.type);
    const items = isCompositeType(type)
      ? this.lazily(`${type.name} ${depthBelow(field, depth)}`, () => this.items(type, depthBelow(field, depth)))
      : fc.constant(null);
    return fc.record({
      kind: fc.constant('field' as const),
      parent: fc.constant(parent.name),
      field: fc.constant(field),
      alias: ALIASES,
      arguments: this.arguments(field),
      directive: this.directive(),
      items,
      twice: isCompositeType(type) ? rarely() : fc.constant(false),
    });
  }

  private fragment(parent: GraphQLCompositeType, depth: number): fc.Arbitrary<Item> {
    const fitting = Object.values(this.schema.getTypeMap())
      .filter(isCompositeType)
      .filter((type) => !type.name.startsWith('__') && doTypesOverlap(this.schema, parent, type));
    return fc.oneof(
      ...[null, ...fitting].map((on) =>
        fc.record({
          kind: fc.constant('fragment' as const),
          on: fc.constant(on && on.name),
          form: on
            ? fc.constantFrom('inline' as const, 'named' as const, 'named twice' as const)
            : fc.constant('inline' as const),
          directive: this.directive(),
          items: this.lazily(`${(on ?? parent).name} ${depth}`, () => this.items(on ?? parent, depth)),
        }),
      ),
    );
  }

  /** Types lead to each other in circles, so what is inside is made when it is needed. */
  private lazily<T>(key: string, make: () => fc.Arbitrary<T>): fc.Arbitrary<T> {
    return this.once(`lazily ${key}`, () => fc.constant(null).chain(make));
  }

  private directive(): fc.Arbitrary<Directive | null> {
    return this.once('directive', () => {
      const value = this.value(new GraphQLNonNull(GraphQLBoolean), 'if', '');
      const directive = fc.record({ name: fc.constantFrom('skip' as const, 'include' as const), if: value });
      return fc.oneof({ arbitrary: fc.constant(null), weight: 12 }, { arbitrary: directive, weight: 1 });
    });
  }

  private arguments(field: GraphQLField<unknown, unknown>): fc.Arbitrary<Readonly<Record<string, Value>>> {
    const found = getNamedType(field.type).name;
    const paging = field.args.some(({ name }) => name === 'first');
    // What was known then is compared with what was told then: test/database/query/as-of.test.ts.
    const args = field.args.filter(({ name }) => name !== 'knownAt');
    if (!paging) return this.values(args, isRequiredArgument, found);
    // Without a number a page has twenty, and those inside as many again: most ask for few.
    const [first, last] = ['first', 'last'].map((name) => args.find((arg) => arg.name === name));
    const others = args.filter((arg) => arg !== first && arg !== last);
    const number = (arg: GraphQLArgument | undefined) =>
      arg ? this.value(arg.type, arg.name, found).map((value) => ({ [arg.name]: value })) : fc.constant({});
    const size = fc.oneof(
      { arbitrary: number(first), weight: 10 },
      { arbitrary: number(last), weight: 6 },
      { arbitrary: fc.tuple(number(first), number(last)).map(([a, b]) => ({ ...a, ...b })), weight: 1 },
      { arbitrary: fc.constant({}), weight: 1 },
    );
    return fc.tuple(size, this.values(others, isRequiredArgument, found)).map(([page, rest]) => ({ ...page, ...rest }));
  }

  private values<A extends GraphQLArgument | GraphQLInputField>(
    all: readonly A[],
    isRequired: (one: A) => boolean,
    found: string,
    rarity = 2,
  ): fc.Arbitrary<Readonly<Record<string, Value>>> {
    const each = all.map((one) => {
      const value = this.value(one.type, one.name, found).map((some) => ({ [one.name]: some }));
      return isRequired(one)
        ? value
        : fc.oneof({ arbitrary: fc.constant({}), weight: rarity }, { arbitrary: value, weight: 1 });
    });
    return fc.tuple(...each).map((some) => Object.assign({}, ...some) as Record<string, Value>);
  }

  private value(type: GraphQLInputType, name: string, found: string): fc.Arbitrary<Value> {
    return this.once(`value ${String(type)} ${name} ${found}`, () => {
      const plain = this.nullable(type, this.plain(type, name, found));
      return fc.record({ type: fc.constant(type), plain, variable: this.variable(type, plain) });
    });
  }

  private nullable(type: GraphQLInputType, plain: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
    if (isNonNullType(type)) return plain;
    return fc.oneof({ arbitrary: plain, weight: 14 }, { arbitrary: fc.constant(null), weight: 1 });
  }

  private plain(type: GraphQLInputType, name: string, found: string): fc.Arbitrary<unknown> {
    if (isNonNullType(type)) return this.plain(type.ofType, name, found);
    if (isListType(type)) return fc.array(this.plain(type.ofType, name, found), { maxLength: 3 });
    if (isEnumType(type)) return fc.constantFrom(...type.getValues().map((value) => value.name));
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields());
      // A set of many alternatives, each of many conditions, finds nothing and takes Neo4j a second to plan.
      const rarity = type.name.endsWith('Conditions') ? 8 : undefined;
      return this.values(fields, isRequiredInputField, found, rarity).map((values) => new Fields(values));
    }
    return this.world.scalar(type.name, name, found);
  }

  private variable(type: GraphQLInputType, plain: fc.Arbitrary<unknown>): fc.Arbitrary<Variable | null> {
    const given = isNonNullType(type)
      ? fc.constant('value' as const)
      : fc.constantFrom('value' as const, 'value' as const, 'null' as const, 'nothing' as const);
    const others = fc.array(plain, { minLength: CHOICES - 1, maxLength: CHOICES - 1 });
    const variable = fc.record({ hasDefault: fc.boolean(), given: fc.tuple(given, given), others });
    return fc.oneof(fc.constant(null), variable);
  }
}

/** How deep it may go below a field: a step into a thing costs one, parts of a thing or a page nothing. */
function depthBelow(field: GraphQLField<unknown, unknown>, depth: number): number {
  const { name } = getNamedType(field.type);
  const isThing =
    isCompositeType(getNamedType(field.type)) &&
    !/^(PageInfo|TimeSpan|Name|ExternalId|Count|CountRow|DocumentCount)$|Edge$/.test(name);
  // What a page is of has been paid for by the field that is the page.
  return isThing && field.name !== 'nodes' && field.name !== 'node' ? depth - 1 : depth;
}

function rarely(): fc.Arbitrary<boolean> {
  return fc.nat(9).map((number) => number === 9);
}
