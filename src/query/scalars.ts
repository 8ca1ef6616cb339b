import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { GraphQLDateTime, GraphQLJSON, GraphQLLocalDate, GraphQLURL } from 'graphql-scalars';
import { ClientError } from '../domain/errors.ts';
import { externalIdOfRef } from '../domain/identity/external-ids.ts';
import { isId, isKey } from '../domain/identity/keys.ts';
import { parseTime } from '../domain/time/time.ts';
import { CalendarPeriod, MalformedValue } from './ir/malformed-value.ts';

/** An id, a key or an external id of a node. Only its form is checked here, not whether such a node exists. */
const Ref = textScalar('Ref', (text, nodes) => {
  if (isId(text) || isKey(text) || externalIdOfRef(text) !== null) return;
  throw new GraphQLError(
    `${quoted(text)} is neither an id nor a key nor an external id. A key is a kind, a colon, and letters, digits, "-", "_", "." or "/", ` +
      'such as "meeting:udcg-26" or "country:GB"; an id is the value of a field `id`; an external id is a scheme, a colon and a value, such as "wikidata:Q145".',
    { nodes },
  );
});

/** A time in ISO 8601-2 (EDTF); domain/time.ts has the error messages. */
const EDTF = textScalar('EDTF', (text, nodes) => {
  try {
    parseTime({ edtf: text });
  } catch (error) {
    throw error instanceof ClientError ? new GraphQLError(error.message, { nodes, originalError: error }) : error;
  }
});

const DAY_FORM = 'a day such as "2025-02-12"';

/** The scalars of schema/scalars.graphql, by name. Days stay strings, which compare as they are stored. */
export const scalars: Record<string, GraphQLScalarType> = {
  Date: takePeriods(renamedScalar('Date', GraphQLLocalDate, DAY_FORM)),
  DateTime: renamedScalar('DateTime', GraphQLDateTime, 'an instant such as "2025-02-12T09:00:00.000Z"'),
  URL: keepMalformed(
    renamedScalar('URL', GraphQLURL, 'an http or https address such as "https://example.org/page"', isHttpUrl),
  ),
  JSON: GraphQLJSON,
  Ref: keepMalformed(Ref),
  EDTF: keepMalformed(EDTF),
};

/** The scalar, but text that it does not accept becomes a {@link MalformedValue} instead of failing the whole operation. */
function keepMalformed(scalar: GraphQLScalarType): GraphQLScalarType {
  const parse = (text: unknown, parseValid: () => unknown): unknown => {
    try {
      return parseValid();
    } catch (error) {
      if (typeof text !== 'string' || !(error instanceof GraphQLError)) throw error;
      return new MalformedValue(text, error);
    }
  };
  return new GraphQLScalarType({
    ...scalar.toConfig(),
    parseValue: (value) => parse(value, () => scalar.parseValue(value)),
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined, () => scalar.parseLiteral(node)),
  });
}

/** The scalar, but a month or a year becomes a {@link CalendarPeriod}, which the ends of windows can be. */
function takePeriods(scalar: GraphQLScalarType): GraphQLScalarType {
  const parse = (text: unknown, parseDay: () => unknown, nodes?: ValueNode): unknown => {
    if (typeof text !== 'string' || !/^\d{4}(-(0[1-9]|1[0-2]))?$/.test(text)) return parseDay();
    const { startEarliest, endLatest } = parseTime({ edtf: text });
    const message = `Date cannot represent ${quoted(text)}: expected ${DAY_FORM}. Only \`from\` and \`to\` can be a month or a year.`;
    return new CalendarPeriod(text, new GraphQLError(message, { nodes }), { from: startEarliest!, to: endLatest! });
  };
  return new GraphQLScalarType({
    ...scalar.toConfig(),
    parseValue: (value) => parse(value, () => scalar.parseValue(value)),
    parseLiteral: (node) =>
      parse(node.kind === Kind.STRING ? node.value : undefined, () => scalar.parseLiteral(node), node),
  });
}

/**
 * A scalar whose values are strings that `check` accepts; surrounding spaces are removed. Errors about a literal have its
 * location.
 */
function textScalar(name: string, check: (text: string, nodes?: ValueNode) => void): GraphQLScalarType {
  const parse = (value: unknown, nodes?: ValueNode): string => {
    if (typeof value !== 'string') throw new GraphQLError(`${name} must be a string.`, { nodes });
    const text = value.trim();
    check(text, nodes);
    return text;
  };
  return new GraphQLScalarType<string, unknown>({
    name,
    serialize: (value) => {
      if (typeof value === 'string') return value;
      throw new GraphQLError(`${name} cannot represent ${quoted(String(value))}.`);
    },
    parseValue: (value) => parse(value),
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined, node),
  });
}

/** A scalar of graphql-scalars with the name it has here, and with errors that say what was expected. */
function renamedScalar(
  name: string,
  scalar: GraphQLScalarType,
  expected: string,
  accepts: (value: unknown) => boolean = () => true,
): GraphQLScalarType {
  const parseOrThrow = (input: string, parse: () => unknown, nodes?: ValueNode): unknown => {
    let value: unknown;
    try {
      value = parse();
    } catch {
      value = undefined;
    }
    if (value !== undefined && accepts(value)) return value;
    throw new GraphQLError(`${name} cannot represent ${quoted(input)}: expected ${expected}.`, { nodes });
  };
  return new GraphQLScalarType({
    ...scalar.toConfig(),
    name,
    parseValue: (value) => parseOrThrow(String(value), () => scalar.parseValue(value)),
    parseLiteral: (node) =>
      parseOrThrow('value' in node ? String(node.value) : node.kind, () => scalar.parseLiteral(node), node),
  });
}

function isHttpUrl(url: unknown): boolean {
  return url instanceof URL && /^https?:$/.test(url.protocol);
}

function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}...` : text);
}
