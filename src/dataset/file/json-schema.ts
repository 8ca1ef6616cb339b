import { z } from 'zod';
import { DataSetFile } from './format.ts';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/**
 * The data-set format as a JSON Schema for editors, generated from the schema that validates files. Draft 7, because editors
 * support it for YAML.
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

/** Short forms, which the zod schema expands by preprocessing. */
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
