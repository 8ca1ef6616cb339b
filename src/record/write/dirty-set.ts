import { type TypeName } from '../../domain/node-types.ts';
import { type Tx } from '../../graph/database.ts';
import { type ClaimRelationType } from '../../domain/vocabulary.generated.ts';
import { typeFromLabels } from '../../storage/labels.ts';
import { type Link, OnlyInGraph, type OverlayNode } from '../overlay/overlay.ts';
import { type RowsOf, type RowsVia, readRowsOf, readRowsVia } from '../overlay/read-rows.ts';

/** The ids of nodes that have to be derived again, by type. */
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

/** A node that is found. */
interface Found {
  id: string;
  labels: readonly string[];
}

/** How nodes are found that depend on others. */
export type Finder = RowsOf<Found> | RowsVia<Found>;

/** The walk of what only the graph can tell. */
export const onlyInGraph = (): never => {
  throw new OnlyInGraph();
};

/** What a statement finds that tells of nodes that were there before the write. */
export const inGraph = (statement: string): Finder => ({ statement, walk: onlyInGraph });

const statementFrom = (pattern: string, where: string) =>
  `UNWIND $ids AS id MATCH (from:Thing {id: id})${pattern} USING INDEX SEEK from:Thing(id) ${where} RETURN DISTINCT t.id AS id, labels(t) AS labels`;

/**
 * Finds others from nodes, for {@link markDirty}.
 *
 * @param pattern Leads from a node to `t`, the one to be marked.
 * @param where Further clauses, before the nodes are returned.
 * @param walk The same from a node that the write has made.
 */
export const findFrom = (
  pattern: string,
  where = '',
  walk: (from: OverlayNode) => readonly OverlayNode[] = onlyInGraph,
): Finder => ({ statement: statementFrom(pattern, where), walk: (from: OverlayNode) => walk(from).map(toFound) });

/**
 * The same where many lead to one: from participations to their meeting.
 *
 * @param via The nodes between, each of which is walked from once.
 */
export const findVia = (
  pattern: string,
  where: string,
  via: RowsVia<Found>['via'],
  walk: (node: OverlayNode) => readonly OverlayNode[],
): Finder => ({ statement: statementFrom(pattern, where), via, walk: (node: OverlayNode) => walk(node).map(toFound) });

const toFound = ({ id, labels }: OverlayNode): Found => ({ id, labels });

/** Marks the nodes that are found from these ids. */
export async function markDirty(tx: Tx, finder: Finder, ids: readonly string[], dirty: DirtySet): Promise<void> {
  const found = 'via' in finder ? await readRowsVia(tx, ids, finder) : await readRowsOf(tx, ids, finder);
  for (const { id, labels } of found) dirty.add(typeFromLabels(labels)!, id);
}

const supported = (claim: OverlayNode) => claim.out('SUPPORTS').map(({ to }) => to);

/** The claims that are related to a claim in the overlay. */
export const walkRelated = (claim: OverlayNode, type?: ClaimRelationType): OverlayNode[] => {
  const isMeant = ({ properties }: Link) => type === undefined || properties.type === type;
  return [
    ...claim.out('RELATES_TO').flatMap((link) => (isMeant(link) ? [link.to] : [])),
    ...claim.in('RELATES_TO').flatMap((link) => (isMeant(link) ? [link.from] : [])),
  ];
};

/** What claims support. */
export const SUPPORTED_NODES = findFrom('-[:SUPPORTS]->(t:Thing)', '', supported);

/** What the claims support that these contradict: its standing depends on both. */
export const SUPPORTED_BY_CONTRADICTED = findFrom(
  "-[:RELATES_TO {type: 'CONTRADICTS'}]-(:Claim)-[:SUPPORTS]->(t:Thing)",
  '',
  (claim) => walkRelated(claim, 'CONTRADICTS').flatMap(supported),
);

/** Claims that are related to these: which of two contradicting claims is followed depends on both. */
const RELATED_CLAIMS = findFrom('-[:RELATES_TO]-(t:Claim)', '', (claim) => walkRelated(claim));

/** Marks claims that were added, that ended or whose relations changed, with everything that depends on that. */
export async function markClaimsDirty(tx: Tx, claims: readonly string[], dirty: DirtySet): Promise<void> {
  for (const id of claims) dirty.add('Claim', id);
  for (const finder of [SUPPORTED_NODES, SUPPORTED_BY_CONTRADICTED, RELATED_CLAIMS])
    await markDirty(tx, finder, claims, dirty);
}
