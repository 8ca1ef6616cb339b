/** A position in a file, counted from 1. */
export interface Position {
  line: number;
  column: number;
}

/** A problem with a file, for its author. */
export interface FileProblem {
  file: string;
  /** Null for a problem with the whole file. */
  position: Position | null;
  /** The line of the file. */
  excerpt: string | null;
  message: string;
}

const MAX_WIDTH = 100;
/** Characters that take two columns of a terminal: Han, Kana, Hangul, full-width forms. */
const WIDE_CHARACTERS = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;

/**
 * Formats a problem like a compiler:
 *
 *     seed/article.yaml:12:11  "CHAIRR" is not one of CHAIR, CONVENER, …; did you mean CHAIR?
 *       12 |     role: CHAIRR
 *          |           ^
 */
export function formatProblem({ file, position, excerpt, message }: FileProblem): string {
  if (position === null) return `${file}  ${message}`;
  const head = `${file}:${position.line}:${position.column}  ${message}`;
  if (excerpt === null) return head;
  const gutter = String(position.line);
  const { shown, before } = excerptAround(excerpt, position.column - 1);
  return [head, `  ${gutter} | ${shown}`, `  ${' '.repeat(gutter.length)} | ${blanksFor(before)}^`].join('\n');
}

/** Sorts problems by file and position and removes duplicates. */
export function sortProblems(problems: readonly FileProblem[], files: readonly string[]): FileProblem[] {
  const distinct = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...distinct.values()].sort(
    (a, b) =>
      files.indexOf(a.file) - files.indexOf(b.file) ||
      (a.position?.line ?? 0) - (b.position?.line ?? 0) ||
      (a.position?.column ?? 0) - (b.position?.column ?? 0),
  );
}

/** The part of a long line around the column, and the text before the caret. */
function excerptAround(line: string, column: number): { shown: string; before: string } {
  if (line.length <= MAX_WIDTH) return { shown: line, before: line.slice(0, column) };
  const from = Math.max(0, Math.min(column - MAX_WIDTH / 2, line.length - MAX_WIDTH));
  const ellipsis = from > 0 ? '…' : '';
  const window = line.slice(from, from + MAX_WIDTH) + (from + MAX_WIDTH < line.length ? '…' : '');
  return { shown: ellipsis + window, before: ellipsis + line.slice(from, column) };
}

function blanksFor(text: string): string {
  return Array.from(text, (character) =>
    character === '\t' ? '\t' : WIDE_CHARACTERS.test(character) ? '  ' : ' ',
  ).join('');
}
