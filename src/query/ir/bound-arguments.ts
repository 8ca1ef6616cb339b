import { GraphQLError } from 'graphql';
import { ClientError } from '../../domain/errors.ts';
import { isId } from '../../domain/identity/keys.ts';
import { type Condition } from './condition.ts';
import { type PageRequest } from '../fields/page.ts';

/** Arguments after coercion, defaults filled in. */
export type Arguments = Readonly<Record<string, unknown>>;

/** What the arguments of one field come to in one execution. */
export interface BoundArguments {
  /** What of the arguments changes the text of the statement: which filters are set, the order, the direction. */
  cacheKey: string;
  /** What of the arguments are parameters of the statement. */
  parameters: readonly unknown[];
  arguments: Arguments;
  conditions: readonly BoundCondition[];
  page?: PageRequest;
  /** Set where the arguments are not acceptable: the field then fails wherever it stands. */
  error?: GraphQLError;
}

/** A condition whose own values begin at this place among the values of the call. */
export interface BoundCondition extends Condition {
  offset: number;
}

/** The call of a field that hands its arguments on as they are. */
export function plainArguments(args: Arguments, parameters: readonly unknown[] = []): BoundArguments {
  return { cacheKey: '', parameters, arguments: args, conditions: [] };
}

/** The call of a field that is one thing: its shape is what a reference is by its form. */
export function refArguments(args: Arguments, ref: string): BoundArguments {
  return { ...plainArguments(args, [ref]), cacheKey: refKind(ref) };
}

/** Whether a reference is an id or a key: no text is both. */
export function refKind(ref: unknown): 'id' | 'key' {
  return isId(String(ref)) ? 'id' : 'key';
}

/** The call of a list: its conditions, whose values follow those of its own. */
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

/** The call of a connection: a page of a list. */
export function pageArguments(args: Arguments, conditions: readonly Condition[], page: PageRequest): BoundArguments {
  const list = listArguments(args, conditions, page.parameters);
  return { ...list, cacheKey: `${page.cacheKey};${list.cacheKey}`, page };
}

/** The call of a field whose arguments are not acceptable. */
export function invalidArguments(error: unknown): BoundArguments {
  const graphqlError =
    error instanceof ClientError
      ? new GraphQLError(error.message, { originalError: error, extensions: { ...error.details, code: error.code } })
      : error;
  if (!(graphqlError instanceof GraphQLError)) throw graphqlError;
  return { cacheKey: '!', parameters: [], arguments: {}, conditions: [], error: graphqlError };
}
