import {
  type GraphQLInputField,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
} from 'graphql';

/** An argument of a list or a network, or a field of an input object. */
export type Part = Pick<GraphQLInputField, 'name' | 'type'>;

/** What was asked: the arguments with their values. */
export interface Question {
  parts: readonly Part[];
  values: Readonly<Record<string, unknown>>;
}

/** What does not say which things are meant, but how they are shown. */
const SHOWN = ['lang', 'orderBy'];
/** The arguments whose fields are conditions by themselves. */
const TRANSPARENT = ['filter', 'input'];

/** Characters of a name, and of all conditions together: others are counted. */
const MAX_CHARACTERS = 200;
/** Characters of one value. */
const MAX_VALUE = 80;
/** Values of a list: others are counted. */
const MAX_VALUES = 5;
/** References whose names are worth looking up, as others are counted. */
const MAX_REFS = 30;

/** A condition: an argument or an input field that has a value. */
interface Condition extends Part {
  value: unknown;
}

/** The conditions of a question; a value that is as if left out is none. */
export function conditionsOf({ parts, values }: Question): Condition[] {
  return parts
    .filter(({ name }) => !SHOWN.includes(name))
    .map(({ name, type }) => ({ name, type, value: values[name] ?? null }))
    .filter(({ value }) => value !== null)
    .flatMap((condition) =>
      TRANSPARENT.includes(condition.name) ? conditionsOf(questionIn(condition.type, condition.value)) : [condition],
    );
}

/**
 * The reference that a question asks for and nothing else: `refs` with one item, without other conditions but `knownAt`. Null where it
 * asks for more.
 */
export function onlyRef(question: Question): string | null {
  const [first, ...others] = conditionsOf(question).filter(({ name }) => name !== 'knownAt');
  if (first?.name !== 'refs' || others.length > 0) return null;
  const [ref, ...further] = [...new Set(first.value as string[])];
  return ref !== undefined && further.length === 0 ? ref : null;
}

/** The references among the values of a question, as many as a title has room for. */
export function refsAskedFor(question: Question): string[] {
  const found = new Set<string>();
  const collect = (type: GraphQLInputType, value: unknown): void => {
    if (value === null || value === undefined) return;
    if (Array.isArray(value)) for (const item of value) collect(getNamedType(type), item);
    else if (isInputObjectType(getNamedType(type))) {
      for (const condition of conditionsOf(questionIn(type, value))) collect(condition.type, condition.value);
    } else if (getNamedType(type).name === 'Ref') found.add(value as string);
  };
  for (const { type, value } of conditionsOf(question)) collect(type, value);
  return [...found].slice(0, MAX_REFS);
}

/**
 * What a question is about, in words: `Meetings (body: Ukraine Defense Contact Group; time from 2024-01-01)`. What is too long for a title is
 * counted.
 *
 * @param what What is asked for: `Meetings`.
 * @param nameOf The names of references; what has none is told as it was given.
 */
export function titleInWords(what: string, question: Question, nameOf: ReadonlyMap<string, string>): string {
  const conditions = conditionsOf(question).map((condition) => inWords(condition, nameOf));
  if (conditions.length === 0) return what;
  const [first, ...others] = conditions;
  const shown = [cut(first!)];
  let length = shown[0]!.length;
  for (const condition of others) {
    length += condition.length;
    if (length > MAX_CHARACTERS) break;
    shown.push(condition);
  }
  const left = conditions.length - shown.length;
  const rest = left === 0 ? [] : [left === 1 ? 'one more condition' : `${left} more conditions`];
  return `${what} (${[...shown, ...rest].join('; ')})`;
}

function inWords({ name, type, value }: Condition, nameOf: ReadonlyMap<string, string>): string {
  const label = LABELS[name] ?? toWords(name);
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return `${label}${label.includes(':') ? '' : ':'} ${listInWords(type, value, nameOf)}`;
  if (named.name === 'TimeFilter') return `${label} ${timeInWords(value as TimeWindow)}`;
  const objects = [value].flat().map((each) => {
    const inner = conditionsOf(questionIn(named, each)).map((condition) => inWords(condition, nameOf));
    return `(${inner.join('; ') || 'all'})`;
  });
  return `${label} ${objects.join(' or ')}`;
}

/** What is not clear from its name. */
const LABELS: Readonly<Record<string, string>> = {
  refs: 'only',
  beginsIn: 'beginning in',
  knownAt: 'as known at',
  includeInferred: 'with those that are inferred',
  maxMeetingSize: 'meetings of at most',
  minIndependentSources: 'independent sources: at least',
  minReliability: 'reliability: at least',
  minWeight: 'weight: at least',
};

function listInWords(type: GraphQLInputType, value: unknown, nameOf: ReadonlyMap<string, string>): string {
  const values = [value].flat();
  if (values.length === 0) return 'none';
  const words = values.slice(0, MAX_VALUES).map((each) => cut(valueInWords(type, each, nameOf), MAX_VALUE));
  const left = values.length - words.length;
  return `${words.join(', ')}${left > 0 ? ` and ${left} more` : ''}`;
}

function valueInWords(type: GraphQLInputType, value: unknown, nameOf: ReadonlyMap<string, string>): string {
  const named = getNamedType(type);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (value instanceof Date) return value.toISOString();
  const text = String(value);
  if (isEnumType(named)) return text.toLowerCase().replaceAll('_', ' ');
  if (named.name === 'Ref') return nameOf.get(text) ?? text;
  const isText = named.name === 'String' && !isListType(getNullableType(type));
  return isText ? `“${text}”` : text;
}

interface TimeWindow {
  from?: string | null;
  to?: string | null;
  match?: string | null;
}

/** `from 2024-01-01 to 2024-12-31`; one that is open at both ends holds for all that is dated or not. */
function timeInWords({ from, to, match }: TimeWindow): string {
  const ends = [from ? `from ${from}` : '', to ? `to ${to}` : ''].filter(Boolean).join(' ');
  return `${ends || 'at any time'}${match === 'CERTAINLY' ? ', certainly' : ''}`;
}

const questionIn = (type: GraphQLInputType, value: unknown): Question => {
  const named = getNamedType(type);
  return {
    parts: isInputObjectType(named) ? Object.values(named.getFields()) : [],
    values: value as Question['values'],
  };
};

/** `minWeight` is "min weight". */
const toWords = (name: string) => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** What is too long for a title, shortened. */
export const cut = (text: string, most = MAX_CHARACTERS): string =>
  text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;
