import {
  Composer,
  Document,
  type DocumentOptions,
  type LineCounter,
  type ParseOptions,
  Parser,
  type SchemaOptions,
  YAMLParseError,
} from 'yaml';
import { MAX_NESTING } from './yaml-value.ts';

type Options = ParseOptions & DocumentOptions & SchemaOptions & { lineCounter?: LineCounter };

/** The document and a scalar are on the parser's stack too, beside the collections. */
const MAX_STACK = MAX_NESTING + 3;

/**
 * Stops with an error where collections are nested too deeply. The parser would build all of them before anything looks at the
 * first, which takes a gigabyte for a file of two megabytes.
 */
class DepthLimitedParser extends Parser {
  override *next(lexeme: string): ReturnType<Parser['next']> {
    yield* super.next(lexeme);
    if (this.stack.length > MAX_STACK) {
      throw new YAMLParseError([this.offset - lexeme.length, this.offset], 'RESOURCE_EXHAUSTION', 'nested too deeply');
    }
  }
}

/** Parses text as `parseDocument` of the library does, to a limited depth. Errors are in the document. */
export function parseDocument(text: string, options: Options): Document {
  const parser = new DepthLimitedParser(options.lineCounter?.addNewLine);
  try {
    const [document, second] = new Composer(options).compose(parser.parse(text), true, text.length);
    if (second) document!.errors.push(new YAMLParseError([second.range[0], second.range[1]], 'MULTIPLE_DOCS', ''));
    return document!;
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    const document = new Document();
    document.errors.push(error);
    return document;
  }
}
