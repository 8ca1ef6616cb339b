import { getNamedType, isEnumType } from 'graphql';
import { TellableError } from '../../domain/errors.ts';
import { demandObject } from '../plan/demand.ts';
import { leafField, listField, valueField } from '../response/complete.ts';
import { type Row } from '../response/read.ts';
import { type Counts, type Dimension, Selection } from '../statement/selection.ts';
import { plainCall } from './call.ts';
import { valueOf } from './connection.ts';
import { type Mapping } from './mapping.ts';

/** So many groups are told, the largest ones; schema/counts.graphql says so. */
const MOST_ROWS = 1_000;
const MOST_DIMENSIONS = 3;

/** A group as the statement gives it. */
type CountRow = readonly [count: number, values: readonly (string | null)[], entities?: readonly (Row | null)[]];

/** The field `counts` of a connection: the whole filtered list in groups, by up to three of these dimensions. */
export function counts(dimensions: Readonly<Record<string, Dimension>>): Mapping {
  return {
    misfit: ({ type, args }) => {
      const by = getNamedType(args[0]?.type);
      if (String(type) !== '[CountRow!]!' || !isEnumType(by)) return 'counts in groups, but is of another type';
      const odd = by.getValues().find(({ name }) => !dimensions[name]);
      return odd && `counts by ${odd.name}, but the model does not say what that is`;
    },
    arguments: ['by'],
    call: (args) => {
      const by = args.by as string[];
      if (by.length > MOST_DIMENSIONS) {
        throw new TellableError(
          'BAD_USER_INPUT',
          `\`by\` names ${by.length} dimensions; expected at most ${MOST_DIMENSIONS}. Count by fewer, or by some of them in a ` +
            'list that a filter has made smaller.',
        );
      }
      return { ...plainCall(args, [BigInt(MOST_ROWS)]), shape: by.join(' ') };
    },
    demand: (field, _from, { calls, list }) => {
      const by = calls[field.call!]!.arguments.by as string[];
      const wanted: Counts = {
        call: field.call!,
        dimensions: by.map((name) => dimensions[name]!),
        slot: { index: -1 },
      };
      (list!.counts ??= []).push(wanted);
      const reading = valueOf<CountRow>(field.selection!, (part) => {
        switch (part.definition.name) {
          case 'values':
            return () => valueField(part, ([, values]) => values);
          case 'count':
            return () => leafField(part, ([count]) => count);
          default: {
            const entity = demandObject(part.selection!, (wanted.entities ??= new Selection()), { calls });
            return () => {
              const read = entity();
              return listField(
                part,
                ([, values, entities]) => values.map((key, index) => (key === null ? null : entities![index])),
                (found, path, run) => (found ? read(found, path, run) : null),
              );
            };
          }
        }
      });
      return () => listField(field, (row: Row) => row[wanted.slot.index] as CountRow[], reading());
    },
  };
}
