import { type GraphQLField, type GraphQLInputType } from 'graphql';

/** An operation before it is written down: what fast-check makes and makes smaller. */

export type Item = FieldItem | FragmentItem;

export interface FieldItem {
  kind: 'field';
  /** The type on which it is asked for: object or interface. */
  parent: string;
  field: GraphQLField<unknown, unknown>;
  alias: string | null;
  arguments: Readonly<Record<string, Value>>;
  directive: Directive | null;
  /** What is asked of its value, where that is an object. */
  items: readonly Item[] | null;
  /** Written in two places, which come together as one field. */
  twice: boolean;
}

export interface FragmentItem {
  kind: 'fragment';
  /** The type condition; without one it only groups. */
  on: string | null;
  form: 'inline' | 'named' | 'named twice';
  directive: Directive | null;
  items: readonly Item[];
}

export interface Directive {
  name: 'skip' | 'include';
  if: Value;
}

/** The value of an argument or of a field of an input object. */
export interface Value {
  type: GraphQLInputType;
  /** Scalars, enums, lists and null as they are in JSON; fields of an input object, values themselves. */
  plain: unknown;
  variable: Variable | null;
}

/** A document is asked with so many choices of values for its variables. */
export const CHOICES = 16;

/** What is given for a variable in each of the choices. */
export interface Variable {
  /** The value stands in the declaration too. */
  hasDefault: boolean;
  /** In turn: whether there is a value says much of what the statement is, so that more would seldom ask the same again. */
  given: readonly [Given, Given];
  /** What the choices after the first give, where that is a value. */
  others: readonly unknown[];
}

export type Given = 'value' | 'null' | 'nothing';

/** The fields of an input object. */
export class Fields {
  readonly values: Readonly<Record<string, Value>>;

  constructor(values: Readonly<Record<string, Value>>) {
    this.values = values;
  }
}
