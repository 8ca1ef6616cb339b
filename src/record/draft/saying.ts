import { type InputPath } from '../input/problem.ts';
import { type TimeInput } from '../input/record-input.ts';
import { type NodeRef } from '../resolve/node-ref.ts';
import { type ClaimDraft, type Support } from './claim-draft.ts';
import { type KnownContext } from './known-context.ts';

/** What the values of a claim give to one node, and what to find out about it. */
export interface Saying extends Support {
  draft: ClaimDraft;
  /** Of a participation, tenure or membership: the nodes that it joins; else none. */
  endpoints: readonly NodeRef[];
  context: KnownContext;
  /** The publication of the source; null if it is unknown. */
  published: TimeInput | null;
  /** `YYYY-MM-DD` */
  today: string;
}

/** The field of a row; an explicit claim as a whole. */
export const fieldPath = ({ isGenerated, path }: Pick<ClaimDraft, 'isGenerated' | 'path'>, field: string): InputPath =>
  isGenerated ? [...path, field] : path;
