import { type Tx } from '../../graph/database.ts';
import { type RecordInput } from '../input.ts';
import { parts } from '../parts.ts';
import { type Thing } from '../things.ts';
import { type Directory } from './directory.ts';
import { knownByOrdinal } from './known.ts';
import { type Path } from './mentions.ts';
import { type Problems } from './problems.ts';
import { type Row } from './rows.ts';

interface Seat {
  body: string;
  ordinal: number;
  block: number;
  path: Path;
  row: Row | undefined;
  fields: NonNullable<RecordInput['meetings']>[number];
}

/**
 * Meetings are the same by key, or by body and ordinal. A row without key is led to the meeting that has its body and
 * ordinal; a row that would bring a second one is told of the first. What a row with `ref` says of the ordinal is a
 * claim like any other, and may be wrong.
 *
 * @returns The rows that body and ordinal alone have named.
 */
export async function meetingsBySeat(
  tx: Tx,
  blocks: readonly RecordInput[],
  rows: readonly Row[],
  directory: Directory,
  problems: Problems,
): Promise<Row[]> {
  const rowAt = new Map(rows.map((row) => [row.path.join('/'), row]));
  const seats = blocks.flatMap((block, number) =>
    (block.meetings ?? []).flatMap((fields, index): Seat[] => {
      const path = [number, 'meetings', index];
      const body = fields.body === undefined ? undefined : directory.find(fields.body);
      if (body?.type !== 'Organization' || fields.ordinal === undefined) return [];
      return [{ body: body.id, ordinal: fields.ordinal, block: number, path, row: rowAt.get(path.join('/')), fields }];
    }),
  );
  const known = await knownByOrdinal(tx, seats);
  directory.learn(known.values());
  const taken = new Map<string, Thing>(known);
  // New meetings take their seats first: who names one by its ordinal alone may come before it in the input.
  for (const seat of seats) {
    if (seat.row?.thing.isNew !== true || seat.fields.ref !== undefined) continue;
    const name = `${seat.body}#${seat.ordinal}`;
    const other = taken.get(name);
    if (other === undefined) taken.set(name, seat.row.thing);
    else if (other.id !== seat.row.thing.id) tellTaken(seat, other, problems);
  }
  return seats.flatMap((seat): Row[] => {
    const { fields, row, block, path } = seat;
    if (row !== undefined || fields.ref !== undefined || fields.key !== undefined) return [];
    const thing = taken.get(`${seat.body}#${seat.ordinal}`);
    if (thing) return [{ part: parts.meetings, thing, block, path, fields }];
    problems.add(
      'NOT_FOUND',
      path,
      `no meeting of ${fields.body} has the ordinal ${seat.ordinal} yet; give key for a new one`,
    );
    return [];
  });
}

function tellTaken({ path, fields }: Seat, other: Thing, problems: Problems): void {
  problems.add(
    'DUPLICATE',
    [...path, 'ordinal'],
    `meeting ${fields.ordinal} of ${fields.body} is already ${other.key}; write ref: ${other.key} to speak of it`,
    [other.key],
  );
}
