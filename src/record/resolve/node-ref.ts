import { type TypeName } from '../../domain/node-types.ts';

/** A thing of the graph, or one about to be. */
export interface NodeRef {
  readonly id: string;
  readonly key: string;
  readonly type: TypeName;
  /** True until it is written. */
  readonly isNew: boolean;
  /** Where the input calls it by what was merged into it since: that former thing, by which rows are found again. */
  readonly requestedAs?: MergedNodeRef;
}

/** Something that was merged into another. */
export interface MergedNodeRef {
  readonly id: string;
  readonly key: string;
}

/** The key by which the input calls a thing: rows keep what they said when things are merged. */
export const requestedKey = ({ requestedAs: as, key }: NodeRef): string => as?.key ?? key;
