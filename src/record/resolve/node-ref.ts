import { type TypeName } from '../../domain/node-types.ts';

/** A node of the graph, or one that is about to be created. */
export interface NodeRef {
  readonly id: string;
  readonly key: string;
  readonly type: TypeName;
  /** True for a node that is not written yet. */
  readonly isNew: boolean;
  /** Set if the input refers to it by a node that was merged into it: that node, by whose key rows are matched. */
  readonly requestedAs?: MergedNodeRef;
}

/** A node that was merged into another. */
export interface MergedNodeRef {
  readonly id: string;
  readonly key: string;
}

/** The key by which the input refers to a node: rows keep it when nodes are merged. */
export const requestedKey = ({ requestedAs, key }: NodeRef): string => requestedAs?.key ?? key;
