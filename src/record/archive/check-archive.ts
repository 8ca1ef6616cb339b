import { closestMatches } from '../../domain/identity/keys.ts';
import { didYouMean } from '../input/problem.ts';
import { validateInput } from '../input/validate.ts';
import { type EndpointKind, endpointKinds } from './exported-schema.ts';
import { FORMAT, type FirstLine, type Line, type NodeLine, formatLine } from './line-format.ts';
import { type OpenFile, type RawLine, splitLines } from './split-lines.ts';
import { type LineKind, lineKinds, lineSchemas } from './line-schemas.ts';
import { type ArchiveDigest, DigestBuilder } from './digest.ts';

/** Problems that are told one by one; of a file with more, that there are more. */
const MAX_PROBLEMS = 20;

/** What a file holds, as far as it must be known before it is written. */
export interface ArchiveCheck extends ArchiveDigest {
  /** What is wrong, each with its line: `line 7: ...`; empty for a sound file. */
  problems: string[];
  /** The kind of every node that relationships may join, by id. */
  kinds: ReadonlyMap<string, EndpointKind>;
  /** The latest version of the graph that it tells of. */
  latest: number;
}

/** Looks through a whole file before anything of it is written. Of all lines it keeps the ids, and nothing else. */
export async function checkArchive(open: OpenFile): Promise<ArchiveCheck> {
  const checker = new ArchiveChecker();
  for await (const raw of splitLines(open)) {
    checker.add(raw);
    if (checker.problems.length < MAX_PROBLEMS && !checker.isUnreadable) continue;
    checker.problems.push('What follows was not looked at.');
    return checker.result;
  }
  checker.finish();
  return checker.result;
}

/** The line, or null where it is none; what is wrong with it is told. */
function parseLine({ text }: RawLine, report: (message: string) => void): Line | null {
  if (text === null) return (report('is no UTF-8'), null);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return (report(text.trim() === '' ? 'is empty' : 'is no JSON'), null);
  }
  const { record } = (value ?? {}) as { record?: unknown };
  if (!lineKinds.includes(record as LineKind)) {
    const found = typeof record === 'string' ? `"${record.slice(0, 60)}"` : 'nothing of that kind';
    const suggestions = typeof record === 'string' ? closestMatches(record, lineKinds, 1) : [];
    report(`expected one of ${lineKinds.join(', ')} as "record", found ${found}${didYouMean(suggestions)}`);
    return null;
  }
  const validated = validateInput(lineSchemas[record as LineKind], value);
  for (const { path, message } of validated.problems) report([...path, message].join(' '));
  return validated.value as Line | null;
}

const NOT_CANONICAL = 'is written otherwise than an export writes it; bring back the file as it was exported';
const DIGEST_MISMATCH =
  'its counts and sha256 are not those of the lines before: something was lost or changed since the export';

const hasText = ({ bytes }: RawLine, text: string) => Buffer.from(text).equals(bytes);

class ArchiveChecker {
  readonly problems: string[] = [];
  /** True where the file is none of these at all. */
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
    if (this.#isComplete) return report('stands after the last line, which is the one with "record":"end"');
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

  /** After the last line that there is. */
  finish(): void {
    if (this.#lines === 0) this.problems.push('the file is empty');
    else if (!this.#isComplete)
      this.problems.push(
        `the file ends after line ${this.#lines}, without the last line of an export: it is not whole`,
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
      report('the file is no export of Chancery: those begin with a line {"format":1,"record":"chancery"}');
    else report(`the export has format ${format}, and this Chancery reads format ${FORMAT}; use the one that fits`);
  }

  #checkOrder({ record }: Line, report: (message: string) => void): void {
    const lineKind = lineKinds.indexOf(record);
    if (record === 'chancery') report('stands only at the beginning');
    if (lineKind < this.#lineKind)
      report(`"${record}" comes after "${lineKinds[this.#lineKind]}", and belongs before it`);
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
    if (this.#seen.has(name)) report(`${name} is there a second time`);
    this.#seen.add(name);
  }

  #checkEndpoint(id: string, report: (message: string) => void): void {
    if (!this.#kinds.has(id)) report(`points at ${id}, and no ${endpointKinds.join(' or ')} before it has that id`);
  }

  #checkLast(raw: RawLine, report: (message: string) => void): void {
    this.#isComplete = true;
    const expected = formatLine({ record: 'end', counts: this.#digest.counts, sha256: this.#digest.sha256 });
    if (!hasText(raw, expected)) report(DIGEST_MISMATCH);
  }
}
