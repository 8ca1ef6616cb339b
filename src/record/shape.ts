import { z } from 'zod';
import { nearest } from '../domain/identity.ts';
import { fieldsAt, schemaAt } from './input/walk.ts';
import { type Problem, meant } from './problem.ts';

type Path = Problem['path'];

/** The checked value, or everything that is wrong with its shape. */
export type Shaped<T> = { value: T; problems: [] } | { value: null; problems: Problem[] };

/**
 * Checks a value from outside against a schema and tells every problem at once: where, what was found, what was
 * expected, and what was probably meant. A field that is null counts as a mistake: a file that says `time:` and no more
 * has most likely lost something.
 */
export function shapeOf<T extends z.ZodType>(schema: T, value: unknown): Shaped<z.output<T>> {
  const checked = schema.safeParse(value, { reportInput: true });
  if (checked.success) return { value: checked.data, problems: [] };
  return { value: null, problems: checked.error.issues.flatMap((issue) => problemsOf(issue, schema)) };
}

function problemsOf(issue: z.core.$ZodIssue, schema: z.ZodType): Problem[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => unknownField(key, path, fieldsAt(schema, path)));
  const { input } = issue;
  if (isTypeIssue(issue) && input === undefined) return [invalid(path, missing(path, schema, issue))];
  if (isTypeIssue(issue) && input === null)
    return [invalid(path, 'nothing is written here; write a value, or leave the field out')];
  switch (issue.code) {
    case 'invalid_value': {
      const values = issue.values.map(String);
      return [invalid(path, `${shown(input)} is not one of ${values.join(', ')}`, nearest(String(input), values))];
    }
    case 'invalid_type':
      return [
        invalid(path, `expected ${wanted(issue.expected)}, found ${shown(input)}${advice(issue.expected, input)}`),
      ];
    case 'too_big':
      return [invalid(path, tooBig(issue))];
    case 'too_small':
      return [invalid(path, `${shown(input)} is too small; expected ${issue.minimum} or more`)];
    default:
      return [
        invalid(
          path,
          predicate(issue.message) && typeof input === 'string' ? `${shown(input)} ${issue.message}` : issue.message,
        ),
      ];
  }
}

const invalid = (path: Path, message: string, suggestions: string[] = []): Problem => ({
  code: 'INVALID',
  path,
  message: message + meant(suggestions),
  suggestions,
});

const isTypeIssue = (issue: z.core.$ZodIssue) => issue.code === 'invalid_type' || issue.code === 'invalid_value';

const unknownField = (key: string, path: Path, known: string[]): Problem =>
  invalid([...path, key], `there is no field ${key} here, only ${known.join(', ')}`, nearest(key, known));

function missing(path: Path, schema: z.ZodType, issue: z.core.$ZodIssue): string {
  const field = schemaAt(schema, path);
  const meaning = (field instanceof z.ZodType ? field.description : undefined) ?? '';
  const words = issue.code === 'invalid_value' ? issue.values.map(String) : [];
  const untold = words.some((word) => !meaning.includes(word)) ? `Expected one of ${words.join(', ')}.` : '';
  return [`${String(path.at(-1))} is missing${meaning === '' ? '.' : ':'}`, meaning, untold].filter(Boolean).join(' ');
}

function tooBig(issue: z.core.$ZodIssueTooBig): string {
  if (issue.origin === 'array') return `the list is too long; expected ${issue.maximum} items or fewer`;
  if (issue.origin === 'string') return `the text is too long; expected ${issue.maximum} characters or fewer`;
  return `${shown(issue.input)} is too big; expected ${issue.maximum} or less`;
}

const kinds: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'fields with values',
  array: 'a list',
};

/** A message that wants the value named before it: `is no web address`. */
const predicate = (message: string) => /^(is|has) /.test(message);

const wanted = (expected: string) => kinds[expected] ?? expected;

function shown(input: unknown): string {
  if (typeof input === 'string') return `"${input.length > 60 ? `${input.slice(0, 60)}…` : input}"`;
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'object' && input !== null) return 'fields with values';
  return typeof input === 'number' ? `the number ${input}` : String(input);
}

function advice(expected: string, input: unknown): string {
  if (expected === 'string' && typeof input === 'number')
    return '; put it in quotes, with its leading zeros if it has any: "036"';
  if (expected === 'string' && typeof input === 'boolean') return '; put it in quotes';
  if (['number', 'int', 'boolean'].includes(expected) && typeof input === 'string') return '; write it without quotes';
  if (Array.isArray(input) && input.length === 1 && String(input[0]).includes('..'))
    return `; a time in brackets stands in quotes: "[${input[0]}]"`;
  if (expected === 'array') return '; begin each item with a dash, or write [one, two]';
  return '';
}
