import { type Tx } from '../../graph/database.ts';
import { identityLinks, stateLinks } from '../links.ts';
import { type Span, overlapping, storedSpan } from '../plan/span.ts';
import { type TypeName, typeOf } from '../../domain/thing-types.ts';

/** A fact that joins something with another thing. */
export interface JoiningFact {
  id: string;
  key: string;
  type: TypeName;
  slot: string;
  /** Null for a participation, which has no time of its own. */
  span: Span | null;
}

interface Row {
  id: string;
  key: string;
  labels: string[];
  properties: Record<string, unknown>;
}

const FACTS = `MATCH (t:Thing {id: $id})<-[:${identityLinks.join('|')}]-(f:Fact)
WITH DISTINCT f RETURN f.id AS id, f.key AS key, labels(f) AS labels, properties(f) AS properties ORDER BY f.sortKey`;

/** The facts that join a thing with others. */
export async function factsJoining(tx: Tx, id: string): Promise<JoiningFact[]> {
  const rows = await tx.run<Row>(FACTS, { id });
  return rows.map(({ id, key, labels, properties }) => {
    const type = typeOf(labels)!;
    const span = type === 'Participation' ? null : storedSpan(properties);
    return { id, key, type, slot: properties.slot as string, span };
  });
}

/** What becomes of the facts of something that is merged. */
export interface Collisions {
  /** Those that become another fact of the kept: the same actor, meeting and role; the same post over common days. */
  same: { fact: JoiningFact; as: JoiningFact }[];
  /** Those that go over to the kept as they are. */
  own: JoiningFact[];
}

/** Compares the facts of two things that are to be one (docs/domain.md, "Same fact?"). */
export function collisionsOf(
  merged: string,
  kept: string,
  factsOfMerged: readonly JoiningFact[],
  factsOfKept: readonly JoiningFact[],
): Collisions {
  const bySlot = Map.groupBy(factsOfKept, ({ slot }) => slot);
  const found: Collisions = { same: [], own: [] };
  for (const fact of factsOfMerged) {
    const slot = fact.slot
      .split('|')
      .map((part) => (part === merged ? kept : part))
      .join('|');
    const fitting = (bySlot.get(slot) ?? []).filter(
      (other) =>
        other.type === fact.type && (fact.span === null || other.span === null || overlapping(fact.span, other.span)),
    );
    // Of several the one that began last, as where sources are read (plan/same.ts).
    const [as] = fitting.sort((a, b) => ((a.span?.from ?? '') < (b.span?.from ?? '') ? 1 : -1));
    if (as) found.same.push({ fact, as });
    else found.own.push(fact);
  }
  return found;
}

const BETWEEN = `MATCH (a:Thing {id: $merged}) MATCH (b:Thing {id: $kept})
RETURN [(a)-[r:${stateLinks.join('|')}]-(b) | [startNode(r).key, type(r), endNode(r).key]],
  [(a)<-[:${identityLinks.join('|')}]-(f:Fact)-[:${identityLinks.join('|')}]->(b) | f.key]`;

/** Why two things cannot be one, where one stands to the other as a thing cannot stand to itself; null where nothing is in the way. */
export async function obstacleBetween(tx: Tx, merged: string, kept: string): Promise<string | null> {
  const [row] = (await tx.rows(BETWEEN, { merged, kept })) as [
    [links: [from: string, type: string, to: string][], facts: string[]],
  ];
  const [[link], [fact]] = row;
  if (fact !== undefined)
    return `${fact} joins the two, and nothing is joined with itself; delete or correct that first`;
  if (link === undefined) return null;
  const [from, type, to] = link;
  const relation = type.toLowerCase().replaceAll('_', ' ');
  return `${from} is recorded as "${relation}" ${to}, and nothing stands so to itself; correct that first`;
}
