import {
  type Document,
  type ErrorCode,
  LineCounter,
  type YAMLError,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
} from 'yaml';
import { type Position } from './problems.ts';
import { tellFault } from './yaml-faults.ts';
import { valueOf, writtenName } from './yaml-value.ts';

/** A way into a value: field names and list indexes. */
export type Path = readonly (string | number)[];

/** What a YAML or JSON text holds, and where. */
export interface Parsed {
  /** Undefined where the text is too broken to go on. */
  value: unknown;
  complaints: { position: Position; message: string }[];
  /** Where the value at `path` stands, or the name of its field; for what is missing, the thing that should hold it. */
  positionOf: (path: Path, at?: 'field' | 'value') => Position;
}

/** Faults after which the rest of the text still means what it seems to mean. */
const HARMLESS: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'DUPLICATE_KEY',
  'BAD_SCALAR_START',
  'BAD_DQ_ESCAPE',
  'BLOCK_AS_IMPLICIT_KEY',
]);

/**
 * Reads text as YAML 1.2, of which JSON is a part, by its core schema: `2025-02-12`, `NO` and `on` stay text, since only
 * numbers, true, false and null are anything else.
 */
export function parseYaml(text: string): Parsed {
  const lines = new LineCounter();
  const { document, tabs } = parse(text, lines);
  const lastOffset = Math.max(0, text.trimEnd().length - 1);
  const positionAt = (offset: number): Position => {
    const { line, col } = lines.linePos(Math.min(offset, lastOffset));
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const complaintAt = ({ offset, message }: { offset: number; message: string }) => ({
    position: positionAt(offset),
    message,
  });
  const positionOf: Parsed['positionOf'] = (path, at = 'value') => positionAt(offsetOf(document, path, at));

  const faults = [...document.errors, ...document.warnings];
  const breaking = document.errors.findIndex(({ code }) => !HARMLESS.has(code));
  // After a fault that breaks the structure the parser stumbles over everything; only what comes before is worth telling.
  const complaints = [...tabs, ...(breaking < 0 ? faults : faults.slice(0, breaking + 1))]
    .map((fault) => tellFault(fault, text, document, positionAt))
    .map(complaintAt);
  if (breaking >= 0) return { value: undefined, complaints: firstPerLine(complaints), positionOf };

  const { value, faults: impossible } = valueOf(document);
  complaints.push(...impossible.map(complaintAt));
  return { value: impossible.length > 0 ? undefined : value, complaints: firstPerLine(complaints), positionOf };
}

/** With tabs the structure is lost, so they are told and read as if they were spaces: as many, so that places stay. */
function parse(text: string, lineCounter: LineCounter): { document: Document; tabs: YAMLError[] } {
  const options = { version: '1.2', schema: 'core', merge: false, prettyErrors: false } as const;
  const document = parseDocument(text, { ...options, lineCounter });
  const tabs = document.errors.filter(({ code }) => code === 'TAB_AS_INDENT');
  if (tabs.length === 0) return { document, tabs };
  const spaced = text.replace(/^[ \t]+/gm, (indent) => ' '.repeat(indent.length));
  return { document: parseDocument(spaced, options), tabs };
}

/** One fault of the text makes the parser stumble several times in its line; the first is the one to mend. */
function firstPerLine<T extends { position: Position }>(complaints: T[]): T[] {
  const seen = new Set<number>();
  return complaints
    .filter(({ position: { line } }) => !seen.has(line) && seen.add(line))
    .toSorted((a, b) => a.position.line - b.position.line);
}

function offsetOf(document: Document, path: Path, at: 'field' | 'value'): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const [depth, step] of path.entries()) {
    const within: unknown = isAlias(node) ? node.resolve(document) : node;
    const last = depth === path.length - 1;
    if (isSeq(within) && typeof step === 'number' && within.items[step] !== undefined) {
      node = within.items[step];
      offset = startOf(node) ?? offset;
    } else if (isMap(within)) {
      // The later of two fields with one name is the one that counts.
      const pair = within.items.findLast(({ key }) => writtenName(key) === String(step));
      if (pair === undefined) return offset;
      node = pair.value;
      const field = startOf(pair.key) ?? offset;
      offset = last && at === 'field' ? field : isWritten(node) ? (startOf(node) ?? field) : field;
    } else return offset;
  }
  return offset;
}

const startOf = (node: unknown): number | undefined =>
  isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range?.[0] : undefined;

/** False for the value of `time:` with nothing behind it, which has no place of its own. */
const isWritten = (node: unknown) => !(isScalar(node) && (node.range?.[0] ?? 0) === (node.range?.[1] ?? 0));
