import { type CitationStyle } from '../../domain/vocabulary.generated.ts';
import { citationOf } from '../../domain/citation.ts';
import { type Mappings } from '../fields/mapping.ts';
import { decoded, property } from '../fields/property.ts';
import { many } from '../fields/things.ts';

/** All of them, the latest first. */
export const snapshots = many({
  label: 'Snapshot',
  order: ({ node }) => `${node}.sequence DESC`,
});

type Stored = [id: string, takenAt: string, sha256: string, sequence: number, instance: string, note: string | null];

export const snapshot: Mappings = {
  id: property(),
  takenAt: property(),
  takenBy: property(),
  note: property(),
  graphVersion: decoded(['sequence'], ([sequence]: [number]) => String(sequence)),
  sha256: property(),
  counts: decoded(['counts'], ([counts]: [string]) => JSON.parse(counts) as unknown),
  citation: decoded(
    ['id', 'takenAt', 'sha256', 'sequence', 'instance', 'note'],
    ([id, takenAt, sha256, sequence, instance, note]: Stored, { style }) =>
      citationOf({ id, takenAt, sha256, version: String(sequence), instance, note }, style as CitationStyle),
    ['style'],
  ),
};
