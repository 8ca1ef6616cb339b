import { bestCertainty } from '../../domain/time/holding-windows.ts';
import { filter } from '../ir/condition.ts';
import { heldOnDay } from '../filters/holder-window.ts';
import { excludeWithdrawn } from '../filters/predicates.ts';
import { listArguments } from '../ir/bound-arguments.ts';
import { createList } from '../fields/list.ts';
import { type FieldMapping } from '../ir/field.ts';
import { projectObject } from '../fields/project.ts';
import {
  singleTypeFields,
  leafField,
  listField,
  objectField,
  objectReader,
  typenameField,
} from '../response/complete-value.ts';
import { type Tuple } from '../ir/reader.ts';
import { type List, Projection } from '../ir/projection.ts';
import { HOLDING_WINDOWS, toHoldingWindows } from '../../storage/holding-windows.ts';

const onDate = filter({ date: heldOnDay }, excludeWithdrawn);

/** Who held a post on a day: the tenures that may have lasted that day, and how certain the best of them is. */
export const heldOnField: FieldMapping = {
  validate: ({ type }) => (String(type) === 'Holding!' ? undefined : 'is a holding, but of another type'),
  arguments: ['date'],
  bind: (args) => listArguments(args, onDate.conditions(args)),
  project: (field, projection, { boundArguments, onlyTypes }) => {
    const target = new Projection();
    const items: List['items'] = { projection: target, slot: { index: -1 } };
    const spec = { path: '<-[:OF_POST]-', order: ({ node }: { node: string }) => `${node}.sortTime DESC` };
    projection.list({ ...createList(spec, field, boundArguments[field.argumentsIndex!]!, onlyTypes), items });

    const rowsIn = (row: Tuple) => row[items.slot.index] as Tuple[];
    const fields = singleTypeFields(field.selection!);
    const readerFactories = fields.map((subfield) => {
      const typename = typenameField<Tuple>(subfield);
      if (typename) return () => typename;
      if (subfield.definition.name === 'tenures') {
        const createReader = projectObject(subfield.selection!, target, { boundArguments });
        return () => listField(subfield, rowsIn, createReader());
      }
      const slots = HOLDING_WINDOWS.map((name) => target.property(name));
      const windowsOf = (tenure: Tuple) => toHoldingWindows(slots.map(({ index }) => tenure[index]));
      return () =>
        leafField<Tuple>(subfield, (row, context) =>
          bestCertainty(
            rowsIn(row).map(windowsOf),
            context.boundArguments[field.argumentsIndex!]!.arguments.date as string,
          ),
        );
    });
    return () => {
      const read = objectReader<Tuple>(
        fields,
        readerFactories.map((createFieldReader) => createFieldReader()),
      );
      return objectField(field, (row: Tuple) => row, read);
    };
  },
};
