import { cite } from '../../citation/cite.ts';
import { type CitationStyle } from '../../domain/vocabulary.generated.ts';
import { type FieldMappings } from '../ir/field.ts';
import { mapped, property } from '../fields/property.ts';
import { toMany } from '../fields/nodes.ts';

/** All snapshots, the latest first. */
export const snapshotsField = toMany({
  label: 'Snapshot',
  order: ({ node }) => `${node}.sequence DESC`,
});

type StoredSnapshot = [
  id: string,
  takenAt: string,
  sha256: string,
  sequence: number,
  instance: string,
  note: string | null,
];

export const snapshotFields: FieldMappings = {
  id: property(),
  takenAt: property(),
  takenBy: property(),
  note: property(),
  graphVersion: mapped(['sequence'], ([sequence]: [number]) => String(sequence)),
  sha256: property(),
  counts: mapped(['counts'], ([counts]: [string]) => JSON.parse(counts) as unknown),
  citation: mapped(
    ['id', 'takenAt', 'sha256', 'sequence', 'instance', 'note'],
    ([id, takenAt, sha256, sequence, instance, note]: StoredSnapshot, { style }) =>
      cite(
        { work: 'snapshot', id, takenAt, sha256, version: String(sequence), instance, note },
        style as CitationStyle,
      ),
    ['style'],
  ),
};
