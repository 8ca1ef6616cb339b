import { type Tx } from '../../graph/database.ts';
import { type Touched } from '../derive/touched.ts';
import { type Problem } from '../problem.ts';
import { type Changed } from '../write/revisions.ts';
import { type Stamp } from '../write/stamp.ts';

/** Who does something, why, and how. */
export interface Doing {
  /** The name of the mutation. */
  operation: string;
  by: string;
  reason: string | null;
  /** Do everything, look at what it came to, and take it back. */
  dryRun: boolean;
  /** The caller's own key for this deed, and what it was asked with; null where it may be done again. */
  once: Once | null;
}

export interface Once {
  key: string;
  /** Differs when the input does. */
  fingerprint: string;
}

/**
 * What one mutation does to the graph, within the one transaction that {@link perform} opens for it. It writes what was
 * said and names what that touches; what follows from it is worked out by `perform`. It may be done more than once, when
 * a connection breaks, but takes effect once.
 */
export type Deed = (tx: Tx, stamp: Stamp) => Promise<Done>;

/** What a deed came to. */
export interface Done {
  /** Everything that is wrong; while there is anything, nothing is written. Paths begin with the name of the argument. */
  problems: readonly Problem[];
  /** Things of the graph that may be what the deed would make anew; while there is any, nothing is written. */
  candidates: readonly Candidate[];
  /** What has to be worked out anew. */
  touched: Touched | null;
  /** What the deed itself changed beside what is worked out: claims, and things with an operation of their own. */
  changed: readonly Changed[];
  /** True where something was written that is no part of the record: a snapshot of it. */
  isBeside: boolean;
  results: Results;
}

/** What the payload of a mutation shows, as ids. */
export interface Results {
  /** The one thing that the mutation is about: the meeting, the claim, the entity. */
  thing: string | null;
  /** The claims that say it, new or known already, in the order of the input. */
  claims: readonly string[];
  /** Everything the input speaks of, in its order. */
  nodes: readonly string[];
}

/** A thing of the graph that may be the same as one about to be made. */
export interface Candidate {
  /** Its id. */
  entity: string;
  /** From 0 to 1. */
  score: number;
  /** Why, in plain English: `the same body and number`. */
  reasons: readonly string[];
}

const NO_RESULTS: Results = { thing: null, claims: [], nodes: [] };

/** A deed that cannot be done. */
export const refused = (problems: readonly Problem[], candidates: readonly Candidate[] = []): Done => ({
  problems,
  candidates,
  touched: null,
  changed: [],
  isBeside: false,
  results: NO_RESULTS,
});

/** A deed that was done. */
export const done = (
  touched: Touched,
  changed: readonly Changed[],
  results: Partial<Results>,
  isBeside = false,
): Done => ({
  problems: [],
  candidates: [],
  touched,
  changed,
  isBeside,
  results: { ...NO_RESULTS, ...results },
});
