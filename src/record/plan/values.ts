import { type Field } from '../parts.ts';
import { type Thing, calledKey } from '../things.ts';
import { type Directory } from './directory.ts';
import { type Fields } from './rows.ts';

/** What a row says in one field, with things in the place of references. */
export type Value = string | number | boolean | Thing | readonly Value[] | { readonly [field: string]: unknown };
export type Values = Record<string, Value>;

/** The fields of a row that are filled in; what points nowhere is left out, the problem being told elsewhere. */
export function valuesOf(row: Fields, fields: Readonly<Record<string, Field>>, directory: Directory): Values {
  const values: Values = {};
  for (const [name, { to, many }] of Object.entries(fields)) {
    const given = row[name];
    if (given === undefined || given === null) continue;
    if (!to) {
      values[name] = given as Value;
    } else if (many) {
      values[name] = (given as string[]).flatMap((ref) => thingAt(ref, to, directory) ?? []);
    } else {
      const thing = thingAt(given as string, to, directory);
      if (thing) values[name] = thing;
    }
  }
  return values;
}

function thingAt(ref: string, to: readonly Thing['type'][], directory: Directory): Thing | null {
  const thing = directory.find(ref);
  return thing && to.includes(thing.type) ? thing : null;
}

export function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && 'isNew' in value;
}

/** The value as the graph keeps it: things by their ids, which stay when things are merged. */
export const stored = (value: unknown): unknown => mapped(value, ({ id }) => id);

/** The value as a person could have written it: things by their keys. Rows are compared by it. */
export const written = (value: unknown): unknown => mapped(value, ({ key }) => key);

/** JSON in which the order of fields makes no difference. */
export const canonical = (value: unknown): string => JSON.stringify(mapped(value, calledKey));

function mapped(value: unknown, name: (thing: Thing) => string): unknown {
  if (isThing(value)) return name(value);
  if (Array.isArray(value)) return value.map((each) => mapped(each, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([field, each]) => [field, mapped(each, name)]),
  );
}
