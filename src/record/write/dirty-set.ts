import { type Tx } from '../../graph/database.ts';
import { type TypeName, typeNames } from '../../domain/node-types.ts';
import { type DerivedDiff } from './derived-state.ts';
import { typeFromLabels } from '../../storage/labels.ts';

/** Ids of things that have to be worked out again, by type. */
export class DirtySet {
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
interface DependencyRule {
  types: readonly TypeName[];
  /** Beginnings of names of properties, or types of links; any change where none is given. */
  whenChanged?: readonly string[];
  statement: string;
}

const RETURN = 'RETURN DISTINCT t.id AS id, labels(t) AS labels';
/** @param pattern Leads to `t`. @param where What else is asked of it. */
const findFrom = (pattern: string, where = '') =>
  `UNWIND $ids AS id MATCH (from:Thing {id: id})${pattern} USING INDEX SEEK from:Thing(id) ${where} ${RETURN}`;

/** What claims support. */
export const SUPPORTED_NODES = findFrom('-[:SUPPORTS]->(t:Thing)');

/** What is supported by those claims that these contradict: how firmly it stands depends on both. */
const SUPPORTED_BY_CONTRADICTED = findFrom("-[:RELATES_TO {type: 'CONTRADICTS'}]-(:Claim)-[:SUPPORTS]->(t:Thing)");

/** Claims that stand to these: which of two that somebody has set against each other is followed depends on both. */
const RELATED_CLAIMS = findFrom('-[:RELATES_TO]-(t:Claim)');

const dependencyRules: readonly DependencyRule[] = [
  {
    types: ['Document'],
    whenChanged: ['published', 'reliability'],
    statement: findFrom('<-[:EVIDENCE]-(t:Claim)'),
  },
  {
    types: ['Document'],
    whenChanged: ['published', 'reliability'],
    statement: findFrom('-[:DESCRIBES]->(t:Thing)'),
  },
  {
    types: ['Claim'],
    whenChanged: ['published', 'reliability', 'status', 'live'],
    statement: SUPPORTED_NODES,
  },
  {
    types: ['Claim'],
    whenChanged: ['published', 'reliability', 'status', 'live'],
    statement: SUPPORTED_BY_CONTRADICTED,
  },
  {
    types: ['Place'],
    whenChanged: ['WITHIN'],
    statement: findFrom('<-[:WITHIN*0..8]-(:Place)<-[:CONCERNS|HELD_AT]-(x)-[:SUPPORTS*0..1]->(t:Meeting)'),
  },
  {
    types: ['Country', 'Organization', 'Official'],
    whenChanged: ['sortName'],
    statement: findFrom('<-[:OF_ACTOR]-(t:Participation)'),
  },
  {
    types: ['Post'],
    whenChanged: ['level', 'POST_OF'],
    statement: findFrom('<-[:AS_POST]-(t:Participation)'),
  },
  {
    types: ['Post'],
    whenChanged: ['POST_OF'],
    statement: findFrom('<-[:OF_POST]-(:Tenure)-[:HELD_BY]->(t:Official)'),
  },
  { types: ['Meeting'], whenChanged: ['time'], statement: findFrom('<-[:IN_EVENT]-(t:Participation)') },
  { types: ['Participation'], statement: findFrom('-[:IN_EVENT]->(t:Meeting)') },
  { types: ['Tenure'], statement: findFrom('-[:HELD_BY]->(t:Official)') },
];

/** Marks what copies from the things that these differences change. */
export async function propagate(tx: Tx, diffs: readonly DerivedDiff[], dirty: DirtySet): Promise<void> {
  for (const { types: from, whenChanged: when, statement } of dependencyRules) {
    const ids = diffs
      .filter(({ derivation }) => from.includes(derivation.type))
      .filter((diff) => !when || changedNames(diff).some((name) => when.some((start) => name.startsWith(start))))
      .map(({ derivation }) => derivation.id);
    if (ids.length > 0) await markDirty(tx, statement, ids, dirty);
  }
}

const changedNames = ({ properties, addRelationships, removeRelationships }: DerivedDiff): string[] => [
  ...Object.keys(properties),
  ...[...addRelationships, ...removeRelationships].map(({ type }) => type),
];

/** Marks claims that came, ended, or stand otherwise than before, with everything that depends on how they stand. */
export async function markClaimsDirty(tx: Tx, claims: readonly string[], dirty: DirtySet): Promise<void> {
  for (const id of claims) dirty.add('Claim', id);
  for (const statement of [SUPPORTED_NODES, SUPPORTED_BY_CONTRADICTED, RELATED_CLAIMS])
    await markDirty(tx, statement, claims, dirty);
}

const SUPPORTING_CLAIMS = findFrom('<-[:SUPPORTS]-(t:Claim)');

const SAME_PROPOSITION_KEY = findFrom(
  '',
  'WHERE from.matter IS NOT NULL MATCH (t:Claim {matter: from.matter}) USING INDEX SEEK t:Claim(matter)',
);

/** Marks the claims about what was touched, and about the same matter: what one of them reaches depends on the others. */
export async function markRelatedClaims(tx: Tx, dirty: DirtySet): Promise<void> {
  await markDirty(tx, SAME_PROPOSITION_KEY, dirty.of(['Claim']), dirty);
  await markDirty(tx, SUPPORTING_CLAIMS, dirty.of(typeNames.filter((type) => type !== 'Claim')), dirty);
}

/** Asked of what was found: else the planner finds all plans by their status, and joins. */
const IS_PLAN = "WITH DISTINCT t WHERE t.status IN ['PLANNED', 'EXPECTED']";

const RELATED_PLANS = findFrom('-[:RELATES_TO]-(t:Claim)', IS_PLAN);

const PLANS_FOR_EVENT = findFrom('<-[:PART_OF*0..]-(:Event)<-[:IN_EVENT*0..1]-()<-[:SUPPORTS]-(t:Claim)', IS_PLAN);

/**
 * Marks the plans that claims or events which were touched may decide; for an event, those of all its parts too. The plans
 * to which a claim is no longer related have been marked by {@link markRelatedClaims}, since they are about the same.
 */
export async function markAffectedPlans(tx: Tx, dirty: DirtySet): Promise<void> {
  await markDirty(tx, RELATED_PLANS, dirty.of(['Claim']), dirty);
  await markDirty(tx, PLANS_FOR_EVENT, dirty.of(['Meeting', 'Development']), dirty);
}

const WITHIN = findFrom('<-[:WITHIN*1..8]-(t:Place)');

/** Marks the places within those that were touched: they may lie in the country of the place around them. */
export const markPlacesWithin = (tx: Tx, dirty: DirtySet) => markDirty(tx, WITHIN, dirty.of(['Place']), dirty);

/** Marks what a statement finds from these ids; it gives the `id` and the `labels` of each thing. */
export async function markDirty(tx: Tx, statement: string, ids: readonly string[], dirty: DirtySet): Promise<void> {
  if (ids.length === 0) return;
  const rows = await tx.run<{ id: string; labels: string[] }>(statement, { ids });
  for (const { id, labels } of rows) dirty.add(typeFromLabels(labels)!, id);
}
