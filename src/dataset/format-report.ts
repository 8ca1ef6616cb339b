import { type ImportReport } from './import.ts';
import { type RecordReport } from '../record/recording/record.ts';
import { type FileProblem, formatProblem } from './file/problems.ts';

/** More than anyone fixes before the next attempt. */
const MAX_SHOWN = 200;

/** The report of an import for users: what is probably a slip, then its problems, or the changes. */
export function formatReport(report: ImportReport, { dryRun = false, strict = false } = {}): string[] {
  const doubles = report.recorded?.possibleDuplicates ?? [];
  const changes = () => [
    ...formatMatched(report.recorded?.matched ?? []),
    ...formatPossibleDuplicates(doubles),
    ...(strict && doubles.length > 0 ? formatStopped(report) : formatChanges(report, dryRun)),
  ];
  return [...formatWarnings(report), ...(report.problems.length > 0 ? formatProblems(report) : changes())];
}

/** More than fit on a screen; the others are on the list that the API has. */
const MAX_LISTED = 20;

function formatMatched(rows: RecordReport['matched']): string[] {
  if (rows.length === 0) return [];
  return [
    `${count(rows.length, 'row describes a known entity', 'rows describe known entities')}, by external id:`,
    ...firstOf(rows, ({ key, entity, externalId }) => `${key} is ${entity} (${externalId})`),
    '',
  ];
}

function formatPossibleDuplicates(pairs: RecordReport['possibleDuplicates']): string[] {
  if (pairs.length === 0) return [];
  return [
    `${count(pairs.length, 'possible duplicate')}, the likeliest first:`,
    ...firstOf(
      pairs,
      ({ first, second, score, reasons }) =>
        `${score.toFixed(2)} ${first.name} (${first.key}) and ${second.name} (${second.key}): ${reasons.join('; ')}`,
    ),
    'Look at each pair, then merge the two with mergeEntities, or say with judgeIdentity that they are different. The query',
    'possibleDuplicates lists all that are left.',
    '',
  ];
}

const firstOf = <T>(items: readonly T[], format: (item: T) => string): string[] => [
  ...items.slice(0, MAX_LISTED).map((item) => `  ${format(item)}`),
  ...(items.length > MAX_LISTED ? [`  … and ${items.length - MAX_LISTED} more.`] : []),
];

function formatStopped({ batches }: ImportReport): string[] {
  if (batches === undefined || batches.done === 0) return ['Nothing was written, because of --strict.'];
  return [
    `A batch was not written, because of --strict, nor any after it. The ${batches.done} of ${batches.of} rows before it stay in the graph.`,
  ];
}

function formatWarnings({ warnings }: ImportReport): string[] {
  if (warnings.length === 0) return [];
  return [
    ...showProblems(warnings),
    `${counted(warnings, 'warning')} These are probably slips, or rows that were taken back; they stop nothing.`,
    '',
  ];
}

/** The first ones, as the compiler shows them, and how many more there are. */
export const showProblems = (problems: readonly FileProblem[]): string[] => [
  '',
  ...problems.slice(0, MAX_SHOWN).flatMap((problem) => [formatProblem(problem), '']),
  ...(problems.length > MAX_SHOWN ? [`… and ${problems.length - MAX_SHOWN} more.`] : []),
];

function counted(problems: readonly FileProblem[], noun: string): string {
  const files = new Set(problems.map(({ file }) => file)).size;
  return `${count(problems.length, noun)}${files === 1 ? '' : ` in ${files} files`}.`;
}

function formatProblems({ problems, batches }: ImportReport): string[] {
  const found = counted(problems, 'problem');
  if (batches === undefined || batches.done === 0) return [...showProblems(problems), `${found} Nothing was written.`];
  return [
    ...showProblems(problems),
    `${found} The batch was not written, nor any after it. The ${batches.done} of ${batches.of} rows before it stay in the graph.`,
    'Correct the file and import it again: what is already there is not written twice.',
  ];
}

function formatChanges({ recorded, source, batches }: ImportReport, dryRun: boolean): string[] {
  const lines: string[] = [];
  if (source !== null) {
    const unchecked = source.unchecked === 0 ? '' : `; ${source.unchecked} have nothing that a text could mention`;
    lines.push(
      `The text is the one that was coded: ${count(source.checked, 'claim or row', 'claims and rows')} looked up in ` +
        `${count(source.paragraphs, 'paragraph')}${unchecked}.`,
    );
  }
  if (dryRun && batches !== undefined) {
    return [
      ...lines,
      `These ${batches.of} rows would be imported in batches. Checked: the fields of every row, that keys are unique, and that all`,
      'references exist. Other problems, and possible duplicates, can only be found when a batch is imported after those before it.',
      'Nothing was written.',
    ];
  }
  if (recorded === null) return [...lines, 'There is nothing to import.'];
  const { created, corrected, retracted, redescribed, unchanged } = recorded;
  const news = Object.entries(created).map(([type, number]) => `  new        ${count(number, typeLabel(type))}`);
  const changes = [
    ...news,
    ...line('corrected', corrected, 'claim'),
    ...line('retracted', retracted, 'claim'),
    ...line('updated', redescribed, 'node'),
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

const line = (what: string, number: number, noun: string) =>
  number === 0 ? [] : [`  ${what.padEnd(10)} ${count(number, noun)}`];

const count = (number: number, one: string, many = `${one}s`.replace(/ys$/, 'ies')) =>
  `${number} ${number === 1 ? one : many}`;

/** `AnonymousSource` becomes `anonymous source`. */
const typeLabel = (type: string) => type.replace(/(?!^)[A-Z]/g, ' $&').toLowerCase();
