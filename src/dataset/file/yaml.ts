import { type Document, LineCounter, type YAMLError, isAlias, isMap, isScalar, isSeq } from 'yaml';
import { type Position } from './problems.ts';
import { explainYamlError } from './yaml-errors.ts';
import { parseDocument } from './yaml-document.ts';
import { isHarmless, fixYaml } from './yaml-fix.ts';
import { toPlainValue, sourceName } from './yaml-value.ts';

/** A path into a value: field names and list indexes. */
export type YamlPath = readonly (string | number)[];

/** The value of a YAML or JSON text, with positions. */
export interface ParsedYaml {
  /** Undefined if the text cannot be parsed. */
  value: unknown;
  errors: { position: Position; message: string }[];
  /** The position of the value at `path`, or of its field name; for a missing value, that of its parent. */
  positionOf: (path: YamlPath, at?: 'field' | 'value') => Position;
}

/**
 * Parses text as YAML 1.2, a superset of JSON, with its core schema: only numbers, true, false and null are not text, so
 * `2025-02-12`, `NO` and `on` are text.
 */
export function parseYaml(text: string): ParsedYaml {
  const lines = new LineCounter();
  const lastOffset = Math.max(0, text.trimEnd().length - 1);
  const positionAt = (offset: number): Position => {
    const { line, col } = lines.linePos(Math.min(offset, lastOffset));
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  // A document is ten times as large as its value, so it is parsed again where a position is asked for.
  let document: Document | null = null;
  const positionOf: ParsedYaml['positionOf'] = (path, at = 'value') =>
    positionAt(offsetOf((document ??= parse(text).document), path, at));
  return { ...valueOf(text, lines, positionAt), positionOf };
}

function valueOf(
  text: string,
  lines: LineCounter,
  positionAt: (offset: number) => Position,
): Pick<ParsedYaml, 'value' | 'errors'> {
  const { document, fixedErrors } = parse(text, lines);
  const toPositioned = ({ offset, message }: { offset: number; message: string }) => ({
    position: positionAt(offset),
    message,
  });
  const errorsAndWarnings = [...document.errors, ...document.warnings];
  const fatal = document.errors.findIndex((error) => !isHarmless(error));
  // After an error in the structure the parser reports follow-up errors, so these are left out.
  const errors = [...fixedErrors, ...(fatal < 0 ? errorsAndWarnings : errorsAndWarnings.slice(0, fatal + 1))]
    .map((error) => explainYamlError(error, text, document, positionAt))
    .map(toPositioned);
  if (fatal >= 0) return { value: undefined, errors: firstPerLine(errors) };

  const { value, errors: valueErrors } = toPlainValue(document);
  errors.push(...valueErrors.map(toPositioned));
  return { value: valueErrors.length > 0 ? undefined : value, errors: firstPerLine(errors) };
}

/** Parses text. Errors that can be fixed within a line are removed, so that the rest can be validated. */
function parse(text: string, lineCounter?: LineCounter): { document: Document; fixedErrors: YAMLError[] } {
  const options = { version: '1.2', schema: 'core', merge: false, prettyErrors: false } as const;
  let document = parseDocument(text, { ...options, lineCounter });
  const fixedErrors: YAMLError[] = [];
  for (let round = 0, current = text; round < MAX_ROUNDS && !document.errors.every(isHarmless); round += 1) {
    const fixed = fixYaml(current, document.errors);
    if (fixed === null) break;
    fixedErrors.push(...document.errors.filter((error) => fixYaml(current, [error]) !== null));
    document = parseDocument(fixed, options);
    current = fixed;
  }
  return { document, fixedErrors };
}

/** One error can hide another one, so fixing is repeated. */
const MAX_ROUNDS = 20;

/** One mistake can give several errors in its line; only the first is reported. */
function firstPerLine<T extends { position: Position }>(errors: T[]): T[] {
  const seen = new Set<number>();
  return errors
    .filter(({ position: { line } }) => !seen.has(line) && seen.add(line))
    .toSorted((a, b) => a.position.line - b.position.line);
}

function offsetOf(document: Document, path: YamlPath, at: 'field' | 'value'): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const [depth, step] of path.entries()) {
    const container: unknown = isAlias(node) ? node.resolve(document) : node;
    const last = depth === path.length - 1;
    if (isSeq(container) && typeof step === 'number' && container.items[step] !== undefined) {
      node = container.items[step];
      offset = startOf(node) ?? offset;
    } else if (isMap(container)) {
      // Of duplicate fields the last one counts.
      const pair = container.items.findLast(({ key }) => sourceName(key) === String(step));
      if (pair === undefined) return offset;
      node = pair.value;
      const field = startOf(pair.key) ?? offset;
      offset = last && at === 'field' ? field : hasPosition(node) ? (startOf(node) ?? field) : field;
    } else return offset;
  }
  return offset;
}

const startOf = (node: unknown): number | undefined =>
  isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range?.[0] : undefined;

/** False for an empty value (`time:`), which has no position. */
const hasPosition = (node: unknown) => !(isScalar(node) && (node.range?.[0] ?? 0) === (node.range?.[1] ?? 0));
