import { type Size } from '../dataset/size.ts';

export type Variables = Record<string, unknown>;

/**
 * One question put to three servers, which give one answer. The shape of Chancery's answer is the common one: the floor
 * makes it itself, and what the peer says is brought to it.
 */
export interface Question {
  name: string;
  /** In words. */
  asks: string;
  chancery: string;
  peer: string;
  floor: Statement;
  /** What is asked for the `index`-th time; the same for all three. */
  variables: (index: number, size: Size) => Variables;
  /** Brings the peer's answer to the shape of Chancery's. */
  fromPeer: (data: never) => unknown;
}

/** Hand-tuned Cypher that returns one column, and how its values become the answer. */
export interface Statement {
  cypher: string;
  answer: (values: never[]) => unknown;
}

/** Facts that no live claim supports any more are hidden; all three ask for the others. */
export const STANDING = `['ESTABLISHED', 'ALLEGED', 'DISPUTED']`;
export const PEER_STANDING = '{ standing: { in: ["ESTABLISHED", "ALLEGED", "DISPUTED"] } }';
