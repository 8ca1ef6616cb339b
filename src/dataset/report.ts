import { type Report } from './import.ts';
import { renderProblem } from './problems.ts';

/** More than anyone mends before the next try. */
const MOST_SHOWN = 200;

/** What a person reads after an import: the problems, or what came of it. */
export function tellReport(report: Report, { dryRun = false } = {}): string[] {
  return report.problems.length > 0 ? tellProblems(report) : tellChanges(report, dryRun);
}

function tellProblems({ problems }: Report): string[] {
  const shown = problems.slice(0, MOST_SHOWN).flatMap((problem) => [renderProblem(problem), '']);
  const files = new Set(problems.map(({ file }) => file)).size;
  const more = problems.length > MOST_SHOWN ? [`… and ${problems.length - MOST_SHOWN} more.`] : [];
  const where = files === 1 ? '' : ` in ${files} files`;
  return ['', ...shown, ...more, `${count(problems.length, 'problem')}${where}. Nothing was written.`];
}

function tellChanges({ recorded, source }: Report, dryRun: boolean): string[] {
  const lines: string[] = [];
  if (source !== null) {
    const unchecked = source.unchecked === 0 ? '' : `; ${source.unchecked} name nothing that a text could name`;
    lines.push(
      `The text is the one that was coded: ${count(source.checked, 'claim or row', 'claims and rows')} looked up in ` +
        `${count(source.paragraphs, 'paragraph')}${unchecked}.`,
    );
  }
  if (recorded === null) return [...lines, 'There is nothing in it to import.'];
  const { created, corrected, retracted, redescribed, unchanged } = recorded;
  const news = Object.entries(created).map(([type, number]) => `  new        ${count(number, wordFor(type))}`);
  const changes = [
    ...news,
    ...line('corrected', corrected, 'claim'),
    ...line('retracted', retracted, 'claim'),
    ...line('described anew', redescribed, 'thing'),
  ];
  if (changes.length === 0) return [...lines, `Nothing changed: ${count(unchanged, 'row')} as before.`];
  return [
    ...lines,
    dryRun ? 'This would change:' : 'Imported:',
    ...changes,
    ...line('unchanged', unchanged, 'row'),
    ...(dryRun ? ['Nothing was written.'] : []),
  ];
}

const line = (what: string, number: number, thing: string) =>
  number === 0 ? [] : [`  ${what.padEnd(10)} ${count(number, thing)}`];

const count = (number: number, one: string, many = `${one}s`.replace(/ys$/, 'ies')) =>
  `${number} ${number === 1 ? one : many}`;

/** `AnonymousSource` as people say it: `anonymous source`. */
const wordFor = (type: string) => type.replace(/(?!^)[A-Z]/g, ' $&').toLowerCase();
