import { type ClaimType } from '../domain/vocabulary.generated.ts';
import { sortClaimConflict, sortFieldConflict } from './order-keys.ts';

/** Claims about a node that contradict one another, and which of them is followed (docs/graph.md, "Conflicts"). */
export interface DerivedConflict {
  /** Unique, composed of ids (below). */
  key: string;
  /** The same with keys, for readers: `meeting:udcg-26|place`. */
  slot: string;
  sortKey: string;
  /** The id of the node in dispute. */
  of: string;
  /** Ids of the claims, in order. */
  among: readonly string[];
  /** What each of them says, in the same order. */
  values: readonly string[];
  /** Of a conflict between descriptions, the documents, with what each of them says. */
  documents: readonly { id: string; value: string }[];
  follows: string | null;
  rule: string | null;
}

/** The id of a node, which never changes, and its key, which people read. */
interface IdAndKey {
  id: string;
  key: string;
}

/** What identifies a conflict: a unique `key` composed of ids, a readable `slot`, and its order key. */
export interface ConflictName {
  key: string;
  slot: string;
  sortKey: string;
}

/** How readers see the slot of a field of a node: `meeting:udcg-26|place`. */
export const fieldSlotName = (key: string, field: string): string => `${key}|${field}`;

/** The same of claims of one type about a subject, without a common field: `org:nato|MEMBER_COUNT`. */
export const claimSlotName = (key: string, type: ClaimType): string => `${key}|${type}`;

/** Claims that disagree about a field of a node. */
export const fieldConflict = (node: IdAndKey, field: string): ConflictName => ({
  key: `${node.id}|${field}`,
  slot: fieldSlotName(node.key, field),
  sortKey: sortFieldConflict(node.key, field),
});

/**
 * In place of a field: a participation that ATTENDED a meeting which, as the meeting follows its sources, was not held has their
 * conflict too.
 */
export const MEETING_STATUS = 'meeting.status';

/**
 * Claims of one type about a subject that disagree without supporting a common field.
 *
 * @param first The first of the claims, which the conflict belongs to.
 * @param rest What distinguishes it from other conflicts of that claim: the proposition key of a group, the other claim of a pair.
 */
export const claimConflict = (
  first: IdAndKey,
  rest: string,
  subject: { key: string },
  type: ClaimType,
  claims: readonly string[],
): ConflictName => ({
  key: `${first.id}|${rest}`,
  slot: claimSlotName(subject.key, type),
  sortKey: sortClaimConflict(subject.key, type, claims),
});

/** Cypher: the conflict belongs to the node with this id, which is derived together with it. */
export const cypherBelongsTo = (conflict: string, id: string): string => `${conflict}.key STARTS WITH ${id} + '|'`;
