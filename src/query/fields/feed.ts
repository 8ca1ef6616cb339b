import { demandObject } from '../plan/demand.ts';
import { listField } from '../response/complete.ts';
import { type Row } from '../response/read.ts';
import { type List, Selection } from '../statement/selection.ts';
import { pageCall } from './call.ts';
import { type ListSpec, listFor } from './list.ts';
import { type Mapping } from './mapping.ts';
import { type Orders, SIZE, pageOf } from './page.ts';
import { many } from './things.ts';

/** A list that is read on from where one stopped: `first` and `after`, each thing telling its own cursor. */
export function feed({ orders, ...spec }: Omit<ListSpec, 'order'> & { orders: Orders }): Mapping {
  return {
    misfit: (field) => many({ ...spec, order: () => '' }).misfit(field),
    arguments: ['first', 'after', ...(spec.filter?.names ?? [])],
    inputs: spec.filter?.inputs,
    call: (args) => pageCall(args, spec.filter?.conditions(args) ?? [], pageOf(args, orders)),
    demand: (field, from, { calls, only }) => {
      const call = calls[field.call!]!;
      const { bounds } = call.page!;
      const items: NonNullable<List['items']> = { selection: new Selection(), slot: { index: -1 } };
      const order = ({ node }: { node: string }) => `${node}.${bounds.property}`;
      from.list({ ...listFor({ ...spec, order }, field, call, only), bounds, limit: SIZE, items });
      const read = demandObject(field.selection!, items.selection, { calls });
      return () => listField(field, (row: Row) => row[items.slot.index] as Row[], read());
    },
  };
}
