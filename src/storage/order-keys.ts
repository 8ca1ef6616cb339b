/**
 * The order keys: strings by which nodes are listed. Each is unique, never null and indexed, so a page of a connection is
 * `sort > $after LIMIT n` and the string is its cursor; they compare as text. Only this file builds them
 * (test/unit/storage/order-keys.test.ts holds the rest of src to that), so what the writer stores, what readers order by
 * and what an as-of query computes from a revision are the same.
 */
import { levelRank } from '../domain/claims/claim.ts';
import { naturalOrder, padNumbers } from '../domain/identity/keys.ts';
import { type Name, bestName, normalizeText } from '../domain/names/names.ts';
import { type TimeBounds } from '../domain/time/edtf.ts';
import { type Level } from '../domain/vocabulary.generated.ts';

/** The properties that hold an order key. */
export const ORDER_KEYS = [
  'sortKey',
  'sortName',
  'sortTime',
  'sortOrdinal',
  'sortLevel',
  'sortUpdated',
  'sortDue',
  'sortSequence',
  'sortScore',
] as const;

/** Sorts after every digit and letter of ASCII, so what is unknown comes last. */
const UNKNOWN = '~';

const join = (...parts: readonly string[]) => parts.join('|');
const pad = (number: number, digits: number) => String(number).padStart(digits, '0');

/** By key, with numbers by their value: `c2` before `c10`. */
export const sortKey = (key: string): string => naturalOrder(key);

/** By time: the first and the last day on which it can have begun, then the last on which it can have ended. */
export const sortTime = ({ startEarliest, startLatest, endLatest }: TimeBounds, key: string): string =>
  join(startEarliest ?? UNKNOWN, startLatest ?? UNKNOWN, endLatest ?? UNKNOWN, key);

/** The first two parts of a {@link sortTime}: an unknown one is no day. */
export const startOfSortTime = (sort: string): readonly [earliest: string, latest: string] =>
  sort.split('|', 2) as [string, string];

const DAY = 'YYYY-MM-DD'.length;

/** The first letters of the two days of {@link startOfSortTime}, as Cypher. */
export const cypherStartOfSortTime = (node: string, letters: number): readonly [earliest: string, latest: string] => [
  `left(${node}.sortTime, ${letters})`,
  `substring(${node}.sortTime, ${DAY + 1}, ${letters})`,
];

/** All of which the first day is not known are from the first of these texts to the second. */
export const UNKNOWN_STARTS = [UNKNOWN, UNKNOWN + UNKNOWN] as const;

/** Cypher for a text after every {@link sortTime} of which the first day is known. */
export const cypherAfterDays = `'${UNKNOWN}'`;

/** A text after every {@link sortTime} that begins on a day with these first letters: `2024-03`. */
export const afterStart = (letters: string): string => letters + UNKNOWN;

/** Cypher for a text after every {@link sortTime} that begins on this day or before it. */
export const cypherAfterDay = (day: string): string => `${day} + '${UNKNOWN}'`;

/** By the number of a meeting in its series. */
export const sortOrdinal = (ordinal: number | null | undefined, key: string): string =>
  join(typeof ordinal === 'number' ? pad(ordinal, 6) : UNKNOWN, sortKey(key));

/** By level, the highest first. */
export const sortLevel = (level: Level | null | undefined, key: string): string =>
  join(pad(levelRank(level), 2), sortKey(key));

/** Only so much of a name is used for sorting, because the size of an index entry is limited. */
const SORTED_LENGTH = 200;

/**
 * By name: the normalized best English name with its numbers padded, then the key. Two spaces separate them, which
 * sort before any further word.
 */
export function sortName(names: readonly Name[], key: string): string {
  const name = normalizeText(bestName(names).slice(0, SORTED_LENGTH)).slice(0, SORTED_LENGTH);
  return `${padNumbers(name).trimEnd()}  ${sortKey(key)}`;
}

/** Of a participation, by the name of who takes part. */
export const sortActorName = (sortNameOfActor: string | null | undefined, key: string): string =>
  join(sortNameOfActor ?? '', sortKey(key));

/** By the last change. */
export const sortUpdated = (updatedAt: string, key: string): string => join(updatedAt, sortKey(key));

/** {@link sortUpdated}, as Cypher, where the stored `sortKey` is at hand. */
export const cypherSortUpdated = (updatedAt: string, sortKey: string): string => `${updatedAt} + '|' + ${sortKey}`;

/** Of a plan, by the last day on which it is due. */
export const sortDue = (until: string | null | undefined, key: string): string => join(until ?? UNKNOWN, sortKey(key));

/** Of a hit of a search, the best match first, and whatever is withdrawn after all others; not stored. */
export const sortSearchHit = (score: number, sortNameOfNode: string, isWithdrawn: boolean): string =>
  `${((isWithdrawn ? 2 : 1) - score).toFixed(6)} ${sortNameOfNode}`;

/** Of a conflict about a field of a node. */
export const sortFieldConflict = (key: string, field: string): string => join(sortKey(key), field);

/** Of a conflict between claims of a type about a subject: the claims by their keys, the first first. */
export const sortClaimConflict = (subject: string, type: string, claims: readonly string[]): string =>
  join(sortKey(subject), type, ...claims.map(sortKey));

/** Of two entities that may be the same: the likeliest first, those of which an analyst is unsure after all others. */
export const sortPossibleDuplicate = (score: number, isUnsure: boolean, first: string, second: string): string =>
  join(((isUnsure ? 2 : 1) - score).toFixed(2), sortKey(first), sortKey(second));

/** Of the relations of a claim, by their type, then by the other claim and the slot; Cypher, not stored. */
export const cypherRelationOrder = (type: string, sortKeyOfOther: string, slot: string): string =>
  `${type} + ' ' + ${sortKeyOfOther} + ' ' + coalesce(${slot}, '')`;

/** The same of a relation at hand. */
export const relationOrder = (type: string, sortKeyOfOther: string, slot: string | undefined): string =>
  `${type} ${sortKeyOfOther} ${slot ?? ''}`;

const SEQUENCE_DIGITS = 12;

/** Of a revision: the graph version of the write, and the place of the change in it. */
export const sortSequence = (sequence: number, index: number): string =>
  join(pad(sequence, SEQUENCE_DIGITS), pad(index, 7));

/** After every change of the write with this graph version. */
export const endOfSequence = (sequence: number | bigint): string =>
  join(String(sequence).padStart(SEQUENCE_DIGITS, '0'), UNKNOWN);
