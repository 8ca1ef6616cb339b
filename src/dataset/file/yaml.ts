import { type Document, LineCounter, type YAMLError, isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { type Position } from './problems.ts';
import { explainYamlError } from './yaml-errors.ts';
import { isHarmless, fixYaml } from './yaml-fix.ts';
import { toPlainValue, sourceName } from './yaml-value.ts';

/** A way into a value: field names and list indexes. */
export type YamlPath = readonly (string | number)[];

/** What a YAML or JSON text holds, and where. */
export interface ParsedYaml {
  /** Undefined where the text is too broken to go on. */
  value: unknown;
  errors: { position: Position; message: string }[];
  /** Where the value at `path` stands, or the name of its field; for what is missing, the thing that should hold it. */
  positionOf: (path: YamlPath, at?: 'field' | 'value') => Position;
}

/**
 * Reads text as YAML 1.2, of which JSON is a part, by its core schema: `2025-02-12`, `NO` and `on` stay text, since only
 * numbers, true, false and null are anything else.
 */
export function parseYaml(text: string): ParsedYaml {
  const lines = new LineCounter();
  const { document, fixedErrors } = parse(text, lines);
  const lastOffset = Math.max(0, text.trimEnd().length - 1);
  const positionAt = (offset: number): Position => {
    const { line, col } = lines.linePos(Math.min(offset, lastOffset));
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const toPositioned = ({ offset, message }: { offset: number; message: string }) => ({
    position: positionAt(offset),
    message,
  });
  const positionOf: ParsedYaml['positionOf'] = (path, at = 'value') => positionAt(offsetOf(document, path, at));

  const faults = [...document.errors, ...document.warnings];
  const fatal = document.errors.findIndex((fault) => !isHarmless(fault));
  // After a fault that breaks the structure the parser stumbles over everything; only what comes before is worth telling.
  const errors = [...fixedErrors, ...(fatal < 0 ? faults : faults.slice(0, fatal + 1))]
    .map((fault) => explainYamlError(fault, text, document, positionAt))
    .map(toPositioned);
  if (fatal >= 0) return { value: undefined, errors: firstPerLine(errors), positionOf };

  const { value, faults: valueErrors } = toPlainValue(document);
  errors.push(...valueErrors.map(toPositioned));
  return { value: valueErrors.length > 0 ? undefined : value, errors: firstPerLine(errors), positionOf };
}

/** Parses text; where its faults can be mended, the text without them, so that the rest of it can be checked. */
function parse(text: string, lineCounter: LineCounter): { document: Document; fixedErrors: YAMLError[] } {
  const options = { version: '1.2', schema: 'core', merge: false, prettyErrors: false } as const;
  let document = parseDocument(text, { ...options, lineCounter });
  const fixedErrors: YAMLError[] = [];
  for (let round = 0, current = text; round < MAX_ROUNDS && !document.errors.every(isHarmless); round += 1) {
    const fixed = fixYaml(current, document.errors);
    if (fixed === null) break;
    fixedErrors.push(...document.errors.filter((fault) => fixYaml(current, [fault]) !== null));
    document = parseDocument(fixed, options);
    current = fixed;
  }
  return { document, fixedErrors };
}

/** One fault can hide another one; each round finds those that the last one uncovered. */
const MAX_ROUNDS = 20;

/** One fault of the text makes the parser stumble several times in its line; the first is the one to mend. */
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
      // The later of two fields with one name is the one that counts.
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

/** False for the value of `time:` with nothing behind it, which has no place of its own. */
const hasPosition = (node: unknown) => !(isScalar(node) && (node.range?.[0] ?? 0) === (node.range?.[1] ?? 0));
