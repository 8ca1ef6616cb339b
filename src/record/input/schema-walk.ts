import { z } from 'zod';

/** The schema inside optional, default and preprocess wrappers. */
export function unwrapSchema(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return unwrapSchema(schema.def.innerType);
  if (schema instanceof z.ZodPipe) return unwrapSchema(schema.def.out);
  return schema;
}

/** The schema of the value at `path`, with its wrappers; null if the schema has no such path. */
export function schemaAt(schema: z.core.$ZodType, path: readonly (string | number)[]): z.core.$ZodType | null {
  const [step, ...rest] = path;
  if (step === undefined) return schema;
  const unwrapped = unwrapSchema(schema);
  if (unwrapped instanceof z.ZodArray) return schemaAt(unwrapped.element, rest);
  if (!(unwrapped instanceof z.ZodObject)) return null;
  const field = (unwrapped.shape as Record<string, z.core.$ZodType>)[step];
  return field === undefined ? null : schemaAt(field, rest);
}

/** The field names of the object at `path`, in the order of the schema; empty if there is no object. */
export function fieldsAt(schema: z.core.$ZodType, path: readonly (string | number)[]): string[] {
  const at = schemaAt(schema, path);
  const object = at === null ? null : unwrapSchema(at);
  return object instanceof z.ZodObject ? Object.keys(object.shape) : [];
}
