import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import {
  type GraphQLInputField,
  type GraphQLInputType,
  buildSchema,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
} from 'graphql';
import { z } from 'zod';
import { RecordInput } from '../../../src/record/input/record-input.ts';
import { unwrapSchema } from '../../../src/record/input/schema-walk.ts';

const sdl = readdirSync('schema').map((file) => readFileSync(`schema/${file}`, 'utf8'));
const schema = buildSchema(sdl.join('\n'));

/** Every input type of the SDL with the zod schema that stands for it, found by walking both together. */
const pairs = walk('RecordInput', RecordInput);

/** How a mutation records, which files do not say. */
const HOW = new Set(['expectedVersions', 'reason', 'idempotencyKey', 'dryRun', 'allowDuplicate', 'stopOnWarnings']);

test('the walk reaches every input type of record.graphql', () => {
  const declared = [...readFileSync('schema/record.graphql', 'utf8').matchAll(/^input (\w+)/gm)].map(
    ([, name]) => name,
  );
  expect([...pairs.keys()].sort()).toEqual([...declared, 'TimeInput'].sort());
});

describe.each([...pairs])('%s', (name, object) => {
  const fields = Object.entries(inputFields(name)).filter(([field]) => !(name === 'RecordInput' && HOW.has(field)));

  test('has the fields of the SDL in its order', () => {
    expect(Object.keys(object.shape)).toEqual(fields.map(([field]) => field));
  });

  test.each(fields)(
    '%s is as required, as listed and of the same type as in the SDL',
    (field, { type, defaultValue }) => {
      const own = zodField(object, field);
      expect(describeZod(own)).toBe(describeSdl(type, defaultValue));
    },
  );

  test.each(fields)('%s is described, in the words of the SDL where it has some', (field, { description }) => {
    const own = zodField(object, field);
    const described = own.description ?? (unwrapSchema(own) as z.ZodType).description;
    expect(described).toBeTruthy();
    // In the SDL a long one has more than one line.
    if (description) expect(described).toBe(description.replaceAll('\n', ' '));
  });
});

/** `[Name]! = default`, in the words of the SDL. */
function describeSdl(type: GraphQLInputType, defaultValue: unknown): string {
  const required = isNonNullType(type) && defaultValue === undefined;
  const bare = getNullableType(type);
  const inner = isListType(bare) ? `[${nameOf(getNullableType<GraphQLInputType>(bare.ofType))}]` : nameOf(bare);
  return `${inner}${required ? '!' : ''}${defaultValue === undefined ? '' : ` = ${JSON.stringify(defaultValue)}`}`;
}

function nameOf(type: GraphQLInputType): string {
  if (isEnumType(type)) return type.getValues().map(({ name }) => name).join('|'); // prettier-ignore
  if (isScalarType(type) && ['URL', 'Ref', 'EDTF'].includes(type.name)) return type.name;
  return 'name' in type ? type.name : String(type);
}

function describeZod(field: z.core.$ZodType): string {
  const optional = field instanceof z.ZodOptional || field instanceof z.ZodDefault;
  const fallback = field instanceof z.ZodDefault ? ` = ${JSON.stringify(field.def.defaultValue)}` : '';
  const bare = unwrapSchema(field);
  const inner = bare instanceof z.ZodArray ? `[${zodName(bare.element)}]` : zodName(field);
  return `${inner}${optional ? '' : '!'}${fallback}`;
}

function zodName(field: z.core.$ZodType): string {
  const bare = unwrapSchema(field);
  const id = idOf(field);
  if (bare instanceof z.ZodEnum) return bare.options.join('|');
  if (bare instanceof z.ZodString) return id !== undefined && ['URL', 'Ref', 'EDTF'].includes(id) ? id : 'String';
  if (bare instanceof z.ZodBoolean) return 'Boolean';
  if (bare instanceof z.ZodNumber) return bare.format === 'int32' ? 'Int' : 'Float';
  return id ?? 'unnamed';
}

/** The id of the schema or of what it wraps. */
function idOf(field: z.core.$ZodType): string | undefined {
  const own = z.globalRegistry.get(field)?.id;
  if (own !== undefined) return own;
  if (field instanceof z.ZodOptional || field instanceof z.ZodDefault) return idOf(field.def.innerType);
  const parent = field._zod.parent;
  return parent === undefined ? undefined : idOf(parent);
}

function inputFields(name: string): Record<string, GraphQLInputField> {
  const type = schema.getType(name);
  if (!isInputObjectType(type)) throw new Error(`${name} is no input type`);
  return type.getFields();
}

function zodField(object: z.ZodObject, field: string): z.ZodType {
  return (object.shape as Record<string, z.ZodType>)[field] ?? z.never();
}

function walk(name: string, field: z.core.$ZodType, found = new Map<string, z.ZodObject>()): Map<string, z.ZodObject> {
  const object = unwrapSchema(field);
  if (!(object instanceof z.ZodObject) || found.has(name)) return found;
  found.set(name, object);
  for (const [inner, { type }] of Object.entries(inputFields(name))) {
    const bare = getNullableType(type);
    const item = isListType(bare) ? getNullableType(bare.ofType) : bare;
    if (!isInputObjectType(item)) continue;
    const own = unwrapSchema(zodField(object, inner));
    walk(item.name, own instanceof z.ZodArray ? own.element : zodField(object, inner), found);
  }
  return found;
}
