/** Where in a file: both counted from 1, as editors do. */
export interface Position {
  line: number;
  column: number;
}

/** Something wrong with a file, told to the person who wrote it. */
export interface FileProblem {
  file: string;
  /** Null when the whole file is meant. */
  position: Position | null;
  /** The line of the file, to be shown. */
  excerpt: string | null;
  message: string;
}

const WIDEST = 100;
/** Characters that take two columns of a terminal: Han, Kana, Hangul, full-width forms. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;

/**
 * A problem as good compilers tell it:
 *
 *     seed/article.yaml:12:11  "CHAIRR" is not one of CHAIR, CONVENER, …; did you mean CHAIR?
 *       12 |     role: CHAIRR
 *          |           ^
 */
export function renderProblem({ file, position, excerpt, message }: FileProblem): string {
  if (position === null) return `${file}  ${message}`;
  const head = `${file}:${position.line}:${position.column}  ${message}`;
  if (excerpt === null) return head;
  const gutter = String(position.line);
  const { shown, before } = cut(excerpt, position.column - 1);
  return [head, `  ${gutter} | ${shown}`, `  ${' '.repeat(gutter.length)} | ${blankOf(before)}^`].join('\n');
}

/** Problems in the order in which a person works through them, file by file, from top to bottom; each told once. */
export function inReadingOrder(problems: readonly FileProblem[], files: readonly string[]): FileProblem[] {
  const distinct = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...distinct.values()].sort(
    (a, b) =>
      files.indexOf(a.file) - files.indexOf(b.file) ||
      (a.position?.line ?? 0) - (b.position?.line ?? 0) ||
      (a.position?.column ?? 0) - (b.position?.column ?? 0),
  );
}

/** A window of a long line around the column, and what of it stands before the caret. */
function cut(line: string, column: number): { shown: string; before: string } {
  if (line.length <= WIDEST) return { shown: line, before: line.slice(0, column) };
  const from = Math.max(0, Math.min(column - WIDEST / 2, line.length - WIDEST));
  const mark = from > 0 ? '…' : '';
  const window = line.slice(from, from + WIDEST) + (from + WIDEST < line.length ? '…' : '');
  return { shown: mark + window, before: mark + line.slice(from, column) };
}

function blankOf(text: string): string {
  return Array.from(text, (character) => (character === '\t' ? '\t' : WIDE.test(character) ? '  ' : ' ')).join('');
}
