import { z } from 'zod';
import { ClientError } from '../domain/errors.ts';
import { suggestNearest } from '../domain/identity/keys.ts';

type Issue = z.core.$ZodIssue;

/**
 * The arguments of a call.
 *
 * @throws ClientError that says all that is wrong with them, with the nearest name that there is: what is misspelt would otherwise be
 *   as if it had not been said.
 */
export function checkArguments(tool: string, input: z.ZodObject, given: unknown): Record<string, unknown> {
  const { success, data, error } = input.safeParse(given ?? {}, { reportInput: true });
  if (success) return data;
  const wrong = error.issues.flatMap((issue) => inWords(issue, input));
  throw new ClientError('BAD_USER_INPUT', `${tool} cannot be called so. ${wrong.join(' ')}`);
}

function inWords(issue: Issue, input: z.ZodObject): string[] {
  const where = issue.path.join('.');
  const names = Object.keys(shapeAt(input, issue.path));
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map(
        (key) => `There is no argument \`${[...issue.path, key].join('.')}\`.${choice(key, names)}`,
      );
    case 'invalid_value':
      return [`\`${where}\` has no such value.${choice(String(issue.input), issue.values.map(String))}`];
    default:
      return [where === '' ? `${issue.message}.` : `\`${where}\`: ${issue.message}.`];
  }
}

function choice(given: string, all: readonly string[]): string {
  return `${suggestNearest(given, all)} There are ${all.join(', ')}.`;
}

/** The fields of the object at a path. */
function shapeAt(input: z.ZodObject, path: readonly PropertyKey[]): Record<string, unknown> {
  let schema: unknown = input;
  for (const step of path) {
    schema = unwrapped(schema);
    schema = schema instanceof z.ZodArray ? schema.element : (schema as z.ZodObject).shape[String(step)];
  }
  schema = unwrapped(schema);
  return schema instanceof z.ZodObject ? schema.shape : {};
}

function unwrapped(schema: unknown): unknown {
  while (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) schema = schema.unwrap();
  return schema;
}
