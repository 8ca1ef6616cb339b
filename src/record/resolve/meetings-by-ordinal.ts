import { type Tx } from '../../graph/database.ts';
import { type RecordInput } from '../input/record-input.ts';
import { inputRows, typeSpecs } from '../input/type-specs.ts';
import { type NodeRef } from './node-ref.ts';
import { type NodeRegistry } from './node-registry.ts';
import { findMeetingsByOrdinal } from './lookups.ts';
import { type InputPath } from '../input/problem.ts';
import { type Problems } from './problems.ts';
import { type InputRow } from './input-rows.ts';

interface NumberedMeeting {
  body: string;
  ordinal: number;
  block: number;
  index: number;
  path: InputPath;
  row: InputRow | undefined;
  fields: NonNullable<RecordInput['meetings']>[number];
}

const isByOrdinalAlone = ({ ref, key }: NumberedMeeting['fields']) => ref === undefined && key === undefined;

/** Whether a row of the block is identified by body and ordinal alone. */
export const hasMeetingByOrdinal = ({ meetings = [] }: RecordInput): boolean => meetings.some(isByOrdinalAlone);

/**
 * Resolves meetings by body and ordinal, which identify a meeting as its key does. A row without a key resolves to the meeting
 * with its body and ordinal; a row that would create a second one is a problem. The ordinal in a row with `ref` is a claim
 * about a known meeting, and may be wrong.
 *
 * @returns The rows that are identified by body and ordinal alone.
 */
export async function resolveMeetingsByOrdinal(
  tx: Tx,
  blocks: readonly RecordInput[],
  rows: readonly InputRow[],
  registry: NodeRegistry,
  problems: Problems,
): Promise<InputRow[]> {
  const rowAt = new Map(rows.map((row) => [row.path.join('/'), row]));
  const entries = blocks.flatMap((block, number) =>
    (block.meetings ?? []).flatMap((fields, index): NumberedMeeting[] => {
      const path = [number, 'meetings', index];
      const body = fields.body === undefined ? undefined : registry.find(fields.body);
      if (body?.type !== 'Organization' || fields.ordinal === undefined) return [];
      const row = rowAt.get(path.join('/'));
      return [{ body: body.id, ordinal: fields.ordinal, block: number, index, path, row, fields }];
    }),
  );
  const seats = entries.map(({ body, ordinal }) => ({ body, ordinal }));
  const stored = await findMeetingsByOrdinal(tx, 'id', seats);
  registry.addStored(stored.values());
  const byOrdinal = new Map<string, NodeRef>(stored);
  // New meetings first: a row that refers to one by its ordinal may stand before it in the input.
  for (const entry of entries) {
    if (entry.row?.node.isNew !== true || entry.fields.ref !== undefined) continue;
    const name = `${entry.body}#${entry.ordinal}`;
    const other = byOrdinal.get(name);
    if (other === undefined) byOrdinal.set(name, entry.row.node);
    else if (other.id !== entry.row.node.id) reportTaken(entry, other, problems);
  }
  return entries.flatMap((entry): InputRow[] => {
    const { fields, row, block, index, path } = entry;
    if (row !== undefined || !isByOrdinalAlone(fields)) return [];
    const node = byOrdinal.get(`${entry.body}#${entry.ordinal}`);
    if (node)
      return [
        { typeSpec: typeSpecs.meetings, node, block, path, fields: inputRows(blocks[block]!, 'meetings')[index]! },
      ];
    problems.add(
      'NOT_FOUND',
      path,
      `no meeting of ${fields.body} has the ordinal ${entry.ordinal}; set key to add one`,
    );
    return [];
  });
}

function reportTaken({ path, fields }: NumberedMeeting, other: NodeRef, problems: Problems): void {
  problems.add(
    'DUPLICATE',
    [...path, 'ordinal'],
    `meeting ${fields.ordinal} of ${fields.body} is already ${other.key}; to refer to it, write ref: ${other.key}`,
    [other.key],
  );
}
