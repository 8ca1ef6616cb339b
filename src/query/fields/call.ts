import { GraphQLError } from 'graphql';
import { TellableError } from '../../domain/errors.ts';
import { isId } from '../../domain/identity.ts';
import { type Condition } from '../filters/condition.ts';
import { type Page } from './page.ts';

/** Arguments after coercion, defaults filled in. */
export type Arguments = Readonly<Record<string, unknown>>;

/** What the arguments of one field come to in one execution. */
export interface Call {
  /** What of the arguments changes the text of the statement: which filters are set, the order, the direction. */
  shape: string;
  /** What of the arguments are parameters of the statement. */
  values: readonly unknown[];
  arguments: Arguments;
  conditions: readonly BoundCondition[];
  page?: Page;
  /** Set where the arguments are not acceptable: the field then fails wherever it stands. */
  error?: GraphQLError;
}

/** A condition whose own values begin at this place among the values of the call. */
export interface BoundCondition extends Condition {
  offset: number;
}

/** The call of a field that hands its arguments on as they are. */
export function plainCall(args: Arguments, values: readonly unknown[] = []): Call {
  return { shape: '', values, arguments: args, conditions: [] };
}

/** The call of a field that is one thing: its shape is what a reference is by its form. */
export function referringCall(args: Arguments, ref: string): Call {
  return { ...plainCall(args, [ref]), shape: kindOfRef(ref) };
}

/** Whether a reference is an id or a key: no text is both. */
export function kindOfRef(ref: unknown): 'id' | 'key' {
  return isId(String(ref)) ? 'id' : 'key';
}

/** The call of a list: its conditions, whose values follow those of its own. */
export function listCall(args: Arguments, conditions: readonly Condition[], own: readonly unknown[] = []): Call {
  const values = [...own];
  const bound = conditions.map((condition) => {
    const offset = values.length;
    values.push(...condition.values);
    return { ...condition, offset };
  });
  return { shape: conditions.map(({ key }) => key).join(';'), values, arguments: args, conditions: bound };
}

/** The call of a connection: a page of a list. */
export function pageCall(args: Arguments, conditions: readonly Condition[], page: Page): Call {
  const call = listCall(args, conditions, page.values);
  return { ...call, shape: `${page.shape};${call.shape}`, page };
}

/** The call of a field whose arguments are not acceptable. */
export function failingCall(error: unknown): Call {
  const shown =
    error instanceof TellableError
      ? new GraphQLError(error.message, { originalError: error, extensions: { ...error.details, code: error.code } })
      : error;
  if (!(shown instanceof GraphQLError)) throw shown;
  return { shape: '!', values: [], arguments: {}, conditions: [], error: shown };
}
