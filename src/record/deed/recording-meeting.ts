import { isId } from '../../domain/identity.ts';
import { type Tx } from '../../graph/database.ts';
import { type RecordInput } from '../input.ts';
import { knownByOrdinal, knownByRef } from '../plan/known.ts';
import { meetingKey } from '../plan/made-keys.ts';
import { type Deed } from './deed.ts';
import { recording } from './recording.ts';

type MeetingRow = NonNullable<RecordInput['meetings']>[number];

/** How one meeting is recorded by an analyst. */
export interface RecordingMeetingOptions {
  expectedVersion: number | null;
  allowDuplicate: boolean;
}

/**
 * Records one meeting as one source tells of it. Its `key` may be that of a new meeting, or key or id of a known one; left out,
 * body and ordinal tell whether it is known, and a new one gets a key made of what it is called.
 */
export function recordingMeeting(
  source: RecordInput['source'],
  row: MeetingRow,
  { expectedVersion, allowDuplicate }: RecordingMeetingOptions,
): Deed {
  return async (tx, stamp) => {
    const named = await withRef(tx, row);
    const ref = (named.ref ?? named.key)!;
    const expectedVersions =
      expectedVersion === null ? [] : [{ ref, version: expectedVersion, path: ['meetings', 0, 'expectedVersion'] }];
    return recording({ source, meetings: [named] }, { expectedVersions, allowDuplicate })(tx, stamp);
  };
}

/** The row with `ref` for a meeting that is known, with `key` for a new one. */
async function withRef(tx: Tx, { key, ...row }: MeetingRow): Promise<MeetingRow> {
  if (key !== undefined) return isId(key) ? { ...row, ref: key } : { ...row, key };
  const { body, ordinal } = row;
  if (body === undefined || ordinal === undefined) return { ...row, key: meetingKey(row, null) };
  const host = (await knownByRef(tx, [body])).get(body);
  if (host === undefined) return { ...row, key: meetingKey(row, body) }; // which is told of as a problem
  const [known] = (await knownByOrdinal(tx, [{ body: host.id, ordinal }])).values();
  return known === undefined ? { ...row, key: meetingKey(row, host.key) } : { ...row, ref: known.key };
}
