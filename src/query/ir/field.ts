import { type GraphQLField } from 'graphql';
import { type InputFilter } from './condition.ts';
import { type FieldPlan } from './field-plan.ts';
import { type FieldReader, type Tuple } from './reader.ts';
import { type List, type Projection } from './projection.ts';
import { type Arguments, type BoundArguments } from './bound-arguments.ts';

/** What a field means in the graph. */
export interface FieldMapping {
  /** What is wrong with giving this meaning to a field of the schema; undefined where it fits. */
  validate(field: GraphQLField<unknown, unknown>): string | undefined;
  /** The names of the arguments that it understands. */
  arguments?: readonly string[];
  /** What the input objects among them mean. */
  inputFilters?: readonly InputFilter[];
  /** What its arguments come to. Throws a TellableError where they make no sense. */
  bind?(args: Arguments): BoundArguments;
  /** Takes what the field needs from what is at hand; the answer, asked for once all has its place, reads it. */
  project(field: FieldPlan, projection: Projection, context: ProjectionContext): () => FieldReader<Tuple>;
  /** For a root field that is one thing: how the first value of its call finds it. A reference is an id or a key. */
  rootNode?: { by: 'id' | 'ref' | 'externalId' | 'activity' | 'snapshot'; label?: string };
}

/** What holds while the needs of an operation are gathered. */
export interface ProjectionContext {
  boundArguments: readonly BoundArguments[];
  /** The types of things that have the field, where others are possible too. */
  onlyTypes?: readonly string[];
  /** For a field of a connection: the list of which it is a page. */
  list?: List;
}

/** Fields by name. */
export type FieldMappings = Readonly<Record<string, FieldMapping>>;
