import { newId } from '../../domain/identity/keys.ts';
import { type WriteOperation, succeeded } from '../operation/operation.ts';
import { DirtySet } from '../write/dirty-set.ts';
import { readDigest } from './read-graph.ts';

const CREATE = `MATCH (g:Graph)
CREATE (s:Snapshot) SET s = $properties, s.instance = g.instance`;

/** Stores what the graph holds at this moment: counts, and the hash of what an export would print. Nothing else changes. */
export const snapshotOperation =
  ({ note }: { note: string | null }): WriteOperation =>
  async (tx, context) => {
    const { sha256, counts } = await readDigest(tx);
    const id = newId();
    const properties = {
      id,
      takenAt: context.at,
      takenBy: context.by,
      sha256,
      counts: JSON.stringify(counts),
      note,
      sequence: BigInt(context.version),
    };
    await tx.rows(CREATE, { properties });
    return { ...succeeded(new DirtySet(), []), commitsWithoutRevisions: true };
  };
