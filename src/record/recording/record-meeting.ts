import { isId } from '../../domain/identity/keys.ts';
import { type Tx } from '../../graph/database.ts';
import { together } from '../../graph/transactions/together.ts';
import { type RecordInput } from '../input/record-input.ts';
import { findMeetingsByOrdinal, findByRef } from '../resolve/lookups.ts';
import { meetingKey } from '../resolve/generated-keys.ts';
import { Remembering } from '../resolve/remembering.ts';
import { lookUpGiven } from '../resolve/resolve.ts';
import { type WriteOperation } from '../operation/operation.ts';
import { type RecordBlockOptions, recordBlock } from './record-block.ts';

type MeetingRow = NonNullable<RecordInput['meetings']>[number];

export interface RecordMeetingOptions extends Pick<RecordBlockOptions, 'allowDuplicate' | 'stopOnWarnings'> {
  expectedVersion: number | null;
}

/**
 * Records one meeting from one source for an analyst. `key` is the key of a new meeting, or the key or id of an existing one.
 * Without it, an existing meeting is found by body and ordinal, and a new one gets a generated key.
 */
export function recordMeetingOperation(
  source: RecordInput['source'],
  row: MeetingRow,
  { expectedVersion, ...options }: RecordMeetingOptions,
): WriteOperation {
  return async (tx, context) => {
    const asked = new Remembering(tx);
    // Most meetings have the key that a new one would get, so what planning asks of that is asked beside.
    const likely = { source, meetings: [{ ...row, key: row.key ?? meetingKey(row, row.body ?? null, source) }] };
    const [identified] = await together([withKeyOrRef(asked, row, source), lookUpGiven(asked, [likely])]);
    const ref = (identified.ref ?? identified.key)!;
    const expectedVersions =
      expectedVersion === null ? [] : [{ ref, version: expectedVersion, path: ['meetings', 0, 'expectedVersion'] }];
    return recordBlock(tx, context, { source, meetings: [identified] }, { expectedVersions, ...options }, asked);
  };
}

/** The row with `ref` if the meeting exists, and with `key` if it is new. */
async function withKeyOrRef(tx: Tx, { key, ...row }: MeetingRow, source: RecordInput['source']): Promise<MeetingRow> {
  if (key !== undefined) return isId(key) ? { ...row, ref: key } : { ...row, key };
  const { body, ordinal } = row;
  if (body === undefined || ordinal === undefined) return { ...row, key: meetingKey(row, null, source) };
  const [bodies, seats] = await together([
    findByRef(tx, [body]),
    findMeetingsByOrdinal(tx, 'key', [{ body, ordinal }]),
  ]);
  const bodyNode = bodies.get(body);
  if (bodyNode === undefined) return { ...row, key: meetingKey(row, body, source) }; // reported as a problem later
  const isKey = bodyNode.key === body;
  const [existing] = (isKey ? seats : await findMeetingsByOrdinal(tx, 'id', [{ body: bodyNode.id, ordinal }])).values();
  return existing === undefined
    ? { ...row, key: meetingKey(row, bodyNode.key, source) }
    : { ...row, ref: existing.key };
}
