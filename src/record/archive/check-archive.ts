import { closestMatches } from '../../domain/identity/keys.ts';
import { didYouMean } from '../input/problem.ts';
import { validateInput } from '../input/validate.ts';
import { type EndpointKind, endpointKinds } from './exported-schema.ts';
import { FORMAT, type FirstLine, type Line, type NodeLine, formatLine } from './line-format.ts';
import { type OpenFile, type RawLine, splitLines } from './split-lines.ts';
import { IdTable } from './id-table.ts';
import { tellProgress } from '../operation/progress.ts';
import { type LineKind, lineKinds, lineSchemas } from './line-schemas.ts';
import { type ArchiveDigest, DigestBuilder } from './digest.ts';

/** How many problems are listed before the check stops. */
const MAX_PROBLEMS = 20;

/** What has to be known about a file before it is written. */
export interface ArchiveCheck extends ArchiveDigest {
  /** Each with its line: `line 7: ...`; empty for a valid file. */
  problems: string[];
  /** The kind of every node that relationships may connect, by id. */
  kinds: KindsById;
  /** The latest graph version in its history. */
  latest: number;
  /** How many lines it has. */
  lines: number;
}

/** Looks up the kind of a node; undefined if it is not in the file. */
export interface KindsById {
  get(id: string): EndpointKind | undefined;
}

/** Checks a whole file before anything is written. Only ids stay in memory. */
export async function checkArchive(
  open: OpenFile,
  onProgress: (line: string) => void = () => {},
): Promise<ArchiveCheck> {
  const checker = new ArchiveChecker();
  const done = tellProgress(onProgress, { work: 'Checking', unit: 'lines' });
  for await (const raw of splitLines(open)) {
    checker.add(raw);
    done(1);
    if (checker.problems.length < MAX_PROBLEMS && !checker.isUnreadable) continue;
    checker.problems.push('The rest of the file was not checked.');
    return checker.result;
  }
  checker.finish();
  return checker.result;
}

/** The parsed line; null, with problems reported, if it is invalid. */
function parseLine({ text }: RawLine, report: (message: string) => void): Line | null {
  if (text === null) return (report('is not UTF-8'), null);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return (report(text.trim() === '' ? 'is empty' : 'is not JSON'), null);
  }
  const { record } = (value ?? {}) as { record?: unknown };
  if (!lineKinds.includes(record as LineKind)) {
    const found = typeof record === 'string' ? `"${record.slice(0, 60)}"` : 'none';
    const suggestions = typeof record === 'string' ? closestMatches(record, lineKinds, 1) : [];
    report(`expected one of ${lineKinds.join(', ')} as "record", found ${found}${didYouMean(suggestions)}`);
    return null;
  }
  const validated = validateInput(lineSchemas[record as LineKind], value);
  for (const { path, message } of validated.problems) report([...path, message].join(' '));
  return validated.value as Line | null;
}

const NOT_CANONICAL = 'is not formatted as an export writes it; use the original file';
const DIGEST_MISMATCH =
  'its counts and sha256 do not match the lines before it: the file was cut off or changed after the export';

const hasText = ({ bytes }: RawLine, text: string) => Buffer.from(text).equals(bytes);

class ArchiveChecker {
  readonly problems: string[] = [];
  /** True if the file is not an export of this format at all. */
  isUnreadable = false;
  readonly #digest = new DigestBuilder();
  /** With the numbers of kinds in {@link endpointKinds}. */
  readonly #ids = new IdTable();
  readonly #revisions = new IdTable();
  /** What the line before is sorted by. */
  #place = '';
  #latest = 0;
  #lines = 0;
  #lineKind = 0;
  #isComplete = false;

  add(raw: RawLine): void {
    this.#lines = raw.number;
    const report = (message: string) => void this.problems.push(`line ${raw.number}: ${message}`);
    if (this.#isComplete) return report('comes after the last line, the one with "record":"end"');
    const line = parseLine(raw, report);
    if (line?.record === 'end') this.#checkLast(raw, report);
    else if (line !== null && !hasText(raw, formatLine(line))) report(NOT_CANONICAL);
    this.#digest.hash(raw.bytes);
    if (raw.number === 1) return this.#checkFirst(line, report);
    if (line === null) return;
    this.#checkOrder(line, report);
    this.#digest.count(line);
    if (line.record === 'link') for (const end of [line.from, line.to]) this.#checkEndpoint(end, report);
    else if (line.record === 'revision') {
      this.#checkEndpoint(line.of, report);
      if (!this.#revisions.add(line.id)) report(`revision ${line.id} occurs twice`);
      this.#checkPlace('place', line.holds.sortSequence as string, report);
      this.#latest = Math.max(this.#latest, line.holds.sequence as number);
    } else if (line.record !== 'chancery' && line.record !== 'end') this.#checkNode(line, report);
  }

  /** Called after the last line of the file. */
  finish(): void {
    if (this.#lines === 0) this.problems.push('the file is empty');
    else if (!this.#isComplete)
      this.problems.push(
        `the file is incomplete: it ends after line ${this.#lines}, without the last line of an export`,
      );
  }

  get result(): ArchiveCheck {
    const kinds: KindsById = { get: (id) => endpointKinds[this.#ids.get(id) ?? NaN] };
    return { problems: this.problems, kinds, latest: this.#latest, lines: this.#lines, ...this.#digest.digest };
  }

  #checkFirst(line: Line | null, report: (message: string) => void): void {
    const { format } = (line?.record === 'chancery' ? line : { format: undefined }) as Partial<FirstLine>;
    if (format === FORMAT) return;
    this.isUnreadable = true;
    if (format === undefined)
      report(
        `the file is not an export of Chancery, which begins with the line {"format":${FORMAT},"record":"chancery"}`,
      );
    else
      report(
        `the export has format ${format}, and this version of Chancery reads format ${FORMAT}; use a version that reads it`,
      );
  }

  #checkOrder({ record }: Line, report: (message: string) => void): void {
    const lineKind = lineKinds.indexOf(record);
    if (record === 'chancery') report('is allowed only as the first line');
    if (lineKind < this.#lineKind) report(`"${record}" comes after "${lineKinds[this.#lineKind]}"; expected it before`);
    this.#lineKind = Math.max(lineKind, this.#lineKind);
  }

  #checkNode({ record, id, key }: NodeLine, report: (message: string) => void): void {
    if (id !== undefined && !this.#ids.add(id, endpointKinds.indexOf(record as EndpointKind)))
      report(`${id} occurs twice`);
    if (record === 'thing' || record === 'dataSet') this.#checkPlace(record, key!, report);
  }

  /** Lines of a kind are sorted by what each of them has for itself. */
  #checkPlace(what: string, text: string, report: (message: string) => void): void {
    const place = `${what} ${text}`;
    if (place === this.#place) report(`${place} occurs twice`);
    else if (place < this.#place && this.#place.startsWith(`${what} `))
      report(`${place} comes after ${this.#place}; expected it before`);
    this.#place = place;
  }

  #checkEndpoint(id: string, report: (message: string) => void): void {
    if (this.#ids.get(id) === undefined)
      report(`refers to ${id}, but no ${endpointKinds.join(' or ')} before it has that id`);
  }

  #checkLast(raw: RawLine, report: (message: string) => void): void {
    this.#isComplete = true;
    const expected = formatLine({ record: 'end', counts: this.#digest.counts, sha256: this.#digest.sha256 });
    if (!hasText(raw, expected)) report(DIGEST_MISMATCH);
  }
}
