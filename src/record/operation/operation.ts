import { type Tx } from '../../graph/database.ts';
import { type DirtySet } from '../write/dirty-set.ts';
import { type Problem } from '../input/problem.ts';
import { type StateChange } from '../write/revisions.ts';
import { type WriteContext } from '../write/write-context.ts';

/** Who does something, why, and how. */
export interface OperationRequest {
  /** The name of the mutation. */
  operation: string;
  by: string;
  reason: string | null;
  /** Do everything, look at what it came to, and take it back. */
  dryRun: boolean;
  /** The caller's own key for this deed, and what it was asked with; null where it may be done again. */
  idempotency: Idempotency | null;
}

export interface Idempotency {
  key: string;
  /** Differs when the input does. */
  fingerprint: string;
}

/**
 * What one mutation does to the graph, within the one transaction that {@link perform} opens for it. It writes what was
 * said and names what that touches; what follows from it is worked out by `perform`. It may be done more than once, when
 * a connection breaks, but takes effect once.
 */
export type WriteOperation = (tx: Tx, stamp: WriteContext) => Promise<OperationResult>;

/** What a deed came to. */
export interface OperationResult {
  /** Everything that is wrong; while there is anything, nothing is written. Paths begin with the name of the argument. */
  problems: readonly Problem[];
  /** Things of the graph that may be what the deed would make anew; while there is any, nothing is written. */
  duplicateCandidates: readonly DuplicateCandidate[];
  /** What has to be worked out anew. */
  dirty: DirtySet | null;
  /** What the deed itself changed beside what is worked out: claims, and things with an operation of their own. */
  changes: readonly StateChange[];
  /** True where something was written that is no part of the record: a snapshot of it. */
  commitsWithoutRevisions: boolean;
  output: PayloadIds;
}

/** What the payload of a mutation shows, as ids. */
export interface PayloadIds {
  /** The one thing that the mutation is about: the meeting, the claim, the entity. */
  mainNode: string | null;
  /** The claims that say it, new or known already, in the order of the input. */
  claims: readonly string[];
  /** Everything the input speaks of, in its order. */
  mentionedNodes: readonly string[];
}

/** A thing of the graph that may be the same as one about to be made. */
export interface DuplicateCandidate {
  /** Its id. */
  entity: string;
  /** From 0 to 1. */
  score: number;
  /** Why, in plain English: `the same body and number`. */
  reasons: readonly string[];
}

const NO_OUTPUT: PayloadIds = { mainNode: null, claims: [], mentionedNodes: [] };

/** A deed that cannot be done. */
export const rejected = (
  problems: readonly Problem[],
  duplicateCandidates: readonly DuplicateCandidate[] = [],
): OperationResult => ({
  problems,
  duplicateCandidates,
  dirty: null,
  changes: [],
  commitsWithoutRevisions: false,
  output: NO_OUTPUT,
});

/** A deed that was done. */
export const succeeded = (
  dirty: DirtySet,
  changes: readonly StateChange[],
  output: Partial<PayloadIds>,
  commitsWithoutRevisions = false,
): OperationResult => ({
  problems: [],
  duplicateCandidates: [],
  dirty,
  changes,
  commitsWithoutRevisions,
  output: { ...NO_OUTPUT, ...output },
});
