import { type Tx } from '../../graph/database.ts';
import { endpointRelationships, stateRelationships } from '../../storage/relationships.ts';
import { type TimeSpan, spansOverlap, storedTimeSpan } from '../resolve/time-span.ts';
import { type TypeName } from '../../domain/node-types.ts';
import { typeFromLabels } from '../../storage/labels.ts';

/** A fact that joins something with another thing. */
export interface RelatedFact {
  id: string;
  key: string;
  type: TypeName;
  slot: string;
  /** Null for a participation, which has no time of its own. */
  span: TimeSpan | null;
}

interface Row {
  id: string;
  key: string;
  labels: string[];
  properties: Record<string, unknown>;
}

const FACTS = `MATCH (t:Thing {id: $id})<-[:${endpointRelationships.join('|')}]-(f:Fact)
WITH DISTINCT f RETURN f.id AS id, f.key AS key, labels(f) AS labels, properties(f) AS properties ORDER BY f.sortKey`;

/** The facts that join a thing with others. */
export async function findRelatedFacts(tx: Tx, id: string): Promise<RelatedFact[]> {
  const rows = await tx.run<Row>(FACTS, { id });
  return rows.map(({ id, key, labels, properties }) => {
    const type = typeFromLabels(labels)!;
    const span = type === 'Participation' ? null : storedTimeSpan(properties);
    return { id, key, type, slot: properties.slot as string, span };
  });
}

/** What becomes of the facts of something that is merged. */
export interface FactCollisions {
  /** Those that become another fact of the kept: the same actor, meeting and role; the same post over common days. */
  mergedFacts: { fact: RelatedFact; into: RelatedFact }[];
  /** Those that go over to the kept as they are. */
  movedFacts: RelatedFact[];
}

/** Compares the facts of two things that are to be one (docs/domain.md, "Same fact?"). */
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
        other.type === fact.type && (fact.span === null || other.span === null || spansOverlap(fact.span, other.span)),
    );
    // Of several the one that began last, as where sources are read (plan/same.ts).
    const [into] = candidates.sort((a, b) => ((a.span?.from ?? '') < (b.span?.from ?? '') ? 1 : -1));
    if (into) collisions.mergedFacts.push({ fact, into });
    else collisions.movedFacts.push(fact);
  }
  return collisions;
}

const BETWEEN = `MATCH (a:Thing {id: $merged}) MATCH (b:Thing {id: $kept})
RETURN [(a)-[r:${stateRelationships.join('|')}]-(b) | [startNode(r).key, type(r), endNode(r).key]],
  [(a)<-[:${endpointRelationships.join('|')}]-(f:Fact)-[:${endpointRelationships.join('|')}]->(b) | f.key]`;

/** Why two things cannot be one, where one stands to the other as a thing cannot stand to itself; null where nothing is in the way. */
export async function findMergeObstacle(tx: Tx, merged: string, kept: string): Promise<string | null> {
  const [row] = (await tx.rows(BETWEEN, { merged, kept })) as [
    [links: [from: string, type: string, to: string][], facts: string[]],
  ];
  const [[relationship], [fact]] = row;
  if (fact !== undefined)
    return `${fact} joins the two, and nothing is joined with itself; delete or correct that first`;
  if (relationship === undefined) return null;
  const [from, type, to] = relationship;
  const relationName = type.toLowerCase().replaceAll('_', ' ');
  return `${from} is recorded as "${relationName}" ${to}, and nothing stands so to itself; correct that first`;
}
