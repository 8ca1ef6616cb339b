import { type Tx } from '../../graph/database.ts';
import { NotReadYet, OnlyInGraph, type OverlayNode } from './overlay.ts';
import { WriteTransaction } from './write-transaction.ts';

/** Rows of nodes: how the graph gives them, and how a walk over the overlay does. */
export interface RowsOf<Row> {
  /** Begins with `UNWIND $ids AS id`; the nodes with these ids. */
  statement: string;
  /** The same rows of one node that the write has made. It throws where the overlay does not reach. */
  walk: (node: OverlayNode) => readonly Row[];
}

/** The rows of these nodes: of new ones from the overlay as far as it reaches, of all others from the graph. */
export async function readRowsOf<Row>(
  tx: Tx,
  ids: readonly string[],
  { statement, walk }: RowsOf<Row>,
): Promise<Row[]> {
  if (ids.length === 0) return [];
  if (!(tx instanceof WriteTransaction)) return tx.run<Row>(statement, { ids });
  const { rows, rest } = await walkAll(tx, ids, walk);
  return rest.length === 0 ? rows : [...rows, ...(await tx.run<Row>(statement, { ids: rest }))];
}

/** Rows of nodes that several others lead to: of a meeting, from its participations. */
export interface RowsVia<Row> {
  /** Begins with `UNWIND $ids AS id`: the nodes from which others are come to. */
  statement: string;
  /** The nodes of which there are rows. */
  via: (from: OverlayNode) => readonly OverlayNode[];
  /** The rows of one of them, with those from which it was come to. */
  walk: (node: OverlayNode, from: readonly OverlayNode[]) => readonly Row[];
}

/** As {@link readRowsOf}; each node that others lead to is walked to once. */
export async function readRowsVia<Row>(
  tx: Tx,
  ids: readonly string[],
  { statement, via, walk }: RowsVia<Row>,
): Promise<Row[]> {
  if (ids.length === 0) return [];
  if (!(tx instanceof WriteTransaction)) return tx.run<Row>(statement, { ids });
  const steps = await walkAll(tx, ids, (from) => via(from).map((node) => ({ node, from })));
  const starts = Map.groupBy(steps.rows, ({ node }) => node);
  const startsOf = (node: OverlayNode) => [...new Set((starts.get(node) ?? []).map(({ from }) => from))];
  const walked = await walkAll(
    tx,
    [...starts.keys()].map(({ id }) => id),
    (node) => walk(node, startsOf(node)),
  );
  const unreached = walked.rest.flatMap((id) => startsOf(tx.overlay.node(id)).map((from) => from.id));
  const rest = [...new Set([...steps.rest, ...unreached])];
  return rest.length === 0 ? walked.rows : [...walked.rows, ...(await tx.run<Row>(statement, { ids: rest }))];
}

/** What the walk finds from new nodes, and the ids of the nodes of which only the graph can tell. */
export async function walkAll<Row>(
  tx: WriteTransaction,
  ids: readonly string[],
  walk: (node: OverlayNode) => readonly Row[],
): Promise<{ rows: Row[]; rest: string[] }> {
  const isNew = (id: string) => tx.overlay.isNew(id);
  const { rows, rest } = await walkFrom(tx, ids.filter(isNew), walk);
  return { rows, rest: [...ids.filter((id) => !isNew(id)), ...rest] };
}

/** Walks from nodes, new or not, and reads what it comes to. @returns The rows, and the ids of the nodes from which it does not lead. */
export async function walkFrom<Row>(
  tx: WriteTransaction,
  ids: readonly string[],
  walk: (node: OverlayNode) => readonly Row[],
): Promise<{ rows: Row[]; rest: string[] }> {
  const rows: Row[] = [];
  const rest: string[] = [];
  let waiting = ids;
  // What is read in one round may lead to something that is not read yet.
  for (let round = 0; waiting.length > 0; round += 1) {
    const unread: string[] = [];
    for (const id of waiting) {
      try {
        rows.push(...walk(tx.overlay.node(id)));
      } catch (error) {
        if (error instanceof NotReadYet && round < MAX_ROUNDS) unread.push(id);
        else if (error instanceof NotReadYet || error instanceof OnlyInGraph) rest.push(id);
        else throw error;
      }
    }
    if (unread.length > 0) await tx.readKnown();
    waiting = unread;
  }
  return { rows, rest };
}

/** A place lies in others, up to eight (see `WITHIN`), and in a country. */
const MAX_ROUNDS = 10;
