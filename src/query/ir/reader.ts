import { type GraphQLError } from 'graphql';
import { type BoundArguments } from './bound-arguments.ts';

/** A tuple as the statement gives it; lists of things in it are tuples again. */
export type Tuple = readonly unknown[];

/** Where in the response something stands. */
export interface ResponsePath {
  prev: ResponsePath | undefined;
  key: string | number;
}

/** One execution. */
export interface ExecutionContext {
  boundArguments: readonly BoundArguments[];
  /** Errors of fields that may be null, which became null for it. */
  errors: GraphQLError[];
}

/** Reads the value of a field from what its object comes from; throws where it must not be null and is. */
export type FieldReader<S> = (source: S, parent: ResponsePath | undefined, context: ExecutionContext) => unknown;

/** Reads an object; throws where a field of it must not be null and is. */
export type ObjectReader<S> = (source: S, path: ResponsePath, context: ExecutionContext) => object;
