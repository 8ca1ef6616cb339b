import { type Tx } from '../../graph/database.ts';
import { type TypeName, typeNames, typeOf } from '../../domain/thing-types.ts';
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
/** @param pattern Leads to `t`. @param where What else is asked of it. */
const from = (pattern: string, where = '') =>
  `UNWIND $ids AS id MATCH (from:Thing {id: id})${pattern} USING INDEX SEEK from:Thing(id) ${where} ${RETURN}`;

/** What claims support. */
export const SUPPORTED = from('-[:SUPPORTS]->(t:Thing)');

/** What is supported by those claims that these contradict: how firmly it stands depends on both. */
const OPPOSED = from("-[:RELATES_TO {type: 'CONTRADICTS'}]-(:Claim)-[:SUPPORTS]->(t:Thing)");

/** Claims that stand to these: which of two that somebody has set against each other is followed depends on both. */
const RELATED = from('-[:RELATES_TO]-(t:Claim)');

const followers: readonly Follower[] = [
  {
    from: ['Document'],
    when: ['published', 'reliability'],
    statement: from('<-[:EVIDENCE]-(t:Claim)'),
  },
  {
    from: ['Document'],
    when: ['published', 'reliability'],
    statement: from('-[:DESCRIBES]->(t:Thing)'),
  },
  {
    from: ['Claim'],
    when: ['published', 'reliability', 'status', 'live'],
    statement: SUPPORTED,
  },
  {
    from: ['Claim'],
    when: ['published', 'reliability', 'status', 'live'],
    statement: OPPOSED,
  },
  {
    from: ['Place'],
    when: ['WITHIN'],
    statement: from('<-[:WITHIN*0..8]-(:Place)<-[:CONCERNS|HELD_AT]-(x)-[:SUPPORTS*0..1]->(t:Meeting)'),
  },
  {
    from: ['Country', 'Organization', 'Official'],
    when: ['sortName'],
    statement: from('<-[:OF_ACTOR]-(t:Participation)'),
  },
  {
    from: ['Post'],
    when: ['level', 'POST_OF'],
    statement: from('<-[:AS_POST]-(t:Participation)'),
  },
  {
    from: ['Post'],
    when: ['POST_OF'],
    statement: from('<-[:OF_POST]-(:Tenure)-[:HELD_BY]->(t:Official)'),
  },
  { from: ['Meeting'], when: ['time'], statement: from('<-[:IN_EVENT]-(t:Participation)') },
  { from: ['Participation'], statement: from('-[:IN_EVENT]->(t:Meeting)') },
  { from: ['Tenure'], statement: from('-[:HELD_BY]->(t:Official)') },
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

/** Marks claims that came, ended, or stand otherwise than before, with everything that depends on how they stand. */
export async function markStanding(tx: Tx, claims: readonly string[], touched: Touched): Promise<void> {
  for (const id of claims) touched.add('Claim', id);
  for (const statement of [SUPPORTED, OPPOSED, RELATED]) await mark(tx, statement, claims, touched);
}

const SUPPORTING = from('<-[:SUPPORTS]-(t:Claim)');

const OF_SAME_MATTER = from(
  '',
  'WHERE from.matter IS NOT NULL MATCH (t:Claim {matter: from.matter}) USING INDEX SEEK t:Claim(matter)',
);

/** Marks the claims about what was touched, and about the same matter: what one of them reaches depends on the others. */
export async function markClaims(tx: Tx, touched: Touched): Promise<void> {
  await mark(tx, OF_SAME_MATTER, touched.of(['Claim']), touched);
  await mark(tx, SUPPORTING, touched.of(typeNames.filter((type) => type !== 'Claim')), touched);
}

/** Asked of what was found: else the planner finds all plans by their status, and joins. */
const IS_PLAN = "WITH DISTINCT t WHERE t.status IN ['PLANNED', 'EXPECTED']";

const RELATED_PLANS = from('-[:RELATES_TO]-(t:Claim)', IS_PLAN);

const PLANS_FOR_EVENT = from('<-[:PART_OF*0..]-(:Event)<-[:IN_EVENT*0..1]-()<-[:SUPPORTS]-(t:Claim)', IS_PLAN);

/**
 * Marks the plans that claims or events which were touched may decide; for an event, those of all its parts too. The plans
 * to which a claim is no longer related have been marked by {@link markClaims}, since they are about the same.
 */
export async function markPlans(tx: Tx, touched: Touched): Promise<void> {
  await mark(tx, RELATED_PLANS, touched.of(['Claim']), touched);
  await mark(tx, PLANS_FOR_EVENT, touched.of(['Meeting', 'Development']), touched);
}

const WITHIN = from('<-[:WITHIN*1..8]-(t:Place)');

/** Marks the places within those that were touched: they may lie in the country of the place around them. */
export const markPlacesWithin = (tx: Tx, touched: Touched) => mark(tx, WITHIN, touched.of(['Place']), touched);

/** Marks what a statement finds from these ids; it gives the `id` and the `labels` of each thing. */
export async function mark(tx: Tx, statement: string, ids: readonly string[], touched: Touched): Promise<void> {
  if (ids.length === 0) return;
  const rows = await tx.run<{ id: string; labels: string[] }>(statement, { ids });
  for (const { id, labels } of rows) touched.add(typeOf(labels)!, id);
}
