import { type DuplicateCandidate } from '../duplicates/find-duplicates.ts';
import { type EntityProfile } from '../duplicates/similarity.ts';
import { type Problem } from '../input/problem.ts';
import { type WriteTransaction } from '../overlay/write-transaction.ts';
import { DirtySet } from '../write/dirty-set.ts';
import { type StateChange } from '../write/revisions.ts';
import { type WriteContext } from '../write/write-context.ts';

/** Who writes, why, and whether to keep it. */
export interface WriteRequest {
  by: string;
  reason: string | null;
  /** Do everything, build the response, and roll back. */
  dryRun: boolean;
  /** Write nothing if there are new possible duplicates. */
  stopOnPossibleDuplicates?: boolean;
  /** How many bytes it may write; by default what one transaction of the database holds. */
  capacity?: number;
  onProgress?: (line: string) => void;
}

/** A mutation to execute. */
export interface OperationRequest extends WriteRequest {
  /** The name of the mutation. */
  operation: string;
  /** Null if the caller gave no idempotency key: then the operation is executed each time. */
  idempotency: Idempotency | null;
}

export interface Idempotency {
  key: string;
  /** Differs if the input does. */
  fingerprint: string;
}

/**
 * What one write does to the graph inside the transaction that `executeOperation` opens for it. It writes what was claimed
 * and reports which nodes that affects; everything derived from them is computed by `executeOperation`. It may run more
 * than once, when a connection breaks, but takes effect at most once.
 */
export type WriteOperation<Output = PayloadIds> = (
  tx: WriteTransaction,
  context: WriteContext,
) => Promise<OperationResult<Output>>;

export interface OperationResult<Output = PayloadIds> {
  /** True if nothing may be written: whatever the operation has written is rolled back. */
  isRejected: boolean;
  /** Everything that is wrong; if there is anything, nothing is written. Paths begin with the name of the argument. */
  problems: readonly Problem[];
  /** What is possible, but probably a slip. It stops the write only where the caller wants that. */
  warnings: readonly Problem[];
  /** Existing nodes that may be what the operation would create; if there are any, nothing is written. */
  duplicateCandidates: readonly DuplicateCandidate[];
  /** The profiles of new entities that were compared with others before they were written, and found unlike all. */
  unlikeOthers?: readonly EntityProfile[];
  /** The nodes to derive again. */
  dirty: DirtySet;
  /** The changes that the operation made itself; derived ones come later: claims, and nodes that were merged, deleted or restored. */
  stateChanges: readonly StateChange[];
  /** True to commit even if no state has changed, because something else was written: a snapshot, fingerprints of rows. */
  commitsWithoutRevisions: boolean;
  /** What the caller's response is built from. */
  output: Output;
}

/** What the payload of a mutation shows, as ids. */
export interface PayloadIds {
  /** The one node that the mutation is about: the meeting, the claim, the entity. */
  mainNode: string | null;
  /** The claims of the input, new or recorded before, in its order. */
  claims: readonly string[];
  /** Every node that the input mentions, in its order. */
  mentionedNodes: readonly string[];
  /** The live claims that rest on what was retracted. */
  restingClaims: readonly string[];
}

const NO_OUTPUT: PayloadIds = { mainNode: null, claims: [], mentionedNodes: [], restingClaims: [] };

/** The result of an operation that is refused: whatever it has written is rolled back. */
export const rejected = (
  problems: readonly Problem[],
  { duplicateCandidates = [], warnings = [] }: Partial<Pick<OperationResult, 'duplicateCandidates' | 'warnings'>> = {},
): OperationResult => ({
  isRejected: true,
  problems,
  warnings,
  duplicateCandidates,
  dirty: new DirtySet(),
  stateChanges: [],
  commitsWithoutRevisions: false,
  output: NO_OUTPUT,
});

/** The result of an operation that has written what it should. */
export const succeeded = (
  dirty: DirtySet,
  stateChanges: readonly StateChange[],
  output: Partial<PayloadIds> = {},
  warnings: readonly Problem[] = [],
): OperationResult => ({
  isRejected: false,
  problems: [],
  warnings,
  duplicateCandidates: [],
  dirty,
  stateChanges,
  commitsWithoutRevisions: false,
  output: { ...NO_OUTPUT, ...output },
});
