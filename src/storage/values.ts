import { type TypeName } from '../domain/node-types.ts';
import { type TimeSpan, parseTime } from '../domain/time/time.ts';
import { type FieldStorage, storedFields } from './fields.ts';
import { flatPropertyName, flattenTime, timeFromState } from './times.ts';

/** The values of a node's fields, by their names in the API; times as {@link TimeSpan}, missing where no source says anything. */
export type FieldValues = Readonly<Record<string, unknown>>;

/** The properties of a node or relationship. */
export type Properties = Readonly<Record<string, unknown>>;

const UNKNOWN_TIME = parseTime({});

/** A time among these values; unknown if it is missing. */
export const timeOf = (values: FieldValues, field: string): TimeSpan =>
  (values[field] as TimeSpan | undefined) ?? UNKNOWN_TIME;

/** The value of a field, else its default if no source says anything; null without a default. */
export function valueOrDefault(type: TypeName, field: string, values: FieldValues): unknown {
  const storage = storedFields[type][field];
  return values[field] ?? (storage?.as === 'property' ? storage.ifUnset : undefined) ?? null;
}

/** The properties that store the fields of a node: those derived together, or those written `by` something else. */
export function storedProperties(
  type: TypeName,
  values: FieldValues,
  by?: FieldStorage['by'],
): Record<string, unknown> {
  const properties: Record<string, unknown> = {};
  for (const [field, storage] of Object.entries(storedFields[type])) {
    if (storage.by !== by) continue;
    switch (storage.as) {
      case 'property':
        properties[field] = valueOrDefault(type, field, values);
        break;
      case 'json':
        properties[field] = values[field] === undefined ? null : JSON.stringify(values[field]);
        break;
      case 'times':
        properties[field] = ((values[field] ?? []) as TimeSpan[]).map((time) => JSON.stringify(time));
        break;
      case 'time':
        Object.assign(properties, flattenTime(storage.prefix, timeOf(values, field)));
        break;
      case 'flat': {
        const object = (values[field] ?? {}) as Record<string, unknown>;
        for (const part of storage.parts) properties[flatPropertyName(storage.prefix, part)] = object[part] ?? null;
      }
    }
  }
  return properties;
}

/** The values of a state as revisions keep it: by the field names of the API, with times in the form of the input. */
export function valuesFromState(type: TypeName, state: Properties): FieldValues {
  const values: Record<string, unknown> = { ...state };
  for (const [field, storage] of Object.entries(storedFields[type])) {
    if (storage.as === 'time') values[field] = timeFromState(state[field]);
    if (storage.as === 'times') values[field] = ((state[field] ?? []) as unknown[]).map(timeFromState);
  }
  return values;
}
