import { type GraphQLField } from 'graphql';
import { type InputFilter } from '../filters/condition.ts';
import { type PlannedField } from '../plan/planned.ts';
import { type ReadField, type Row } from '../response/read.ts';
import { type List, type Selection } from '../statement/selection.ts';
import { type Arguments, type Call } from './call.ts';

/** What a field means in the graph. */
export interface Mapping {
  /** What is wrong with giving this meaning to a field of the schema; undefined where it fits. */
  misfit(field: GraphQLField<unknown, unknown>): string | undefined;
  /** The names of the arguments that it understands. */
  arguments?: readonly string[];
  /** What the input objects among them mean. */
  inputs?: readonly InputFilter[];
  /** What its arguments come to. Throws a TellableError where they make no sense. */
  call?(args: Arguments): Call;
  /** Takes what the field needs from what is at hand; the answer, asked for once all has its place, reads it. */
  demand(field: PlannedField, from: Selection, demand: Demand): () => ReadField<Row>;
  /** For a root field that is one thing: how the first value of its call finds it. A reference is an id or a key. */
  thing?: { by: 'id' | 'ref' | 'externalId' | 'activity' | 'snapshot'; label?: string };
}

/** What holds while the needs of an operation are gathered. */
export interface Demand {
  calls: readonly Call[];
  /** The types of things that have the field, where others are possible too. */
  only?: readonly string[];
  /** For a field of a connection: the list of which it is a page. */
  list?: List;
}

/** Fields by name. */
export type Mappings = Readonly<Record<string, Mapping>>;
