import { GraphQLError } from 'graphql';
import { ClientError } from '../../domain/errors.ts';
import { isId } from '../../domain/identity/keys.ts';
import { type Condition } from './condition.ts';
import { type KeyRange } from './projection.ts';

/** Coerced arguments, with defaults filled in. */
export type Arguments = Readonly<Record<string, unknown>>;

/** The arguments of one field in one execution, split into what changes the statement's text and what is a parameter. */
export interface BoundArguments {
  /** Whatever changes the text of the statement: which filters are set, the order and its direction. */
  cacheKey: string;
  /** Parameter values of the statement. */
  parameters: readonly unknown[];
  arguments: Arguments;
  conditions: readonly BoundCondition[];
  page?: PageRequest;
  /** Set for invalid arguments: completing the field then fails with this error. */
  error?: GraphQLError;
}

/** The part of a connection that a field selects. */
export interface PageRequest {
  /** Names the order in cursors: `Meeting.TIME.ASC`. */
  order: string;
  /** What of it changes the text of the statement. */
  cacheKey: string;
  range: KeyRange;
  /** How many to read, the same plus one, then what `range` refers to. */
  parameters: readonly unknown[];
  size: number;
  /** True for the end of the list instead of its start. */
  fromEnd: boolean;
  /** A cursor was given on that side, so there is more there. */
  hasBefore: boolean;
  hasAfter: boolean;
}

/** A condition whose own parameters begin at this offset. */
export interface BoundCondition extends Condition {
  offset: number;
}

/** For a field that hands its arguments on as they are. */
export function plainArguments(args: Arguments, parameters: readonly unknown[] = []): BoundArguments {
  return { cacheKey: '', parameters, arguments: args, conditions: [] };
}

/** For a field that is one node: the statement depends on whether the reference is an id or a key. */
export function refArguments(args: Arguments, ref: string): BoundArguments {
  return { ...plainArguments(args, [ref]), cacheKey: refKind(ref) };
}

/** Whether a reference is an id or a key; no text is both. */
export function refKind(ref: unknown): 'id' | 'key' {
  return isId(String(ref)) ? 'id' : 'key';
}

/** For a list: the parameters of its conditions follow the leading ones. */
export function listArguments(
  args: Arguments,
  conditions: readonly Condition[],
  leading: readonly unknown[] = [],
): BoundArguments {
  const parameters = [...leading];
  const bound = conditions.map((condition) => {
    const offset = parameters.length;
    parameters.push(...condition.parameters);
    return { ...condition, offset };
  });
  return { cacheKey: conditions.map(({ key }) => key).join(';'), parameters, arguments: args, conditions: bound };
}

/** For a connection: a page of a list. */
export function pageArguments(args: Arguments, conditions: readonly Condition[], page: PageRequest): BoundArguments {
  const list = listArguments(args, conditions, page.parameters);
  return { ...list, cacheKey: `${page.cacheKey};${list.cacheKey}`, page };
}

/** For a field whose arguments are invalid; errors that are not the client's are thrown. */
export function invalidArguments(error: unknown): BoundArguments {
  const graphqlError =
    error instanceof ClientError
      ? new GraphQLError(error.message, { originalError: error, extensions: { ...error.details, code: error.code } })
      : error;
  if (!(graphqlError instanceof GraphQLError)) throw graphqlError;
  return { cacheKey: '!', parameters: [], arguments: {}, conditions: [], error: graphqlError };
}
