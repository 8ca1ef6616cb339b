import { type Tx } from '../../graph/database.ts';
import { type TypeName, typeNames, typeOf } from '../things.ts';
import { type Difference } from './shape.ts';

/** Ids of things that have to be worked out again, by type. */
export class Touched {
  readonly #ids = new Map<TypeName, Set<string>>();

  add(type: TypeName, id: string): void {
    const ids = this.#ids.get(type);
    if (ids) ids.add(id);
    else this.#ids.set(type, new Set([id]));
  }

  of(types: readonly TypeName[]): string[] {
    return types.flatMap((type) => [...(this.#ids.get(type) ?? [])]);
  }
}

/** How a change travels: from things of a type whose named properties or links changed to those that copy from them. */
interface Follower {
  from: readonly TypeName[];
  /** Beginnings of names of properties, or types of links; any change where none is given. */
  when?: readonly string[];
  statement: string;
}

const RETURN = 'RETURN DISTINCT t.id AS id, labels(t) AS labels';
const from = (pattern: string) => `UNWIND $ids AS id MATCH ${pattern} ${RETURN}`;

const followers: readonly Follower[] = [
  {
    from: ['Document'],
    when: ['published', 'reliability'],
    statement: from('(:Thing&Document {id: id})<-[:EVIDENCE]-(t:Claim)'),
  },
  {
    from: ['Document'],
    when: ['published', 'reliability'],
    statement: from('(:Thing&Document {id: id})-[:DESCRIBES]->(t:Thing)'),
  },
  {
    from: ['Claim'],
    when: ['published', 'reliability', 'status', 'live'],
    statement: from('(:Thing&Claim {id: id})-[:SUPPORTS]->(t:Thing)'),
  },
  {
    from: ['Claim'],
    when: ['published', 'reliability', 'status', 'live'],
    statement: from("(:Thing&Claim {id: id})-[:RELATES_TO {type: 'CONTRADICTS'}]-(:Claim)-[:SUPPORTS]->(t:Thing)"),
  },
  {
    from: ['Place'],
    when: ['WITHIN'],
    statement: from(
      '(:Thing&Place {id: id})<-[:WITHIN*0..8]-(:Place)<-[:CONCERNS|HELD_AT]-(x)-[:SUPPORTS*0..1]->(t:Meeting)',
    ),
  },
  {
    from: ['Country', 'Organization', 'Official'],
    when: ['sortName'],
    statement: from('(:Thing&Actor {id: id})<-[:OF_ACTOR]-(t:Participation)'),
  },
  {
    from: ['Post'],
    when: ['level', 'POST_OF'],
    statement: from('(:Thing&Post {id: id})<-[:AS_POST]-(t:Participation)'),
  },
  {
    from: ['Post'],
    when: ['POST_OF'],
    statement: from('(:Thing&Post {id: id})<-[:OF_POST]-(:Tenure)-[:HELD_BY]->(t:Official)'),
  },
  { from: ['Meeting'], when: ['time'], statement: from('(:Thing&Meeting {id: id})<-[:IN_EVENT]-(t:Participation)') },
  { from: ['Participation'], statement: from('(:Thing&Participation {id: id})-[:IN_EVENT]->(t:Meeting)') },
  { from: ['Tenure'], statement: from('(:Thing&Tenure {id: id})-[:HELD_BY]->(t:Official)') },
];

/** Marks what copies from the things that these differences change. */
export async function follow(tx: Tx, differences: readonly Difference[], touched: Touched): Promise<void> {
  for (const { from, when, statement } of followers) {
    const ids = differences
      .filter(({ derivation }) => from.includes(derivation.type))
      .filter(
        (difference) => !when || changedIn(difference).some((name) => when.some((start) => name.startsWith(start))),
      )
      .map(({ derivation }) => derivation.id);
    if (ids.length > 0) await mark(tx, statement, ids, touched);
  }
}

const changedIn = ({ properties, addLinks, removeLinks }: Difference): string[] => [
  ...Object.keys(properties),
  ...[...addLinks, ...removeLinks].map(({ type }) => type),
];

const SUPPORTING = from('(:Thing {id: id})<-[:SUPPORTS]-(t:Claim)');

const OF_SAME_MATTER = from('(c:Thing&Claim {id: id}) WHERE c.matter IS NOT NULL MATCH (t:Claim {matter: c.matter})');

/** Marks the claims about what was touched, and about the same matter: what one of them reaches depends on the others. */
export async function markClaims(tx: Tx, touched: Touched): Promise<void> {
  await mark(tx, OF_SAME_MATTER, touched.of(['Claim']), touched);
  await mark(tx, SUPPORTING, touched.of(typeNames.filter((type) => type !== 'Claim')), touched);
}

const PLAN = "(t:Claim) WHERE t.status IN ['PLANNED', 'EXPECTED']";

const RELATED_PLANS = from(`(:Thing&Claim {id: id})-[:RELATES_TO]-${PLAN}`);

const PLANS_FOR_EVENT = from(
  `(:Thing&Event {id: id})<-[:PART_OF*0..]-(:Event)<-[:IN_EVENT*0..1]-()<-[:SUPPORTS]-${PLAN}`,
);

/**
 * Marks the plans that claims or events which were touched may decide; for an event, those of all its parts too. The plans
 * to which a claim is no longer related have been marked by {@link markClaims}, since they are about the same.
 */
export async function markPlans(tx: Tx, touched: Touched): Promise<void> {
  await mark(tx, RELATED_PLANS, touched.of(['Claim']), touched);
  await mark(tx, PLANS_FOR_EVENT, touched.of(['Meeting', 'Development']), touched);
}

const WITHIN = from('(:Thing&Place {id: id})<-[:WITHIN*1..8]-(t:Place)');

/** Marks the places within those that were touched: they may lie in the country of the place around them. */
export const markPlacesWithin = (tx: Tx, touched: Touched) => mark(tx, WITHIN, touched.of(['Place']), touched);

async function mark(tx: Tx, statement: string, ids: readonly string[], touched: Touched): Promise<void> {
  if (ids.length === 0) return;
  const rows = await tx.run<{ id: string; labels: string[] }>(statement, { ids });
  for (const { id, labels } of rows) touched.add(typeOf(labels)!, id);
}
