import { type FieldNode, type GraphQLField, type GraphQLObjectType } from 'graphql';
import { type Call } from '../fields/call.ts';
import { type Mapping } from '../fields/mapping.ts';

/** A field of an operation, its fragments merged, as it is to be answered. */
export interface PlannedField {
  /** The name in the response. */
  key: string;
  /** Where the operation asks for it: one place, or several that were merged. */
  nodes: readonly FieldNode[];
  parent: GraphQLObjectType;
  definition: GraphQLField<unknown, unknown>;
  /** What it means in the graph; `__typename` and the parts of plain values have no meaning of their own. */
  mapping: Mapping | undefined;
  /** Which of the calls of its root field has its arguments; null for a field without. */
  call: number | null;
  /** The call itself, where the arguments hold no variable. */
  constant: Call | undefined;
  /** What is asked of its value, where that is an object. */
  selection: PlannedSelection | undefined;
}

/** What is asked of an object: fields in the order of the response, for each type that it may have. */
export type PlannedSelection = ReadonlyMap<string, readonly PlannedField[]>;

/** A root field, and of all that it has below those with arguments, each at the number of its call. */
export interface PlannedRoot {
  field: PlannedField;
  calls: readonly PlannedField[];
}
