import { type GraphQLError } from 'graphql';
import { type Call } from '../fields/call.ts';

/** A tuple as the statement gives it; lists of things in it are tuples again. */
export type Row = readonly unknown[];

/** Where in the response something stands. */
export interface Path {
  prev: Path | undefined;
  key: string | number;
}

/** One execution. */
export interface Run {
  calls: readonly Call[];
  /** Errors of fields that may be null, which became null for it. */
  errors: GraphQLError[];
}

/** Reads the value of a field from what its object comes from; throws where it must not be null and is. */
export type ReadField<S> = (source: S, at: Path | undefined, run: Run) => unknown;

/** Reads an object; throws where a field of it must not be null and is. */
export type ReadObject<S> = (source: S, path: Path, run: Run) => object;
