import {
  type GraphQLArgument,
  type GraphQLEnumType,
  type GraphQLInputField,
  type GraphQLInputType,
  coerceInputValue,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { ClientError } from '../../domain/errors.ts';
import { closestMatches } from '../../domain/identity/keys.ts';

/** An argument, or a field of an input object. */
export type QuestionPart = Pick<GraphQLArgument | GraphQLInputField, 'name' | 'type'> & { defaultValue?: unknown };

/** The most that an address may say: parameters, and characters of each. */
const MAX_PARAMETERS = 200;
const MAX_CHARACTERS = 10_000;
/** Problems that are named; others are counted. */
const MAX_NAMED = 20;

/** The arguments whose fields may be parameters of the address by themselves. */
const TRANSPARENT = ['filter', 'input'];

/**
 * The arguments that the parameters of an address say. A parameter is the path of a value: `filter.time.from=2024`, or without the `filter`:
 * `time.from=2024`. A list has a parameter for each item; enum values and references may also stand in one, with commas. An object may also be given as JSON: `filter={"kinds":["VISIT"]}`. Values are
 * as they would be sent as variables.
 *
 * @throws ClientError naming all that is wrong: what is no parameter, with the nearest one that is, what is missing, and values that their
 *   parameters cannot have.
 */
export function parseQuestion(search: URLSearchParams, parameters: readonly QuestionPart[]): Record<string, unknown> {
  const entries = [...search];
  if (entries.length > MAX_PARAMETERS) {
    throw new ClientError(
      'BAD_USER_INPUT',
      `The address has ${entries.length} parameters; expected at most ${MAX_PARAMETERS}.`,
    );
  }
  const values: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const [name, text] of entries) {
    const path = findPath(name, parameters);
    if (path === null) problems.push(unknownParameter(name, parameters));
    else if (text.length > MAX_CHARACTERS)
      problems.push(`\`${name}\` has ${text.length} characters; expected at most ${MAX_CHARACTERS}.`);
    else {
      const problem = setValue(values, path, name, text);
      if (problem) problems.push(problem);
    }
  }
  problems.push(...parameters.flatMap((parameter) => problemsOf(parameter, values)));
  if (problems.length > 0) {
    const others = problems.length - MAX_NAMED;
    const rest = others > 0 ? [`There are ${others} more problems.`] : [];
    throw new ClientError('BAD_USER_INPUT', [...problems.slice(0, MAX_NAMED), ...rest].join(' '));
  }
  return values;
}

/** What is wrong with the value of a parameter, or that it has none. */
function problemsOf({ name, type, defaultValue }: QuestionPart, values: Readonly<Record<string, unknown>>): string[] {
  if (!(name in values)) {
    const isRequired = isNonNullType(type) && defaultValue === undefined;
    return isRequired ? [`\`${name}\` is missing.`] : [];
  }
  const problems: string[] = [];
  coerceInputValue(values[name], type, (path, _value, { message }) => {
    problems.push(`\`${[name, ...path].join('.')}\`: ${message}${listOfValues(message, type)}`);
  });
  return problems;
}

/** The values of the enum that a message is about, where it suggests none of them. */
function listOfValues(message: string, type: GraphQLInputType): string {
  const [, name] = /does not exist in "(\w+)" enum\.$/.exec(message) ?? [];
  const found = name === undefined ? undefined : findEnum(type, name, new Set());
  return found
    ? ` Expected one of ${found
        .getValues()
        .map((value) => value.name)
        .join(', ')}.`
    : '';
}

/** The enum of that name in a type or in the fields of it. */
function findEnum(type: GraphQLInputType, name: string, seen: Set<string>): GraphQLEnumType | undefined {
  const named = getNamedType(type);
  if (isEnumType(named)) return named.name === name ? named : undefined;
  if (!isInputObjectType(named) || seen.has(named.name)) return undefined;
  seen.add(named.name);
  return Object.values(named.getFields())
    .map((field) => findEnum(field.type, name, seen))
    .find((found) => found !== undefined);
}

/** The parameters that a name leads through, outermost first; null where there is no such parameter. */
function findPath(name: string, parameters: readonly QuestionPart[]): QuestionPart[] | null {
  const found = followPath(name.split('.'), parameters);
  if (found) return found;
  for (const outer of parameters) {
    if (!TRANSPARENT.includes(outer.name)) continue;
    const inner = followPath(name.split('.'), fieldsOf(outer));
    if (inner) return [outer, ...inner];
  }
  return null;
}

function followPath([first, ...rest]: readonly string[], parameters: readonly QuestionPart[]): QuestionPart[] | null {
  const parameter = parameters.find(({ name }) => name === first);
  if (!parameter) return null;
  if (rest.length === 0) return [parameter];
  if (isListType(getNullableType(parameter.type))) return null;
  const inner = followPath(rest, fieldsOf(parameter));
  return inner && [parameter, ...inner];
}

function fieldsOf({ type }: QuestionPart): readonly QuestionPart[] {
  const named = getNamedType(type);
  return isInputObjectType(named) ? Object.values(named.getFields()) : [];
}

/** Sets the value at a path; says what is wrong with it, if anything. */
function setValue(
  values: Record<string, unknown>,
  path: readonly QuestionPart[],
  name: string,
  text: string,
): string | undefined {
  const value = parseValue(path.at(-1)!.type, text);
  if (value === INVALID_JSON) return `\`${name}\` is not JSON: ${JSON.stringify(text.slice(0, 100))}.`;
  let target = values;
  for (const { name: step } of path.slice(0, -1)) {
    const inner = (target[step] ??= {});
    if (typeof inner !== 'object') return `\`${name}\` is given twice, as a whole and in parts.`;
    target = inner as Record<string, unknown>;
  }
  const last = path.at(-1)!;
  const existing = target[last.name];
  if (isListType(getNullableType(last.type))) {
    target[last.name] = [...((existing ?? []) as unknown[]), ...itemsOf(last.type, value)];
  } else if (existing !== undefined) return `\`${name}\` is given twice; expected once.`;
  else target[last.name] = value;
  return undefined;
}

/** Enum values and references contain no commas, so several may stand in one parameter. */
function itemsOf(type: GraphQLInputType, value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value as unknown[];
  const named = getNamedType(type);
  const isSplit = typeof value === 'string' && (isEnumType(named) || named.name === 'Ref');
  return isSplit ? value.split(',').map((item) => item.trim()) : [value];
}

const INVALID_JSON = Symbol();

function parseValue(type: GraphQLInputType, text: string): unknown {
  if (isNonNullType(type)) return parseValue(type.ofType, text);
  const isList = isListType(type);
  if (isInputObjectType(getNamedType(type)) || (isList && text.startsWith('['))) {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      return INVALID_JSON;
    }
  }
  switch (getNamedType(type).name) {
    case 'Int':
    case 'Float':
      // What is no number is refused with the name of the argument, as it is in a query.
      return /^-?\d+(\.\d+)?(e-?\d+)?$/i.test(text) ? Number(text) : text;
    case 'Boolean':
      // As CSV files for R have them, too.
      return /^true$/i.test(text) ? true : /^false$/i.test(text) ? false : text;
    default:
      return text;
  }
}

/** With the nearest name at the place where the path leaves what there is. */
function unknownParameter(name: string, parameters: readonly QuestionPart[]): string {
  const transparent = parameters.filter((each) => TRANSPARENT.includes(each.name));
  let known = [...parameters, ...transparent.flatMap(fieldsOf)].filter((each) => !transparent.includes(each));
  const before: string[] = [];
  for (const step of name.split('.')) {
    const inner = [...known, ...transparent].find((each) => each.name === step);
    if (!inner || fieldsOf(inner).length === 0) {
      const names = [...new Set(known.map((each) => each.name))];
      const nearest = names.find((each) => each.startsWith(step)) ?? closestMatches(step, names)[0];
      const path = (last: string) => `\`${[...before, last].join('.')}\``;
      const hint = nearest === undefined ? `Expected one of ${names.join(', ')}.` : `Did you mean ${path(nearest)}?`;
      return `There is no parameter \`${name}\` here. ${hint}`;
    }
    before.push(step);
    known = [...fieldsOf(inner)];
  }
  return `There is no parameter \`${name}\` here.`;
}
