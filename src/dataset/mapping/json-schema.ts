import { z } from 'zod';
import { dataSetSchema } from '../file/json-schema.ts';
import { MappingFile } from './format.ts';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** Text into which columns are put. */
const TEMPLATE: JsonSchema = {
  type: 'string',
  pattern: '\\{[^{}]+\\}',
  description: 'With columns in braces: `{column}`.',
};
const CONDITION: JsonSchema = {
  type: 'object',
  additionalProperties: { type: 'array', items: { type: 'string' } },
  description: 'Only where each of these columns has one of these words, as the file has them: `{role: [president]}`.',
};

/**
 * The mapping format as a JSON Schema for editors. Its templates have the fields of a data set: each of them may be text with columns
 * instead, and none has to be there, since what is missing in the file is left out.
 */
export function mappingSchema(): JsonSchema {
  const mapping = z.toJSONSchema(MappingFile, {
    target: 'draft-7',
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      const id = z.globalRegistry.get(zodSchema)?.id;
      if (id === 'Words' || id === 'FoundIn') {
        const { description, ...list } = jsonSchema;
        delete list.id;
        for (const field of Object.keys(jsonSchema)) delete jsonSchema[field];
        Object.assign(jsonSchema, { description, anyOf: [list.items, list] });
      }
    },
  });
  const ofDataSet = Object.entries(dataSetSchema().definitions as Schemas).map(
    ([name, schema]) => [name, toTemplate(schema)] as const,
  );
  const { source, ...rows } = Object.fromEntries(ofDataSet).RecordInput!.properties as Schemas;
  delete rows.if;
  return {
    ...mapping,
    definitions: {
      ...(mapping.definitions as object),
      ...Object.fromEntries(ofDataSet.filter(([name]) => !NOT_OF_ROWS.includes(name))),
      SourceTemplate: source,
      RowTemplates: {
        type: 'object',
        properties: rows,
        additionalProperties: false,
        description:
          'What each row of the table becomes: the lists of a block of a data set, with `{column}` for what comes from the file.',
      },
    },
  };
}

/** Parts of data-set files that are no rows. */
const NOT_OF_ROWS = ['DataSet', 'SourceText', 'Lines', 'ShortForm', 'RecordInput'];

type Schemas = Record<string, JsonSchema>;

function toTemplate(schema: JsonSchema): JsonSchema {
  const { properties, items, anyOf, description, ...rest } = schema as JsonSchema & {
    properties?: Schemas;
    items?: JsonSchema;
    anyOf?: JsonSchema[];
  };
  delete rest.required;
  const described = description === undefined ? {} : { description };
  if (properties !== undefined) {
    const fields = Object.entries(properties).map(([name, field]) => [name, toTemplate(field)] as const);
    return { ...described, ...rest, properties: { ...Object.fromEntries(fields), if: CONDITION } };
  }
  if (items !== undefined) return { ...described, ...rest, items: toTemplate(items) };
  if (schema.$ref !== undefined || schema.allOf !== undefined) return schema;
  return { ...described, anyOf: [...(anyOf ?? [rest]), TEMPLATE] };
}
