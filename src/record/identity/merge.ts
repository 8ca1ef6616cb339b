import { type Tx } from '../../graph/database.ts';
import { type Deed, done, refused } from '../deed/deed.ts';
import { Touched } from '../derive/touched.ts';
import { type Problem } from '../problem.ts';
import { withArticle } from '../../domain/thing-types.ts';
import { inBatches } from '../write/batches.ts';
import { type Changed } from '../write/revisions.ts';
import { type Stamp } from '../write/stamp.ts';
import { collisionsOf, factsJoining, obstacleBetween } from './collisions.ts';
import { type Found, findOne, mergeableTypes } from './find.ts';
import { type Move, markSaid, pointIn, pointOut } from './memory.ts';
import { markAround, markNaming } from './reach.ts';
import { renewMatters, renewSlots } from './slots.ts';
import { bury, clearDerived, shelve } from './tombstones.ts';

/** What `mergeEntities` is asked with: two references. */
export interface MergeInput {
  /** The entity that is kept. */
  keep: string;
  /** The one that turned out to be the same. */
  merge: string;
}

/**
 * Makes two things one: whatever leads to the merged one leads to the kept one from now on, and remembers where it led.
 * Facts that are the same then become one fact with the claims of both. The merged one stays as a tombstone by which its
 * id and key lead to the kept one.
 */
export function mergeEntities({ keep, merge }: MergeInput): Deed {
  return async (tx, stamp) => {
    const kept = await findOne(tx, keep, 'keep', mergeableTypes);
    const merged = await findOne(tx, merge, 'merge', mergeableTypes);
    if (kept.found === null || merged.found === null) return refused([...kept.problems, ...merged.problems]);
    const problem = await problemWith(tx, kept.found, merged.found);
    if (problem) return refused([problem]);
    const touched = new Touched();
    const changed = await mergeInto(tx, merged.found, kept.found, stamp, touched);
    return done(touched, changed, { thing: kept.found.id, nodes: [kept.found.id] });
  };
}

async function problemWith(tx: Tx, kept: Found, merged: Found): Promise<Problem | null> {
  const problem = (code: Problem['code'], message: string): Problem => ({
    code,
    path: ['merge'],
    message,
    suggestions: [],
  });
  if (kept.id === merged.id)
    return problem('INVALID', `${merged.key} is the entity that is kept; give two different ones`);
  if (kept.type !== merged.type) {
    const types = `${kept.key} is ${withArticle(kept.type)}, ${merged.key} is ${withArticle(merged.type)}`;
    return problem('INVALID', `${types}; only things of one type can be the same`);
  }
  const obstacle = await obstacleBetween(tx, merged.id, kept.id);
  return obstacle === null ? null : problem('NOT_ALLOWED', `${merged.key} cannot be ${kept.key}: ${obstacle}`);
}

const ENTOMB = `UNWIND $rows AS row
MATCH (x:Tombstone {id: row.old}) MATCH (t:Thing {id: row.new})
CREATE (x)-[:MERGED_INTO {sequence: row.sequence, with: row.with}]->(t)`;

async function mergeInto(tx: Tx, merged: Found, kept: Found, stamp: Stamp, touched: Touched): Promise<Changed[]> {
  const facts = await factsJoining(tx, merged.id);
  const { same, own } = collisionsOf(merged.id, kept.id, facts, await factsJoining(tx, kept.id));
  const ending = [merged.id, ...same.map(({ fact }) => fact.id)];
  await markAround(tx, [merged.id, ...facts.map(({ id }) => id)], touched);
  await markNaming(tx, ending, touched);
  touched.add(kept.type, kept.id);
  for (const { as } of same) touched.add(as.type, as.id);

  await clearDerived(tx, ending);
  const factMoves = same.map(({ fact, as }): Move => ({ old: fact.id, new: as.id }));
  await pointIn(tx, merged.id, factMoves);
  await markSaid(
    tx,
    merged.id,
    own.map(({ id }) => id),
  );
  await shelve(
    tx,
    same.map(({ fact }) => fact.id),
  );
  const move: Move = { old: merged.id, new: kept.id };
  await pointIn(tx, merged.id, [move]);
  await pointOut(tx, merged.id, [move]);
  await bury(tx, ending, null);
  const tombs = [move, ...factMoves].map((each) => ({ ...each, sequence: stamp.version, with: merged.id }));
  await inBatches(tx, ENTOMB, tombs);
  await renewSlots(
    tx,
    own.map(({ id }) => id),
  );
  await renewMatters(tx, touched.of(['Claim']));
  const pairs = [{ from: merged, to: kept }, ...same.map(({ fact, as }) => ({ from: fact, to: as }))];
  return pairs.flatMap(({ from, to }): Changed[] => [
    { id: from.id, isNew: false, operation: 'MERGE', state: { mergedInto: to.key } },
    { id: to.id, isNew: false, operation: 'MERGE', isPart: true, state: {} },
  ]);
}
