import { z } from 'zod';
import { DataSetFile } from './format.ts';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/**
 * The data-set format as a JSON Schema for editors, made from the schema that checks files: what it completes, explains
 * and underlines is what an import takes. Draft 7, the one that editors know for YAML.
 */
export function dataSetSchema(): JsonSchema {
  return z.toJSONSchema(DataSetFile, {
    target: 'draft-7',
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      const shortForm = SHORT_FORMS[z.globalRegistry.get(zodSchema)?.id ?? ''];
      if (shortForm !== undefined) allowAlternative(jsonSchema, shortForm);
    },
  });
}

/** What may be written instead of the full form, which the checking schema expands by itself. */
const SHORT_FORMS: Record<string, JsonSchema> = {
  TimeInput: { type: ['string', 'integer'], description: 'An EDTF time: short for { edtf: … }.' },
  EDTF: { type: 'integer', description: 'A year.' },
  Paragraph: { type: 'integer', minimum: 1 },
};

function allowAlternative(schema: JsonSchema, shortForm: JsonSchema): void {
  const { description, ...full } = schema;
  delete full.id;
  for (const field of Object.keys(schema)) delete schema[field];
  Object.assign(schema, { description, anyOf: [shortForm, full] });
}
