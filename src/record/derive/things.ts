import { type Tx } from '../../graph/database.ts';
import { type DerivedLink, type Link, identityLinks, joins, stateLinks } from '../links.ts';
import { type TypeName, typeOf } from '../../domain/thing-types.ts';
import { CONFLICT, type ConflictRow, conflictOf } from './conflicts.ts';
import {
  claimsFor,
  descriptionsOf,
  neighboursOf,
  type Neighbour,
  type Neighbours,
  type Said,
  type Told,
} from './evidence.ts';
import { partOf } from './fields.ts';
import { judgePair, speakersBy } from './matters.ts';
import { type Derivation } from './shape.ts';
import { stateOf } from './thing.ts';

interface Node {
  id: string;
  key: string;
  labels: string[];
  properties: Record<string, unknown>;
  joins: [type: string, id: string][];
  links: [type: DerivedLink, to: string, properties: Record<string, unknown>][];
  shadows: [type: DerivedLink, from: string, to: string, properties: Record<string, unknown>][];
  externalIds: string[];
  conflicts: ConflictRow[];
  former: [sequence: number, id: string][];
  judgements: [other: string, verdict: string][];
}

const NODES = `UNWIND $ids AS id
MATCH (t:Thing {id: id})
RETURN id, t.key AS key, labels(t) AS labels, properties(t) AS properties,
  [(t)-[r:${identityLinks.join('|')}]->(o:Thing) | [type(r), o.id]] AS joins,
  [(t)-[r:${stateLinks.join('|')}]->(o:Thing) | [type(r), o.id, properties(r)]] AS links,
  [(t)-[:HELD_BY|OF_MEMBER]->(a)-[r:HOLDS|MEMBER_OF {fact: t.id}]->(b) | [type(r), a.id, b.id, properties(r)]] AS shadows,
  [(t)-[:IDENTIFIED_BY]->(x:ExternalId) | x.name] AS externalIds,
  [(t)<-[:OF]-(x:Conflict) WHERE x.key STARTS WITH t.id + '|' | ${CONFLICT}] AS conflicts,
  [(t)<-[m:MERGED_INTO]-(x:Tombstone) | [m.sequence, x.id]] AS former,
  [(t)<-[:BETWEEN]-(j:Judgement)-[:BETWEEN]->(o:Thing) WHERE o <> t | [o.key, j.verdict]] AS judgements`;

/**
 * What the graph holds of these things, claims aside, and what it should hold. Ids of nothing give nothing, and neither
 * does what is broken beyond working out (invariants.ts lists it).
 */
export async function thingDerivations(tx: Tx, ids: readonly string[]): Promise<Derivation[]> {
  const nodes = (await tx.run<Node>(NODES, { ids })).filter(isWhole);
  const told = await descriptionsOf(tx, ids);
  const said = await claimsFor(tx, ids);
  const named = nodes.flatMap((node) => namedBy(node, told.get(node.id), said.get(node.id)));
  const neighbours = await withOwners(tx, await neighboursOf(tx, named));
  const contested = await contestedAmong(tx, said);
  return nodes.map((node): Derivation => {
    const { id, key, labels, joins } = node;
    const type = typeOf(labels) as Exclude<TypeName, 'Claim'>;
    const { shape, state } = stateOf({
      id,
      key,
      type,
      told: told.get(id) ?? [],
      said: said.get(id) ?? [],
      contested: contested.has(id),
      neighbours,
      joins: Object.fromEntries(joins),
      role: (node.properties.role as string | undefined) ?? null,
      formerIds: node.former.sort(([a, x], [b, y]) => a - b || (x < y ? -1 : 1)).map(([, former]) => former),
      judgements: Object.fromEntries(node.judgements),
    });
    const stored = {
      properties: node.properties,
      links: linksOf(node),
      externalIds: node.externalIds,
      conflicts: node.conflicts.map(conflictOf),
    };
    return { id, key, type, stored, derived: shape, state };
  });
}

/** True for a node of one type that joins what its type joins. */
function isWhole({ labels, joins: joined }: Node): boolean {
  const type = typeOf(labels);
  if (type === null) return false;
  const needed: readonly string[] = type in joins ? joins[type as keyof typeof joins] : [];
  return needed.every((link) => joined.some(([each]) => each === link));
}

/** The things of whose claims one is set against another, undecided. */
async function contestedAmong(tx: Tx, said: ReadonlyMap<string, readonly Said[]>): Promise<Set<string>> {
  const opposing = [...said.values()].flat().filter(({ opposed }) => opposed.length > 0);
  const speakers = await speakersBy(
    tx,
    opposing.flatMap(({ id, opposed }) => [id, ...opposed]),
  );
  const byId = new Map(speakers.map((speaker) => [speaker.id, speaker]));
  const isOpen = ({ id, opposed }: Said) => {
    const own = byId.get(id);
    return own !== undefined && opposed.some((other) => judgePair(own, byId.get(other)!).follows === null);
  };
  return new Set([...said].filter(([, claims]) => claims.some(isOpen)).map(([thing]) => thing));
}

/** The countries and organizations of posts are near too: who takes part in a post represents them. */
async function withOwners(tx: Tx, neighbours: Map<string, Neighbour>): Promise<Neighbours> {
  const owners = [...neighbours.values()].flatMap(({ country, organization }) => [country, organization]);
  const missing = owners.filter((id) => id !== null && !neighbours.has(id)) as string[];
  return new Map([...neighbours, ...(await neighboursOf(tx, missing))]);
}

function linksOf({ id, links, shadows }: Node): Link<DerivedLink>[] {
  return [
    ...links.map(([type, to, properties]) => ({ type, from: id, to, properties })),
    ...shadows.map(([type, from, to, properties]) => ({ type, from, to, properties })),
  ];
}

/** The ids of everything that a thing's values name, and of what it joins. */
function namedBy({ labels, joins }: Node, told: readonly Told[] = [], said: readonly Said[] = []): string[] {
  const part = partOf[typeOf(labels) as Exclude<TypeName, 'Claim'>];
  const fields = Object.entries({ ...part.said, ...part.told }).filter(([, { to }]) => to);
  const named = [...told, ...said].flatMap(({ values }) => fields.flatMap(([field]) => [values[field] ?? []].flat()));
  return [...(named as string[]), ...joins.map(([, id]) => id)];
}
