import { bestName, readName } from '../../domain/names/names.ts';
import { type Tx } from '../../graph/database.ts';
import { together } from '../../graph/transactions/together.ts';
import { sortPossibleDuplicate } from '../../storage/order-keys.ts';
import { inBatches } from '../../graph/transactions/batches.ts';
import { canonicalJson } from '../write/derived-state.ts';
import { type StoredProfile, blockingCandidates, loadProfiles } from './blocking.ts';
import { ofGraph, WriteTransaction } from '../overlay/write-transaction.ts';
import { DUPLICATE_THRESHOLD, type EntityProfile, similarityOf } from './similarity.ts';

/** Two entities of the graph that may be the same, as `:PossibleDuplicate` holds them. */
export interface PossibleDuplicate {
  /** The ids of both in their order. */
  key: string;
  /** The one that was recorded first. */
  first: EntityName;
  second: EntityName;
  score: number;
  reasons: readonly string[];
  /** What an analyst has judged: UNSURE, or SAME until they are merged. Those judged DIFFERENT are not listed. */
  verdict: 'SAME' | 'UNSURE' | null;
  sortScore: string;
}

interface EntityName {
  id: string;
  key: string;
  name: string;
}

/** Entities that are compared together. */
const BATCH = 500;

const LISTED = `UNWIND $ids AS id
MATCH (t:Thing {id: id})<-[:FIRST_OF|SECOND_OF]-(p:PossibleDuplicate) USING INDEX SEEK t:Thing(id)
MATCH (a)<-[:FIRST_OF]-(p)-[:SECOND_OF]->(b)
RETURN DISTINCT p.key AS key, a.id AS first, b.id AS second, a.key AS firstKey, b.key AS secondKey, p.score AS score, p.reasons AS reasons, p.verdict AS verdict,
  p.sortScore AS sortScore`;

const REMOVE = 'UNWIND $rows AS row MATCH (p:PossibleDuplicate {key: row.key}) DETACH DELETE p';

const ADD = `UNWIND $rows AS row
MATCH (a:Thing {id: row.first}) MATCH (b:Thing {id: row.second})
CREATE (a)<-[:FIRST_OF]-(p:PossibleDuplicate)-[:SECOND_OF]->(b) SET p += row.properties`;

interface Listed extends Pick<PossibleDuplicate, 'key' | 'score' | 'reasons' | 'verdict' | 'sortScore'> {
  first: string;
  second: string;
  firstKey: string;
  secondKey: string;
}

/** What the list should have of some entities, and what has to be written for that. */
interface ListDiff {
  added: PossibleDuplicate[];
  /** Pairs that are listed with another score, reason or verdict, and what they should be. */
  changed: { stored: Listed; wanted: PossibleDuplicate }[];
  /** Pairs that are no longer alike. */
  removed: Listed[];
}

/**
 * Looks for others that may be the same as these entities, and brings the list of possible duplicates up to date with what the graph holds
 * of them now. Others are found by their names, external ids and meetings (blocking.ts); pairs that are listed already are
 * compared in any case.
 *
 * @param ids Ids of entities; others are passed over.
 * @param unlike Profiles of new entities that are known to be unlike all others: for them none are looked for, if that is what they are.
 * @returns The pairs that are new on the list, the likeliest first.
 */
export async function updatePossibleDuplicates(
  tx: Tx,
  ids: readonly string[],
  unlike: readonly EntityProfile[] = [],
): Promise<PossibleDuplicate[]> {
  const added: PossibleDuplicate[] = [];
  const unlikeById = new Map(unlike.map((profile) => [profile.id, inWords(profile)]));
  const isLookedFor = (profile: StoredProfile) => isListed(profile) && unlikeById.get(profile.id) !== inWords(profile);
  for (let start = 0; start < ids.length; start += BATCH) {
    const batch = ids.slice(start, start + BATCH);
    const [compared, listed] = await together([loadProfiles(tx, batch), readListed(tx, batch)]);
    const candidates = await blockingCandidates(tx, [...compared.values()].filter(isLookedFor));
    const diff = await compare(tx, listed, candidates, compared);
    await write(tx, diff);
    added.push(...diff.added);
  }
  return added.sort((a, b) => (a.sortScore < b.sortScore ? -1 : 1));
}

/** How the pairs of these entities that are listed differ from what they should be; it looks for no others. */
export const compareListed = async (tx: Tx, ids: readonly string[]): Promise<ListDiff> =>
  compare(tx, await readListed(tx, ids), [], new Map());

/** The listed pairs of these entities, by their keys. */
async function readListed(tx: Tx, ids: readonly string[]): Promise<Map<string, Listed>> {
  const known = tx instanceof WriteTransaction ? ids.filter((id) => !tx.overlay.isNew(id)) : ids;
  const listed = known.length === 0 ? [] : await ofGraph(tx).run<Listed>(LISTED, { ids: known });
  return new Map(listed.map((pair) => [pair.key, pair]));
}

/** By what an entity is compared with others, as one text. */
function inWords({ type, names, externalIds, owners, meeting }: EntityProfile): string {
  const sorted = (list: readonly unknown[]) => [...new Set(list.map(canonicalJson))].sort();
  const lists = { names: names.map(({ value, lang }) => ({ value, lang })), externalIds, owners };
  return canonicalJson([
    type,
    Object.values(lists).map(sorted),
    meeting &&
      Object.fromEntries(
        Object.entries(meeting).map(([name, value]) => [name, Array.isArray(value) ? sorted(value) : value]),
      ),
  ]);
}

/** Developments are told apart by what is said of them, not by their names. */
const isListed = ({ type }: StoredProfile) => type !== 'Development';

async function compare(
  tx: Tx,
  listed: ReadonlyMap<string, Listed>,
  candidates: readonly (readonly [string, string])[],
  loaded: ReadonlyMap<string, StoredProfile>,
): Promise<ListDiff> {
  const pairs = new Map<string, readonly [string, string]>();
  for (const { key, first, second } of listed.values()) pairs.set(key, [first, second]);
  for (const [one, other] of candidates) if (one !== other) pairs.set(keyOf(one, other), [one, other]);
  const missing = new Set([...pairs.values()].flat().filter((id) => !loaded.has(id)));
  const profiles = new Map([...loaded, ...(await loadProfiles(tx, [...missing]))]);
  const diff: ListDiff = { added: [], changed: [], removed: [] };
  for (const [key, [one, other]] of pairs) {
    const [a, b] = [profiles.get(one), profiles.get(other)];
    const wanted = a && b ? toPossibleDuplicate(a, b) : null;
    const stored = listed.get(key);
    if (wanted === null) {
      if (stored !== undefined) diff.removed.push(stored);
    } else if (stored === undefined) diff.added.push(wanted);
    else if (canonicalJson(propertiesOf(wanted)) !== canonicalJson(propertiesOf(stored)))
      diff.changed.push({ stored, wanted });
  }
  return diff;
}

const keyOf = (one: string, other: string) => [one, other].sort().join('|');

/** Null if they are not alike. */
function toPossibleDuplicate(one: StoredProfile, other: StoredProfile): PossibleDuplicate | null {
  const { score, reasons } = similarityOf(one, other);
  if (score < DUPLICATE_THRESHOLD) return null;
  const [first, second] = [one, other].sort((a, b) =>
    a.createdAt === b.createdAt ? (a.key < b.key ? -1 : 1) : a.createdAt < b.createdAt ? -1 : 1,
  ) as [StoredProfile, StoredProfile];
  const verdict = first.judged.get(second.id) ?? null;
  return {
    key: keyOf(first.id, second.id),
    first: nameOf(first),
    second: nameOf(second),
    score,
    reasons,
    // Those judged DIFFERENT have no similarity.
    verdict: verdict as PossibleDuplicate['verdict'],
    sortScore: sortPossibleDuplicate(score, verdict === 'UNSURE', first.key, second.key),
  };
}

const nameOf = ({ id, key, names }: StoredProfile): EntityName => ({
  id,
  key,
  name: bestName(names.map((name) => readName({ ...name, kind: 'COMMON' }))),
});

const propertiesOf = ({ key, score, reasons, verdict, sortScore }: PossibleDuplicate | Listed) => ({
  key,
  score,
  reasons,
  verdict,
  sortScore,
});

async function write(tx: Tx, { added, changed, removed }: ListDiff): Promise<void> {
  await inBatches(
    tx,
    REMOVE,
    [...changed.map(({ stored }) => stored), ...removed].map(({ key }) => ({ key })),
  );
  await inBatches(
    tx,
    ADD,
    [...added, ...changed.map(({ wanted }) => wanted)].map((pair) => ({
      first: pair.first.id,
      second: pair.second.id,
      properties: propertiesOf(pair),
    })),
  );
}
