import { type FieldNode, type GraphQLField, type GraphQLObjectType } from 'graphql';
import { type Arguments, type BoundArguments } from './bound-arguments.ts';
import { type ComputedValues, type ComputeEnvironment } from './computed.ts';
import { type InputFilter } from './condition.ts';
import { type CountedRoot } from './counted.ts';
import { type List, type Projection } from './projection.ts';
import { type FieldReader, type Tuple } from './reader.ts';

/** What a field of the schema means in the graph. */
export interface FieldMapping {
  /** Says why this mapping does not fit a field of the schema; undefined where it does. */
  validate(field: GraphQLField<unknown, unknown>): string | undefined;
  /** The names of the arguments it understands. */
  arguments?: readonly string[];
  /** The filters for the input objects among them. */
  inputFilters?: readonly InputFilter[];
  /** What reading it costs whatever it returns, in nodes (plan/cost.ts); 0 where it is left out. */
  cost?: number;
  /** Turns coerced arguments into parameters. Throws a ClientError where they make no sense. */
  bind?(args: Arguments): BoundArguments;
  /** For a root field whose value is computed before its statement is sent. */
  compute?: ComputedField;
  /** For a root field with lists that are counted before its statement is sent, at the same state of the graph; undefined for none. */
  counted?(root: ComputedRoot): CountedRoot | undefined;
  /** Set for a mutation, which reports malformed values itself: it gets their text. Any other field fails. */
  acceptsMalformed?: boolean;
  /**
   * Adds what the field needs to the projection of its parent. The function returned creates the reader; call it once the
   * layout has given every slot its index.
   */
  project(field: FieldPlan, projection: Projection, context: ProjectionContext): () => FieldReader<Tuple>;
  /** For a root field that is one node: how the first parameter finds it. A `ref` is an id, a key or an address, as the cache key says. */
  rootNode?: { by: 'id' | 'ref' | 'externalId' | 'activity' | 'snapshot'; label?: string };
}

/** Mappings by field name. */
export type FieldMappings = Readonly<Record<string, FieldMapping>>;

/** What a mapping knows beside its own field while an operation is projected. */
export interface ProjectionContext {
  /** Of all fields below the root field, each at its `argumentsIndex`. */
  boundArguments: readonly BoundArguments[];
  /** The types that have the field, where nodes of other types are possible too. */
  onlyTypes?: readonly string[];
  /** For a field of a connection: the list it is a page of. */
  list?: List;
}

/** A field of an operation after fragments are merged; arguments are not read yet. */
export interface FieldPlan {
  /** Its name in the response. */
  key: string;
  /** Where the operation selects it; several nodes where selections were merged. */
  nodes: readonly FieldNode[];
  parent: GraphQLObjectType;
  definition: GraphQLField<unknown, unknown>;
  /** Undefined for `__typename` and for the fields of plain values. */
  mapping: FieldMapping | undefined;
  /** Where its arguments are among those of its root field; null for a field without arguments. */
  argumentsIndex: number | null;
  /** The bound arguments, where they contain no variable. */
  constantArguments: BoundArguments | undefined;
  /** For a field with an object type. */
  selection: SelectionPlan | undefined;
}

/** What is selected of an object: fields in response order, for each type it may have. */
export type SelectionPlan = ReadonlyMap<string, readonly FieldPlan[]>;

export interface RootPlan {
  field: FieldPlan;
  /** All fields with arguments, the root field and those below it, each at its `argumentsIndex`. */
  fieldsWithArguments: readonly FieldPlan[];
}

/** A root field whose value is computed before its statement is sent, which then reads what is selected of the nodes in it. */
export interface ComputedField {
  /**
   * @returns The bound arguments with the rows of each list in its parameters; and the values of fields that are no nodes, by name, or
   *   null where the field is null.
   * @throws ClientError, which fails the field.
   */
  (root: ComputedRoot, environment: ComputeEnvironment): Promise<ComputedValue>;
}

export interface ComputedRoot {
  root: RootPlan;
  boundArguments: readonly BoundArguments[];
}

export interface ComputedValue {
  boundArguments: readonly BoundArguments[];
  values: ComputedValues | null;
}
