import { type HoldingWindows, bestCertainty } from '../../domain/tenure.ts';
import { filter } from '../filters/condition.ts';
import { heldOn } from '../filters/held.ts';
import { onlyVisible } from '../filters/tests.ts';
import { listCall } from '../fields/call.ts';
import { listFor } from '../fields/list.ts';
import { type Mapping } from '../fields/mapping.ts';
import { demandObject } from '../plan/demand.ts';
import { fieldsOfOne, leafField, listField, objectField, objectOf, typenameField } from '../response/complete.ts';
import { type Row } from '../response/read.ts';
import { type List, Selection } from '../statement/selection.ts';
import { HOLDING_WINDOWS } from './windows.ts';

const onThatDay = filter({ date: heldOn }, onlyVisible);

/** Who held a post on a day: the tenures that may have lasted that day, and how certain the best of them is. */
export const holding: Mapping = {
  misfit: ({ type }) => (String(type) === 'Holding!' ? undefined : 'is a holding, but of another type'),
  arguments: ['date'],
  call: (args) => listCall(args, onThatDay.conditions(args)),
  demand: (field, from, { calls, only }) => {
    const there = new Selection();
    const items: List['items'] = { selection: there, slot: { index: -1 } };
    const spec = { path: '<-[:OF_POST]-', order: ({ node }: { node: string }) => `${node}.sortTime DESC` };
    from.list({ ...listFor(spec, field, calls[field.call!]!, only), items });

    const rowsIn = (row: Row) => row[items.slot.index] as Row[];
    const fields = fieldsOfOne(field.selection!);
    const readings = fields.map((part) => {
      const typename = typenameField<Row>(part);
      if (typename) return () => typename;
      if (part.definition.name === 'tenures') {
        const read = demandObject(part.selection!, there, { calls });
        return () => listField(part, rowsIn, read());
      }
      const slots = HOLDING_WINDOWS.map((name) => [name, there.property(name)] as const);
      const windowsOf = (tenure: Row) =>
        Object.fromEntries(slots.map(([name, { index }]) => [name, tenure[index] ?? []])) as unknown as HoldingWindows;
      return () =>
        leafField<Row>(part, (row, run) =>
          bestCertainty(rowsIn(row).map(windowsOf), run.calls[field.call!]!.arguments.date as string),
        );
    });
    return () => {
      const read = objectOf<Row>(
        fields,
        readings.map((reading) => reading()),
      );
      return objectField(field, (row: Row) => row, read);
    };
  },
};
