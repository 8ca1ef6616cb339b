import { type Document, type YAMLError, type YAMLMap, isScalar, visit } from 'yaml';
import { type Position } from './problems.ts';
import { TOO_DEEP, sourceName } from './yaml-value.ts';

/** Explains a YAML error to an author who knows little YAML, and gives the offset where it has to be fixed. */
export function explainYamlError(
  error: YAMLError,
  text: string,
  document: Document,
  positionAt: (offset: number) => Position,
): { offset: number; message: string } {
  const offset = error.pos[0];
  const at = (message: string, where = offset) => ({ offset: where, message });
  const word = /^[^\s:,\]}]*/.exec(text.slice(offset))?.[0] ?? '';
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return at('this line is indented with a tab; YAML allows only spaces');
    case 'DUPLICATE_KEY':
      return at(
        `the field ${word} is given twice; it is already in line ${positionAt(firstOccurrence(document, offset)).line}`,
      );
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return at('a colon and a space start a field, but this is already a value; put text with a colon in quotes');
    case 'BAD_SCALAR_START':
      return at(`text cannot begin with ${text.charAt(offset)}; put it in quotes`);
    case 'MULTIPLE_DOCS':
      return at('a second document begins here (---); a data set is one document');
    case 'RESOURCE_EXHAUSTION':
      return at(TOO_DEEP);
    case 'BAD_INDENT':
      return error.message.startsWith('Flow')
        ? at('a bracket is opened here and not closed', openingBracket(document, offset))
        : at('this line is not indented like the fields it seems to belong to');
    case 'MISSING_CHAR':
      return error.message.includes('quote')
        ? at('a quote is opened here and not closed', openingQuote(document, offset))
        : at('a field was expected here: name, colon, space, value');
    case 'TAG_RESOLVE_FAILED':
      return at(`unknown tag ${word}; data sets do not use tags`);
    default:
      return at(`invalid YAML: ${error.message.charAt(0).toLowerCase()}${error.message.slice(1)}`);
  }
}

/** The first occurrence of a duplicate field of a map. */
function firstOccurrence(document: Document, offset: number): number {
  let first = offset;
  visit(document, {
    Map: (_, map: YAMLMap) => {
      const keys = map.items.map(({ key }) => key).filter((key) => isScalar(key));
      const duplicate = keys.find((key) => key.range?.[0] === offset);
      if (duplicate === undefined) return;
      first = keys.find((key) => sourceName(key) === sourceName(duplicate))?.range?.[0] ?? offset;
      return visit.BREAK;
    },
  });
  return first;
}

function openingBracket(document: Document, offset: number): number {
  let opening = offset;
  visit(document, {
    Collection: (_, { flow, range }) => {
      if (flow === true && range && range[0] < offset && range[1] >= offset) opening = range[0];
    },
  });
  return opening;
}

/** An unclosed quote extends to the end of the text, where the parser reports it. */
function openingQuote(document: Document, offset: number): number {
  let opening = offset;
  visit(document, {
    Scalar: (_, scalar) => {
      if (scalar.type?.startsWith('QUOTE') && (scalar.range?.[1] ?? 0) >= offset) opening = scalar.range?.[0] ?? offset;
    },
  });
  return opening;
}
