import { type FieldNode, type GraphQLField, type GraphQLObjectType } from 'graphql';
import { type BoundArguments } from './bound-arguments.ts';
import { type FieldMapping } from './field.ts';

/** A field of an operation, its fragments merged, as it is to be answered. */
export interface FieldPlan {
  /** The name in the response. */
  key: string;
  /** Where the operation asks for it: one place, or several that were merged. */
  nodes: readonly FieldNode[];
  parent: GraphQLObjectType;
  definition: GraphQLField<unknown, unknown>;
  /** What it means in the graph; `__typename` and the parts of plain values have no meaning of their own. */
  mapping: FieldMapping | undefined;
  /** Which of the calls of its root field has its arguments; null for a field without. */
  argumentsIndex: number | null;
  /** The call itself, where the arguments hold no variable. */
  constantArguments: BoundArguments | undefined;
  /** What is asked of its value, where that is an object. */
  selection: SelectionPlan | undefined;
}

/** What is asked of an object: fields in the order of the response, for each type that it may have. */
export type SelectionPlan = ReadonlyMap<string, readonly FieldPlan[]>;

/** A root field, and of all that it has below those with arguments, each at the number of its call. */
export interface RootPlan {
  field: FieldPlan;
  calls: readonly FieldPlan[];
}
