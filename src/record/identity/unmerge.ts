import { type Tx } from '../../graph/database.ts';
import { type Deed, done, refused } from '../deed/deed.ts';
import { Touched } from '../derive/touched.ts';
import { identityLinks } from '../links.ts';
import { type Problem } from '../problem.ts';
import { type TypeName, typeOf } from '../../domain/thing-types.ts';
import { type Changed } from '../write/revisions.ts';
import { type Stamp } from '../write/stamp.ts';
import { builtUpon, movedSince } from './built-upon.ts';
import { type Gone, findOne, goneBy, goneMessage, mergeableTypes } from './find.ts';
import { type LaterFact, keepLater, laterFacts } from './later.ts';
import { pointBack, unmarkSaid } from './memory.ts';
import { markAround, markNaming } from './reach.ts';
import { renewMatters, renewSlots } from './slots.ts';
import { clearDerived, clearShadows, raise, statesBefore, unshelve } from './tombstones.ts';

/** A merge as the graph remembers it. */
interface Merge {
  merged: Gone;
  kept: { id: string; key: string; type: TypeName };
  sequence: number;
  /** Facts that became other facts. */
  same: { old: string; new: string; type: TypeName }[];
  /** Ids of facts that went over as they are. */
  own: string[];
  later: LaterFact[];
}

/**
 * Undoes a merge: the merged thing has everything again that it had, and nothing else of the graph differs from what it was.
 * What was recorded since of the kept one stays with the kept one.
 *
 * @param merged The id (or key) of what was merged.
 */
export function unmergeEntities({ merged }: { merged: string }): Deed {
  return async (tx, stamp) => {
    const { merge, problems } = await mergeOf(tx, merged);
    if (merge === null) return refused(problems);
    const touched = new Touched();
    const changed = await undo(tx, merge, stamp, touched);
    return done(touched, changed, { thing: merge.merged.id, nodes: [merge.merged.id, merge.kept.id] });
  };
}

const KEPT = `MATCH (:Tombstone {id: $merged})-[m:MERGED_INTO]->(t:Thing)
RETURN t.id AS id, t.key AS key, labels(t) AS labels, m.sequence AS sequence`;

const SAME = `MATCH (x:Tombstone)-[:MERGED_INTO {with: $merged}]->(t:Thing) WHERE x.id <> $merged
RETURN x.id AS old, t.id AS new, x.typeName AS type`;

const OWN = `MATCH (kept:Thing {id: $kept})<-[r:${identityLinks.join('|')}]-(f:Thing) WHERE $merged + '|' + $merged IN r.originalTo
RETURN DISTINCT f.id`;

async function mergeOf(
  tx: Tx,
  ref: string,
): Promise<{ merge: Merge; problems: [] } | { merge: null; problems: Problem[] }> {
  const refuse = (code: Problem['code'], message: string, suggestions: string[] = []) => ({
    merge: null,
    problems: [{ code, path: ['merged'], message, suggestions }],
  });
  const merged = await goneBy(tx, ref);
  if (merged === undefined) {
    const { found, problems } = await findOne(tx, ref, 'merged', mergeableTypes);
    if (found === null) return { merge: null, problems };
    return refuse('NOT_ALLOWED', `${found.key} is not merged into anything; say the id of what was merged`);
  }
  if (merged.into === null) return refuse('NOT_ALLOWED', goneMessage(ref, merged));
  if (!mergeableTypes.includes(merged.type))
    return refuse('NOT_ALLOWED', `${ref} became ${merged.into} when what it joins was merged; undo that instead`);

  const [kept] = await tx.run<{ id: string; key: string; labels: string[]; sequence: number }>(KEPT, {
    merged: merged.id,
  });
  const { merges, deleted } = await builtUpon(tx, merged.id, kept?.id ?? null, kept?.sequence ?? 0);
  if (deleted.length > 0) {
    const message = `${merged.key} was merged into what is deleted now; first bring back ${deleted.join(', ')} with restoreEntity`;
    return refuse('NOT_ALLOWED', message, deleted);
  }
  const { id, key, sequence, labels } = kept!;
  const own = (await tx.rows(OWN, { merged: merged.id, kept: id })).map(([fact]) => fact as string);
  const later = await laterFacts(tx, merged.id, own);
  const since = await movedSince(
    tx,
    later.map((fact) => fact.id),
    sequence,
  );
  const first = [...new Set([...merges, ...since])];
  if (first.length > 0) {
    const message = `other merges were built upon this one; first undo that of ${first.join(', then of ')}`;
    return refuse('NOT_ALLOWED', message, first);
  }
  const same = await tx.run<Merge['same'][number]>(SAME, { merged: merged.id });
  return { merge: { merged, kept: { id, key, type: typeOf(labels)! }, sequence, same, own, later }, problems: [] };
}

const FORGET_MERGE = 'UNWIND $ids AS id MATCH (:Tombstone {id: id})-[m:MERGED_INTO]->() DELETE m';

async function undo(
  tx: Tx,
  { merged, kept, same, own, later }: Merge,
  stamp: Stamp,
  touched: Touched,
): Promise<Changed[]> {
  const targets = same.map((each) => each.new);
  const rising = [merged.id, ...same.map(({ old }) => old)];
  const before = await statesBefore(tx, rising);
  touched.add(kept.type, kept.id);
  await markAround(tx, [...own, ...targets], touched);
  await clearShadows(tx, own);
  const made = await keepLater(tx, merged.id, later, stamp);
  await tx.rows(FORGET_MERGE, { ids: rising });
  await raise(tx, rising);
  await clearDerived(tx, rising);
  await pointBack(tx, merged.id, [{ old: merged.id, new: kept.id }, ...same]);
  await unshelve(
    tx,
    same.map(({ old }) => old),
  );
  await unmarkSaid(tx, merged.id, own);

  await markAround(tx, [...rising, ...own, ...made.map(({ id }) => id)], touched);
  await markNaming(tx, rising, touched);
  await renewSlots(tx, [...own, ...same.map(({ old }) => old), ...made.map(({ id }) => id)]);
  await renewMatters(tx, touched.of(['Claim']));
  return [
    ...rising.map((id): Changed => ({ id, isNew: false, operation: 'UNMERGE', state: before.get(id)! })),
    ...[kept.id, ...targets].map((id): Changed => ({
      id,
      isNew: false,
      operation: 'UNMERGE',
      isPart: true,
      state: {},
    })),
  ];
}
