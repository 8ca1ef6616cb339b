import { type GraphQLError } from 'graphql';
import { type BoundArguments } from './bound-arguments.ts';
import { type ComputedValues } from './computed.ts';

/** A row of a statement: a value per slot. Lists of nodes in it are lists of tuples. */
export type Tuple = readonly unknown[];

/** A position in the response, from the inside out. */
export interface ResponsePath {
  prev: ResponsePath | undefined;
  key: string | number;
}

/** The state of one execution. */
export interface ExecutionContext {
  boundArguments: readonly BoundArguments[];
  /** Of a root field that is computed: its values by name; null where the field is null. */
  computed?: ComputedValues | null;
  /** Errors of nullable fields, which became null. */
  errors: GraphQLError[];
}

/** Reads and completes a field from the source of its object; throws where a non-null field has no value. */
export type FieldReader<S> = (source: S, parent: ResponsePath | undefined, context: ExecutionContext) => unknown;

/** Reads an object; throws where one of its non-null fields has no value. */
export type ObjectReader<S> = (source: S, path: ResponsePath, context: ExecutionContext) => object;
