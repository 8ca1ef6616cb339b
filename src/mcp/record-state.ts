import { z } from 'zod';

/** What every answer asks for besides: which state of the record it shows, and the latest one that was kept to be cited. */
export const STATE = `
  graphVersion
  snapshots { takenAt sha256 citation(style: APA) }
`;

export interface StateData {
  graphVersion: string;
  snapshots: readonly { takenAt: string; sha256: string; citation: string }[];
}

export const RecordState = z.strictObject({
  graphVersion: z.string().describe('The state of the record that this answer shows; every write makes it larger.'),
  snapshotCitation: z
    .string()
    .optional()
    .describe('A reference to the latest state that was kept to be cited, which may be older than this answer.'),
});

export function toRecordState(data: unknown): z.input<typeof RecordState> {
  const { graphVersion, snapshots } = data as StateData;
  return { graphVersion, snapshotCitation: snapshots[0]?.citation };
}

export function stateInWords({ graphVersion, snapshotCitation }: z.input<typeof RecordState>): string {
  const cite = snapshotCitation === undefined ? '' : ` Latest state kept to be cited: ${snapshotCitation}`;
  return `State of the record: version ${graphVersion}.${cite}`;
}
