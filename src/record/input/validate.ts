import { z } from 'zod';
import { closestMatches } from '../../domain/identity/keys.ts';
import { fieldsAt, schemaAt } from './schema-walk.ts';
import { type InputPath, type Problem, didYouMean } from './problem.ts';

/** The parsed value, or all problems with its shape. */
export type ValidationResult<T> = { value: T; problems: [] } | { value: null; problems: Problem[] };

/**
 * Validates untrusted input against a zod schema and reports all problems at once, with the place, the value found, what was
 * expected, and the likely intended value. A null field is a problem: a file with a bare `time:` has most likely lost a value.
 */
export function validateInput<T extends z.ZodType>(schema: T, value: unknown): ValidationResult<z.output<T>> {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return { value: parsed.data, problems: [] };
  return { value: null, problems: parsed.error.issues.flatMap((issue) => toProblems(issue, schema)) };
}

function toProblems(issue: z.core.$ZodIssue, schema: z.ZodType): Problem[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => unknownFieldProblem(key, path, fieldsAt(schema, path)));
  const { input } = issue;
  if (isTypeIssue(issue) && input === undefined)
    return [invalidProblem(path, missingFieldMessage(path, schema, issue))];
  if (isTypeIssue(issue) && input === null)
    return [invalidProblem(path, 'the value is empty; give a value, or leave the field out')];
  switch (issue.code) {
    case 'invalid_value': {
      const values = issue.values.map(String);
      return [
        invalidProblem(
          path,
          `${formatValue(input)} is not one of ${values.join(', ')}`,
          closestMatches(String(input), values),
        ),
      ];
    }
    case 'invalid_type':
      return [
        invalidProblem(
          path,
          `expected ${typeLabel(issue.expected)}, found ${formatValue(input)}${hint(issue.expected, input)}`,
        ),
      ];
    case 'too_big':
      return [invalidProblem(path, tooBigMessage(issue))];
    case 'too_small':
      return [invalidProblem(path, `${formatValue(input)} is too small; expected ${issue.minimum} or more`)];
    default:
      return [
        invalidProblem(
          path,
          startsWithVerb(issue.message) && typeof input === 'string'
            ? `${formatValue(input)} ${issue.message}`
            : issue.message,
        ),
      ];
  }
}

const invalidProblem = (path: InputPath, message: string, suggestions: string[] = []): Problem => ({
  code: 'INVALID',
  path,
  message: message + didYouMean(suggestions),
  suggestions,
});

const isTypeIssue = (issue: z.core.$ZodIssue) => issue.code === 'invalid_type' || issue.code === 'invalid_value';

const unknownFieldProblem = (key: string, path: InputPath, known: string[]): Problem =>
  invalidProblem(
    [...path, key],
    `there is no field ${key} here, only ${known.join(', ')}${fieldsElsewhere[key] ?? ''}`,
    closestMatches(key, known),
  );

/** Where a field that is looked for in other rows, too, belongs. */
const fieldsElsewhere: Readonly<Record<string, string>> = {
  participants:
    '; participants belong to the row of a meeting, and that somebody has part in a development is an explicit claim, such as ' +
    'ATTENDS, with the development among its objects',
};

function missingFieldMessage(path: InputPath, schema: z.ZodType, issue: z.core.$ZodIssue): string {
  const field = schemaAt(schema, path);
  const description = (field instanceof z.ZodType ? field.description : undefined) ?? '';
  const allowed = issue.code === 'invalid_value' ? issue.values.map(String) : [];
  const allowedValues = allowed.some((word) => !description.includes(word))
    ? `Expected one of ${allowed.join(', ')}.`
    : '';
  return [`${String(path.at(-1))} is missing${description === '' ? '.' : ':'}`, description, allowedValues]
    .filter(Boolean)
    .join(' ');
}

function tooBigMessage(issue: z.core.$ZodIssueTooBig): string {
  if (issue.origin === 'array') return `the list is too long; expected ${issue.maximum} items or fewer`;
  if (issue.origin === 'string') return `the text is too long; expected ${issue.maximum} characters or fewer`;
  return `${formatValue(issue.input)} is too big; expected ${issue.maximum} or less`;
}

const typeLabels: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'fields with values',
  array: 'a list',
};

/** Messages such as `is not a web address` are printed after the value that they are about. */
const startsWithVerb = (message: string) => /^(is|has) /.test(message);

const typeLabel = (expected: string) => typeLabels[expected] ?? expected;

function formatValue(input: unknown): string {
  if (typeof input === 'string') return `"${input.length > 60 ? `${input.slice(0, 60)}…` : input}"`;
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'object' && input !== null) return 'fields with values';
  return typeof input === 'number' ? `the number ${input}` : String(input);
}

function hint(expected: string, input: unknown): string {
  if (expected === 'string' && typeof input === 'number')
    return '; put it in quotes, with its leading zeros if it has any: "036"';
  if (expected === 'string' && typeof input === 'boolean') return '; put it in quotes';
  if (['number', 'int', 'boolean'].includes(expected) && typeof input === 'string') return '; write it without quotes';
  if (Array.isArray(input) && input.length === 1 && String(input[0]).includes('..'))
    return `; put a time in brackets in quotes: "[${input[0]}]"`;
  if (expected === 'array') return '; begin each item with a dash, or write [one, two]';
  return '';
}
