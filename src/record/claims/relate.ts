import { excludes, isSameStand } from '../../domain/exclusion.ts';
import { type ClaimRelationType } from '../../domain/vocabulary.generated.ts';
import { type Deed, done, refused } from '../deed/deed.ts';
import { Touched, markStanding } from '../derive/touched.ts';
import { Problems } from '../plan/problems.ts';
import { liveClaims } from './find.ts';

const BETWEEN = `MATCH (a:Thing&Claim {id: $from})-[r:RELATES_TO]-(b:Thing&Claim {id: $to}) USING INDEX SEEK a:Thing(id) WHERE r.by <> 'RULE'
RETURN elementId(r) AS element, r.type AS type, r.by AS by, startNode(r) = a AS forward, coalesce(r.replaces, []) AS replaces`;

/** Who asks how things were is led to the revisions that tell. */
const REMOVE = `UNWIND $elements AS element MATCH (a:Claim)-[r:RELATES_TO]->(b:Claim) WHERE elementId(r) = element
MERGE (a)-[:FORMERLY {type: 'RELATES_TO'}]->(b) DELETE r`;

const ADD = `MATCH (a:Thing&Claim {id: $from}) MATCH (b:Thing&Claim {id: $to})
CREATE (a)-[:RELATES_TO {type: $type, by: 'ANALYST', replaces: $replaces}]->(b)`;

interface Relation {
  /** For this transaction only. */
  element: string;
  type: ClaimRelationType;
  by: 'SOURCE' | 'ANALYST';
  forward: boolean;
  replaces: string[];
}

/**
 * An analyst says how one claim stands to another. It goes before what the rules find, and takes the place of what an
 * analyst or a source had said of the two, where both cannot be so.
 */
export const relateClaims =
  ({ from: fromRef, type, to: toRef }: { from: string; type: ClaimRelationType; to: string }): Deed =>
  async (tx) => {
    const problems = new Problems();
    const { from, to } = await liveClaims(tx, { from: fromRef, to: toRef }, problems);
    if (from !== null && from.id === to?.id)
      problems.invalid(['to'], 'a claim does not stand to itself; name another one');
    if (from === null || to === null || !problems.none) return refused(await problems.all(tx, new Map()));
    const ends = { from: from.id, to: to.id };
    const results = { thing: from.id, claims: [from.id, to.id] };
    const touched = new Touched();
    const stand = { type, forward: true };
    const present = await tx.run<Relation>(BETWEEN, ends);
    if (present.some((other) => isSameStand(stand, other))) return done(touched, [], results);
    const replaced = present.filter((other) => excludes(stand, other));
    await tx.run(REMOVE, { elements: replaced.map(({ element }) => element) });
    await tx.run(ADD, { ...ends, type, replaces: saidBySources(replaced) });
    await markStanding(tx, [from.id, to.id], touched);
    return done(touched, [], results);
  };

/** What sources had said of the two is kept with what took its place; null where they said nothing else. */
function saidBySources(replaced: readonly Relation[]): string[] | null {
  const said = replaced.flatMap(({ by, type, replaces }) => (by === 'SOURCE' ? [type, ...replaces] : replaces));
  return said.length === 0 ? null : [...new Set(said)].sort();
}
