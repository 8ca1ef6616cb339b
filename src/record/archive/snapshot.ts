import { newId } from '../../domain/identity.ts';
import { type Deed, done } from '../deed/deed.ts';
import { Touched } from '../derive/touched.ts';
import { digestOf } from './archive.ts';

const CREATE = `MATCH (g:Graph)
CREATE (s:Snapshot) SET s = $properties, s.instance = g.instance`;

/**
 * Keeps what the record is at this moment: the hash of what an export would print, and counts. It changes nothing of the
 * record.
 */
export const takingSnapshot =
  ({ note }: { note: string | null }): Deed =>
  async (tx, stamp) => {
    const { sha256, counts } = await digestOf(tx);
    const id = newId();
    const properties = {
      id,
      takenAt: stamp.at,
      takenBy: stamp.by,
      sha256,
      counts: JSON.stringify(counts),
      note,
      sequence: BigInt(stamp.version),
    };
    await tx.rows(CREATE, { properties });
    return done(new Touched(), [], {}, true);
  };
