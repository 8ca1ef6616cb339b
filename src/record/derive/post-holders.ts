import { type Appearance, holdingsOfPost } from '../../domain/time/holdings-of-post.ts';
import { ParticipationStatus, Standing, TenureStatus } from '../../domain/vocabulary.generated.ts';
import { type Tx } from '../../graph/database.ts';
import { HOLDING_WINDOWS, shortcutWindows, toPostTerm } from '../../storage/holding-windows.ts';
import { type DerivedRelationshipType, type Relationship } from '../../storage/relationships.ts';
import { boundProperties, cypherPick, unflattenTime } from '../../storage/times.ts';
import { type Properties } from '../../storage/values.ts';
import { type Derivation, type DerivedState } from '../write/derived-state.ts';
import { type RowsOf, readRowsOf } from '../overlay/read-rows.ts';
import { ofGraph } from '../overlay/write-transaction.ts';
import { type DirtySet, findFrom, markDirty } from '../write/dirty-set.ts';

interface TermRow {
  id: string;
  key: string;
  official: string;
  properties: Properties;
  holds: [from: string, to: string, properties: Properties][];
}

interface PostRow {
  post: string;
  terms: TermRow[];
  appearances: { official: string; time: Properties }[];
}

const TIME = cypherPick(boundProperties('time'));

/**
 * The appearances of those with a tenure of the post; of a participation at the time of its meeting. A joint statement of several of them
 * does not say who made it in the post.
 */
const POSTS = `UNWIND $ids AS id
MATCH (t:Thing&Tenure {id: id})-[:OF_POST]->(p) USING INDEX SEEK t:Thing(id)
WITH DISTINCT p
RETURN p.id AS post,
  [(p)<-[:OF_POST]-(t:Tenure)-[:HELD_BY]->(o) | {
    id: t.id, key: t.key, official: o.id, properties: properties(t),
    holds: [(o)-[r:HOLDS {fact: t.id}]->(q) | [o.id, q.id, properties(r)]]
  }] AS terms,
  COLLECT {
    MATCH (p)<-[:AS_POST]-(f:Fact {standing: '${Standing.ESTABLISHED}'})-[:OF_ACTOR|MADE_BY]->(o:Official)
    WHERE EXISTS { (p)<-[:OF_POST]-(:Tenure)-[:HELD_BY]->(o) }
      AND NOT EXISTS { (f)-[:MADE_BY]->(x) WHERE x <> o AND EXISTS { (p)<-[:OF_POST]-(:Tenure)-[:HELD_BY]->(x) } }
      AND (f:Statement OR f.status = '${ParticipationStatus.ATTENDED}' AND NOT coalesce(f.inferred, false))
    MATCH (f)-[:IN_EVENT*0..1]->(x) WHERE x:Statement OR x:Meeting
    RETURN {official: o.id, time: x {${TIME}}}
  } AS appearances`;

/** On which days each tenure was held, which depends on the other tenures of its post and on appearances in that capacity. */
export async function derivePostHolders(tx: Tx, ids: readonly string[]): Promise<Derivation[]> {
  const posts = await tx.run<PostRow>(POSTS, { ids });
  const wanted = new Set(ids);
  return posts.flatMap(({ post, terms, appearances }) => {
    const holdings = holdingsOfPost(
      terms.map(({ official, properties }) => toPostTerm(official, properties)),
      appearances.map(toAppearance),
    );
    return terms.flatMap(({ id, key, official, properties, holds }, index): Derivation[] => {
      if (!wanted.has(id)) return [];
      const windows = holdings[index]!;
      const { status, standing } = properties as { status: TenureStatus; standing: Standing };
      const isHeld =
        standing !== Standing.WITHDRAWN && status !== TenureStatus.NOMINATED && status !== TenureStatus.NOT_TAKEN_UP;
      return [
        {
          id,
          key,
          type: 'Tenure',
          stored: toState(
            Object.fromEntries(HOLDING_WINDOWS.map((name) => [name, properties[name]])),
            holds.map(([from, to, copied]) => holdsRelationship(from, to, copied)),
          ),
          derived: toState(
            { ...windows },
            isHeld ? [holdsRelationship(official, post, { fact: id, status, ...shortcutWindows(windows) })] : [],
          ),
          state: null,
        },
      ];
    });
  });
}

const toAppearance = ({ official, time }: PostRow['appearances'][number]): Appearance => ({
  official,
  time: unflattenTime('time', time),
});

const holdsRelationship = (
  from: string,
  to: string,
  properties: Properties,
): Relationship<DerivedRelationshipType> => ({
  type: 'HOLDS',
  from,
  to,
  properties,
});

const toState = (properties: Properties, relationships: DerivedState['relationships']): DerivedState => ({
  properties,
  relationships,
  externalIds: [],
  conflicts: [],
});

/** A correction may have moved what it corrects to another post. */
const POSTS_OF: RowsOf<{ post: string }> = {
  statement: `UNWIND $ids AS id
MATCH (from:Thing {id: id})-[:OF_POST|AS_POST|FORMERLY]->(p:Post) USING INDEX SEEK from:Thing(id)
RETURN DISTINCT p.id AS post`,
  walk: (from) => from.out('OF_POST', 'AS_POST').map(({ to }) => ({ post: to.id })),
};

const TENURES = findFrom('<-[:OF_POST]-(t:Tenure)');

/** Marks the tenures of the posts of dirty tenures, participations and statements, and of dirty posts. */
export async function markPostHolders(tx: Tx, dirty: DirtySet): Promise<void> {
  const posts = await readRowsOf(tx, dirty.of(['Participation', 'Statement', 'Tenure']), POSTS_OF);
  const ids = new Set([...dirty.of(['Post']), ...posts.map(({ post }) => post)]);
  // Tenures that the write has made are dirty themselves.
  await markDirty(ofGraph(tx), TENURES, [...ids], dirty);
}
