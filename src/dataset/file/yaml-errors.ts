import { type Document, type YAMLError, type YAMLMap, isScalar, visit } from 'yaml';
import { type Position } from './problems.ts';
import { sourceName } from './yaml-value.ts';

/** What a fault of the text means for someone who knows YAML a little, and where it is to be mended. */
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
      return at('a tab indents this line; YAML indents with spaces only');
    case 'DUPLICATE_KEY':
      return at(
        `the field ${word} is written twice; it stands in line ${positionAt(firstOccurrence(document, offset)).line} already`,
      );
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return at('a colon and a space begin a field, but this is a value already; put text with a colon in quotes');
    case 'BAD_SCALAR_START':
      return at(`text cannot begin with ${text.charAt(offset)}; put it in quotes`);
    case 'MULTIPLE_DOCS':
      return at('a second document begins here (---); a data set is one document');
    case 'RESOURCE_EXHAUSTION':
      return at('this is nested too deeply');
    case 'BAD_INDENT':
      return error.message.startsWith('Flow')
        ? at('a bracket is opened here and not closed', openingBracket(document, offset))
        : at('this line is not indented like the fields it seems to belong to');
    case 'MISSING_CHAR':
      return error.message.includes('quote')
        ? at('a quote is opened here and not closed', openingQuote(document, offset))
        : at('a field was expected here: name, colon, space, value');
    case 'TAG_RESOLVE_FAILED':
      return at(`unknown tag ${word}; a data set uses none`);
    default:
      return at(`this is no YAML: ${error.message.charAt(0).toLowerCase()}${error.message.slice(1)}`);
  }
}

/** Where a field that stands twice in a map stands first. */
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

/** An unclosed quote swallows the rest of the text, so that the parser notices it at the end only. */
function openingQuote(document: Document, offset: number): number {
  let opening = offset;
  visit(document, {
    Scalar: (_, scalar) => {
      if (scalar.type?.startsWith('QUOTE') && (scalar.range?.[1] ?? 0) >= offset) opening = scalar.range?.[0] ?? offset;
    },
  });
  return opening;
}
