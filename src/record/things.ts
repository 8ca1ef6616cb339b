import { type TypeName } from '../domain/thing-types.ts';

/** A thing of the graph, or one about to be. */
export interface Thing {
  readonly id: string;
  readonly key: string;
  readonly type: TypeName;
  /** True until it is written. */
  readonly isNew: boolean;
  /** Where the input calls it by what was merged into it since: that former thing, by which rows are found again. */
  readonly as?: Former;
}

/** Something that was merged into another. */
export interface Former {
  readonly id: string;
  readonly key: string;
}

/** The key by which the input calls a thing: rows keep what they said when things are merged. */
export const calledKey = ({ as, key }: Thing): string => as?.key ?? key;
