import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isLeafType,
  isListType,
  isUnionType,
} from 'graphql';
import { EDTF, type Resource, type Statement, iri, isA, state, term, value } from '../../export/rdf.ts';
import { VOCABULARIES, nodeIri, partIri } from './vocabularies.ts';

/** An object as GraphQL answers it. */
type Json = Readonly<Record<string, unknown>>;

/** What is asked of each item of a list of nodes, and what is then said of it. */
export interface ItemStatements {
  /** The selection set, in braces. */
  selection: string;
  describe: (item: Json) => Iterable<Statement>;
}

/** Histories and disputes have lists of their own in the API, counts follow from the rest, and citations are texts for people. */
const LEFT_OUT = new Set(['id', 'name', 'revisions', 'descriptions', 'conflicts', 'counts', 'citation']);

/** Nodes that are described where a fact leads to them: who says so. */
const CLAIMS = 'Fact.claims';
/** Nodes that have no list of their own. */
const WITHOUT_LISTS = ['Organization.members', 'AnonymousSource'];

/** Whether a list of this type is one of nodes, which can be had as RDF. */
export const isNodeType = (type: GraphQLNamedType): boolean =>
  'getFields' in type && 'id' in type.getFields() && 'key' in type.getFields();

/**
 * What the API says of the nodes of a type, as RDF: each field is a term of the same name, each node `urn:uuid:` with its id, each object
 * that is no node a resource that belongs to its node. {@link VOCABULARIES} adds what the same is called elsewhere. Fields that take
 * arguments or come in pages are left out, as they are questions of their own.
 *
 * @param withClaims Whether the claims of facts are described with them, and not in a list of their own.
 */
export function statementsOf(schema: GraphQLSchema, type: GraphQLNamedType, withClaims: boolean): ItemStatements {
  const describer = new Describer(schema, new Set([...WITHOUT_LISTS, ...(withClaims ? [CLAIMS] : [])]));
  const shape = describer.shapeOfNode(type);
  return { selection: shape.selection, describe: (item) => shape.describe(nodeIri(item.id as string), item) };
}

interface Shape {
  selection: string;
  describe: (subject: Resource, row: Json) => Iterable<Statement>;
}

/** A field: what is asked of it, and what follows from its value. */
interface Part {
  selection: string;
  describe: (subject: Resource, found: unknown) => Iterable<Statement>;
}

class Describer {
  readonly #schema: GraphQLSchema;
  readonly #described: ReadonlySet<string>;

  constructor(schema: GraphQLSchema, described: ReadonlySet<string>) {
    this.#schema = schema;
    this.#described = described;
  }

  /** A node with all that is said of it; of an interface, as what it is. */
  shapeOfNode(type: GraphQLNamedType): Shape {
    const types = isAbstractType(type) ? this.#schema.getPossibleTypes(type) : [type as GraphQLObjectType];
    const shapes = new Map(types.map((each) => [each.name, this.#shapeOf(each, types)]));
    const fragments = [...shapes].map(([name, { selection }]) => `... on ${name} ${selection}`);
    return {
      selection: `{ __typename ${fragments.join(' ')} }`,
      describe: (subject, row) => shapes.get(row.__typename as string)!.describe(subject, row),
    };
  }

  /** @param beside Types that are asked for in the same place: fields of one name and several types need names of their own. */
  #shapeOf(type: GraphQLObjectType, beside: readonly GraphQLObjectType[] = [type]): Shape {
    const parts = Object.values(type.getFields()).flatMap((field) => {
      const part = this.#partOf(type, field);
      if (part === null) return [];
      const isAmbiguous = beside.some((other) => {
        const named = other.getFields()[field.name];
        return named !== undefined && String(named.type) !== String(field.type);
      });
      const alias = isAmbiguous ? `${field.name}_${type.name}` : field.name;
      return [
        { ...part, name: field.name, alias, selection: isAmbiguous ? `${alias}: ${part.selection}` : part.selection },
      ];
    });
    const vocabulary = VOCABULARIES[type.name];
    const label = labelOf(type);
    const isNode = isNodeType(type);
    const own = [...(isNode ? ['id'] : []), ...label, ...(vocabulary?.also ?? [])];
    return {
      selection: `{ ${[...own, ...parts.map(({ selection }) => selection)].join(' ')} }`,
      describe: function* (subject, row) {
        yield isA(subject, `chancery:${type.name}`);
        for (const name of label) if (row[name]) yield state(subject, 'rdfs:label', value(row[name] as string));
        for (const { alias, describe } of parts) yield* describe(subject, row[alias] ?? null);
        const plain = Object.fromEntries(parts.map(({ name, alias }) => [name, row[alias] ?? null]));
        if (vocabulary) yield* vocabulary.statements(subject, { ...row, ...plain });
      },
    };
  }

  #partOf(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): Part | null {
    const { name, args } = field;
    const named = getNamedType(field.type);
    const isDescribed = [type, ...type.getInterfaces()].some((each) => this.#described.has(`${each.name}.${name}`));
    const takesArguments = args.length > 0 && !isDescribed;
    if ((LEFT_OUT.has(name) && isNodeType(type)) || takesArguments || named.name.endsWith('Connection')) return null;
    if (isLeafType(named)) return leafPart(field);
    if (isUnionType(named) || isNodeType(named)) {
      return isDescribed ? this.#describedPart(name, named) : this.#referencePart(name, named);
    }
    return this.#objectPart(field, named as GraphQLObjectType);
  }

  /** Nodes that are described where they are met. */
  #describedPart(name: string, type: GraphQLNamedType): Part {
    const shape = this.shapeOfNode(type);
    return {
      selection: `${name} ${shape.selection}`,
      describe: function* (subject, found) {
        for (const node of listOf(found)) {
          const object = nodeIri(node.id as string);
          yield state(subject, `chancery:${name}`, object);
          yield* shape.describe(object, node);
        }
      },
    };
  }

  /** Nodes that are only called by their names; who is not named is described. */
  #referencePart(name: string, type: GraphQLNamedType): Part {
    const types = isAbstractType(type) ? this.#schema.getPossibleTypes(type) : [type as GraphQLObjectType];
    const described = new Map(
      types.filter((each) => this.#described.has(each.name)).map((each) => [each.name, this.#shapeOf(each)]),
    );
    const fragments = types
      .filter((each) => !described.has(each.name) && labelOf(each).length > 0)
      .map((each) => `... on ${each.name} { ${labelOf(each).join(' ')} }`);
    const shapes = [...described].map(([each, { selection }]) => `... on ${each} ${selection}`);
    const ids = isUnionType(type) ? '... on Node { id }' : 'id';
    return {
      selection: `${name} { __typename ${ids} ${[...fragments, ...shapes].join(' ')} }`,
      describe: function* (subject, found) {
        for (const node of listOf(found)) {
          const object = nodeIri(node.id as string);
          yield state(subject, `chancery:${name}`, object);
          const shape = described.get(node.__typename as string);
          yield* shape ? shape.describe(object, node) : labelStatements(object, node);
        }
      },
    };
  }

  /** Objects that are no nodes: resources that belong to the node, in their order. A time of which nothing is known is none. */
  #objectPart(field: GraphQLField<unknown, unknown>, type: GraphQLObjectType): Part {
    const { name } = field;
    const shape = this.#shapeOf(type);
    const isList = isListType(getNullableType(field.type));
    return {
      selection: `${name} ${shape.selection}`,
      describe: function* (subject, found) {
        for (const [index, row] of listOf(found).entries()) {
          if (row.edtf === null) continue;
          const object = partIri(subject, name, isList ? index : null);
          yield state(subject, `chancery:${name}`, object);
          if (isList) yield state(object, 'chancery:position', value(String(index + 1), term('xsd:integer')));
          yield* shape.describe(object, row);
        }
      },
    };
  }
}

function* labelStatements(subject: Resource, row: Json): Generator<Statement> {
  yield isA(subject, `chancery:${row.__typename as string}`);
  const label = row.name ?? row.title;
  if (label) yield state(subject, 'rdfs:label', value(label as string));
}

/** A single object as a list of one; null as none. */
function listOf(found: unknown): readonly Json[] {
  if (found === null) return [];
  return Array.isArray(found) ? (found as Json[]) : [found as Json];
}

/** The field that says what a node is called. */
const labelOf = (type: GraphQLObjectType): string[] =>
  isNodeType(type) ? ['name', 'title', 'description'].filter((name) => type.getFields()[name]).slice(0, 1) : [];

const DATATYPES: Readonly<Record<string, Resource>> = {
  Int: term('xsd:integer'),
  Float: term('xsd:double'),
  Boolean: term('xsd:boolean'),
  Date: term('xsd:date'),
  DateTime: term('xsd:dateTime'),
  EDTF,
};

function leafPart({ name, type }: GraphQLField<unknown, unknown>): Part {
  const named = getNamedType(type);
  const datatype = isEnumType(named) ? undefined : DATATYPES[named.name];
  const toTerm = (each: unknown) => (named.name === 'URL' ? iri(String(each)) : value(String(each), datatype));
  return {
    selection: name,
    describe: function* (subject, found) {
      const values = found === null ? [] : Array.isArray(found) ? (found as unknown[]) : [found];
      for (const each of values) yield state(subject, `chancery:${name}`, toTerm(each));
    },
  };
}
