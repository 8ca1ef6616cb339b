import { type SourceText } from '../file/format.ts';

/** A paragraph of the coded text, with its first and last line, counted from 1. */
export interface TextParagraph {
  text: string;
  first: number;
  last: number;
}

export interface NumberedText {
  paragraphs: Map<string, TextParagraph>;
  /** Labels, or `body`, with lines outside the text. */
  outside: { label: string; lines: number }[];
}

/**
 * Splits a text into paragraphs as its coder numbered them: those labelled in `paragraphs`, and in `body` each group of lines
 * between blank lines, numbered from 1.
 */
export function splitParagraphs(
  text: string,
  { paragraphs: labelled = {}, body }: Pick<SourceText, 'paragraphs' | 'body'>,
): NumberedText {
  const lines = text.split('\n');
  const paragraphs = new Map<string, TextParagraph>();
  const outside: NumberedText['outside'] = [];
  const addParagraph = (label: string, [first, last]: readonly [number, number]) => {
    if (first > last || last > lines.length) outside.push({ label, lines: lines.length });
    else paragraphs.set(label, { text: lines.slice(first - 1, last).join('\n'), first, last });
  };
  for (const [label, place] of Object.entries(labelled)) addParagraph(label, toLineRange(place));
  if (body === undefined) return { paragraphs, outside };

  const [first, last] = toLineRange(body);
  if (first > last || last > lines.length) outside.push({ label: 'body', lines: lines.length });
  else blocksBetweenBlankLines(lines, first, last).forEach((span, index) => addParagraph(String(index + 1), span));
  return { paragraphs, outside };
}

const toLineRange = (place: number | readonly [number, number]): readonly [number, number] =>
  typeof place === 'number' ? [place, place] : place;

/** The first and last line of each group of lines between blank lines. */
function blocksBetweenBlankLines(lines: readonly string[], first: number, last: number): [number, number][] {
  const found: [number, number][] = [];
  for (let line = first; line <= last; line += 1) {
    if (lines[line - 1]?.trim() === '') continue;
    const open = found.at(-1);
    if (open !== undefined && open[1] === line - 1) open[1] = line;
    else found.push([line, line]);
  }
  return found;
}
