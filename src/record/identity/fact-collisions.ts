import { type Tx } from '../../graph/database.ts';
import { endpointRelationships, stateRelationships } from '../../storage/relationships.ts';
import { type Term, factTerms, storedTermDates, termsOverlap } from '../resolve/term.ts';
import { type TypeName } from '../../domain/node-types.ts';
import { typeFromLabels } from '../../storage/labels.ts';

/** A fact with the entity as one of its endpoints. */
export interface RelatedFact {
  id: string;
  key: string;
  type: TypeName;
  slot: string;
  /** Null for a participation, which has no time of its own. */
  term: Term | null;
}

interface Row {
  id: string;
  key: string;
  labels: string[];
  properties: Record<string, unknown>;
}

const FACTS = `MATCH (t:Thing {id: $id})<-[:${endpointRelationships.join('|')}]-(f:Fact)
WITH DISTINCT f RETURN f.id AS id, f.key AS key, labels(f) AS labels, properties(f) AS properties ORDER BY f.sortKey`;

/** The facts with this entity as an endpoint. */
export async function findRelatedFacts(tx: Tx, id: string): Promise<RelatedFact[]> {
  const rows = await tx.run<Row>(FACTS, { id });
  return rows.map(({ id, key, labels, properties }) => {
    const type = typeFromLabels(labels)!;
    const [term = null] = type === 'Participation' ? [] : factTerms([storedTermDates(properties)]);
    return { id, key, type, slot: properties.slot as string, term };
  });
}

/** What happens to the facts of a merged entity. */
export interface FactCollisions {
  /** Those that the kept entity has too: the same actor, meeting and role; the same post on common days. */
  mergedFacts: { fact: RelatedFact; into: RelatedFact }[];
  /** Those that only get the kept entity as endpoint. */
  movedFacts: RelatedFact[];
}

/** Compares the facts of two entities to be merged (docs/domain.md, "Same fact?"). */
export function findCollisions(
  merged: string,
  kept: string,
  factsOfMerged: readonly RelatedFact[],
  factsOfKept: readonly RelatedFact[],
): FactCollisions {
  const bySlot = Map.groupBy(factsOfKept, ({ slot }) => slot);
  const collisions: FactCollisions = { mergedFacts: [], movedFacts: [] };
  for (const fact of factsOfMerged) {
    const slot = fact.slot
      .split('|')
      .map((part) => (part === merged ? kept : part))
      .join('|');
    const candidates = (bySlot.get(slot) ?? []).filter(
      (other) =>
        other.type === fact.type && (fact.term === null || other.term === null || termsOverlap(fact.term, other.term)),
    );
    // Of several, the one that began last.
    const [into] = candidates.sort((a, b) => ((a.term?.from ?? '') < (b.term?.from ?? '') ? 1 : -1));
    if (into) collisions.mergedFacts.push({ fact, into });
    else collisions.movedFacts.push(fact);
  }
  return collisions;
}

const BETWEEN = `MATCH (a:Thing {id: $merged}) MATCH (b:Thing {id: $kept})
RETURN [(a)-[r:${stateRelationships.join('|')}]-(b) | [startNode(r).key, type(r), endNode(r).key]],
  [(a)<-[:${endpointRelationships.join('|')}]-(f:Fact)-[:${endpointRelationships.join('|')}]->(b) | f.key],
  [(a)<-[:BETWEEN]-(j:Judgement {verdict: 'DIFFERENT'})-[:BETWEEN]->(b) | [j.by, j.at, j.reason]]`;

/**
 * Why two entities cannot be merged: an analyst has judged that they are two, or a relationship or fact between them would link an entity
 * to itself. Null if there is nothing of the kind.
 */
export async function findMergeObstacle(tx: Tx, merged: string, kept: string): Promise<string | null> {
  const [row] = (await tx.rows(BETWEEN, { merged, kept })) as [
    [
      links: [from: string, type: string, to: string][],
      facts: string[],
      judgements: [by: string, at: string, reason: string | null][],
    ],
  ];
  const [[relationship], [fact], [judgement]] = row;
  if (judgement !== undefined) {
    const [by, at, reason] = judgement;
    const why = reason === null ? '' : `: "${reason}"`;
    return `${by} judged them DIFFERENT (${at})${why}; if they are one, judge again with judgeIdentity, as SAME or UNSURE, then merge`;
  }
  if (fact !== undefined)
    return `${fact} links the two, and a fact cannot link an entity to itself; correct or delete it first`;
  if (relationship === undefined) return null;
  const [from, type, to] = relationship;
  const relationName = type.toLowerCase().replaceAll('_', ' ');
  return `${from} is recorded as "${relationName}" ${to}, and a relationship cannot link an entity to itself; correct it first`;
}
