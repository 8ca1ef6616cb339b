import { isId } from '../../domain/identity/keys.ts';
import { type Tx } from '../../graph/database.ts';
import { type RecordInput } from '../input/record-input.ts';
import { findMeetingsByOrdinal, findByRef } from '../resolve/lookups.ts';
import { meetingKey } from '../resolve/generated-keys.ts';
import { type WriteOperation } from '../operation/operation.ts';
import { recordBlockOperation } from './record-block.ts';

type MeetingRow = NonNullable<RecordInput['meetings']>[number];

/** How one meeting is recorded by an analyst. */
export interface RecordMeetingOptions {
  expectedVersion: number | null;
  allowDuplicate: boolean;
}

/**
 * Records one meeting as one source tells of it. Its `key` may be that of a new meeting, or key or id of a known one; left out,
 * body and ordinal tell whether it is known, and a new one gets a key made of what it is called.
 */
export function recordMeetingOperation(
  source: RecordInput['source'],
  row: MeetingRow,
  { expectedVersion, allowDuplicate }: RecordMeetingOptions,
): WriteOperation {
  return async (tx, context) => {
    const identified = await withKeyOrRef(tx, row);
    const ref = (identified.ref ?? identified.key)!;
    const expectedVersions =
      expectedVersion === null ? [] : [{ ref, version: expectedVersion, path: ['meetings', 0, 'expectedVersion'] }];
    return recordBlockOperation({ source, meetings: [identified] }, { expectedVersions, allowDuplicate })(tx, context);
  };
}

/** The row with `ref` for a meeting that is known, with `key` for a new one. */
async function withKeyOrRef(tx: Tx, { key, ...row }: MeetingRow): Promise<MeetingRow> {
  if (key !== undefined) return isId(key) ? { ...row, ref: key } : { ...row, key };
  const { body, ordinal } = row;
  if (body === undefined || ordinal === undefined) return { ...row, key: meetingKey(row, null) };
  const bodyNode = (await findByRef(tx, [body])).get(body);
  if (bodyNode === undefined) return { ...row, key: meetingKey(row, body) }; // which is told of as a problem
  const [existing] = (await findMeetingsByOrdinal(tx, [{ body: bodyNode.id, ordinal }])).values();
  return existing === undefined ? { ...row, key: meetingKey(row, bodyNode.key) } : { ...row, ref: existing.key };
}
