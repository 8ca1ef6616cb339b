/**
 * What an analyst has taken back of a description stays in its `values`, and `retracted` of the `DESCRIBES` names it: so importing its file again
 * does not bring it back, whatever else has changed in the row.
 */

/** A value that was taken back: the only one of its field, or one of a list. */
export interface RetractedValue {
  field: string;
  value: unknown;
}

/** The entry of a value in `retracted`. */
export const retractedEntry = ({ field, value }: RetractedValue): string => JSON.stringify([field, value]);

/** The values of these entries. */
export const retractedValues = (entries: readonly string[]): RetractedValue[] =>
  entries.map((entry) => {
    const [field, value] = JSON.parse(entry) as [string, unknown];
    return { field, value };
  });

/** What is left of a description. */
export function withoutRetracted(
  values: Readonly<Record<string, unknown>>,
  entries: readonly string[],
): Readonly<Record<string, unknown>> {
  if (entries.length === 0) return values;
  const isLeft = (field: string, value: unknown) => !entries.includes(retractedEntry({ field, value }));
  return Object.fromEntries(
    Object.entries(values).flatMap(([field, value]) => {
      if (Array.isArray(value)) return [[field, value.filter((item) => isLeft(field, item))]];
      return isLeft(field, value) ? [[field, value]] : [];
    }),
  );
}
