import { bestCertainty } from '../../domain/time/holding-windows.ts';
import { filter } from '../ir/condition.ts';
import { heldOnDay } from '../filters/holder-window.ts';
import { excludeWithdrawn } from '../filters/predicates.ts';
import { listArguments } from '../ir/bound-arguments.ts';
import { projectValueObject } from '../fields/connection.ts';
import { createList } from '../fields/list.ts';
import { type FieldMapping } from '../ir/field.ts';
import { projectObject } from '../fields/project.ts';
import { leafField, listField, objectField } from '../response/complete-value.ts';
import { type Tuple } from '../ir/reader.ts';
import { type List, Projection } from '../ir/projection.ts';
import { HOLDING_WINDOWS, toHoldingWindows } from '../../storage/holding-windows.ts';

const onDate = filter({ date: heldOnDay }, excludeWithdrawn);

/** Who held a post on a day: the tenures that were possibly held on it, and the certainty of the best of them. */
export const heldOnField: FieldMapping = {
  validate: ({ type }) => (String(type) === 'Holding!' ? undefined : 'is mapped as a holding, but has another type'),
  arguments: ['date'],
  bind: (args) => listArguments(args, onDate.conditions(args)),
  project: (field, projection, { boundArguments, onlyTypes }) => {
    const target = new Projection();
    const items: List['items'] = { projection: target, slot: { index: -1 } };
    const spec = { path: '<-[:OF_POST]-', order: ({ node }: { node: string }) => `${node}.sortTime DESC` };
    projection.list({ ...createList(spec, field, boundArguments[field.argumentsIndex!]!, onlyTypes), items });

    const tenuresOf = (row: Tuple) => row[items.slot.index] as Tuple[];
    const createReader = projectValueObject<Tuple>(field.selection!, (subfield) => {
      if (subfield.definition.name === 'tenures') {
        const createItemReader = projectObject(subfield.selection!, target, { boundArguments });
        return () => listField(subfield, tenuresOf, createItemReader());
      }
      const slots = HOLDING_WINDOWS.map((name) => target.property(name));
      return () =>
        leafField<Tuple>(subfield, (row, context) => {
          const windows = tenuresOf(row).map((tenure) => toHoldingWindows(slots.map(({ index }) => tenure[index])));
          return bestCertainty(windows, context.boundArguments[field.argumentsIndex!]!.arguments.date as string);
        });
    });
    return () => objectField(field, (row: Tuple) => row, createReader());
  },
};
