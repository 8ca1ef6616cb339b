import { closestMatches } from '../../domain/identity/keys.ts';
import { didYouMean } from '../input/problem.ts';
import { validateInput } from '../input/validate.ts';
import { type EndpointKind, endpointKinds } from './exported-schema.ts';
import { FORMAT, type FirstLine, type Line, type NodeLine, formatLine } from './line-format.ts';
import { type OpenFile, type RawLine, splitLines } from './split-lines.ts';
import { type LineKind, lineKinds, lineSchemas } from './line-schemas.ts';
import { type ArchiveDigest, DigestBuilder } from './digest.ts';

/** How many problems are listed before the check stops. */
const MAX_PROBLEMS = 20;

/** What has to be known about a file before it is written. */
export interface ArchiveCheck extends ArchiveDigest {
  /** Each with its line: `line 7: ...`; empty for a valid file. */
  problems: string[];
  /** The kind of every node that relationships may connect, by id. */
  kinds: ReadonlyMap<string, EndpointKind>;
  /** The latest graph version in its history. */
  latest: number;
}

/** Checks a whole file before anything is written. Only ids stay in memory. */
export async function checkArchive(open: OpenFile): Promise<ArchiveCheck> {
  const checker = new ArchiveChecker();
  for await (const raw of splitLines(open)) {
    checker.add(raw);
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
  readonly #kinds = new Map<string, EndpointKind>();
  readonly #seen = new Set<string>();
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
      this.#checkUnique(`revision ${line.id}`, report);
      this.#checkUnique(`place ${String(line.holds.sortSequence)}`, report);
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
    return { problems: this.problems, kinds: this.#kinds, latest: this.#latest, ...this.#digest.digest };
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
    if (id !== undefined) {
      this.#checkUnique(id, report);
      this.#kinds.set(id, record as EndpointKind);
    }
    if (key !== undefined && record !== 'tombstone') this.#checkUnique(`${record} ${key}`, report);
  }

  #checkUnique(name: string, report: (message: string) => void): void {
    if (this.#seen.has(name)) report(`${name} occurs twice`);
    this.#seen.add(name);
  }

  #checkEndpoint(id: string, report: (message: string) => void): void {
    if (!this.#kinds.has(id)) report(`refers to ${id}, but no ${endpointKinds.join(' or ')} before it has that id`);
  }

  #checkLast(raw: RawLine, report: (message: string) => void): void {
    this.#isComplete = true;
    const expected = formatLine({ record: 'end', counts: this.#digest.counts, sha256: this.#digest.sha256 });
    if (!hasText(raw, expected)) report(DIGEST_MISMATCH);
  }
}
