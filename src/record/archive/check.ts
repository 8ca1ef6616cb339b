import { nearest } from '../../domain/identity.ts';
import { meant } from '../problem.ts';
import { shapeOf } from '../shape.ts';
import { type JoinedKind, joinedKinds } from './kept.ts';
import { FORMAT, type FirstLine, type Line, type NodeLine, textOfLine } from './lines.ts';
import { type Open, type RawLine, linesIn } from './read-lines.ts';
import { type RecordKind, recordKinds, shapes } from './shapes.ts';
import { type Digest, Tally } from './tally.ts';

/** Problems that are told one by one; of a file with more, that there are more. */
const TOLD = 20;

/** What a file holds, as far as it must be known before it is written. */
export interface Checked extends Digest {
  /** What is wrong, each with its line: `line 7: ...`; empty for a sound file. */
  problems: string[];
  /** The kind of every node that relationships may join, by id. */
  kinds: ReadonlyMap<string, JoinedKind>;
  /** The latest version of the graph that it tells of. */
  latest: number;
}

/** Looks through a whole file before anything of it is written. Of all lines it keeps the ids, and nothing else. */
export async function checkArchive(open: Open): Promise<Checked> {
  const check = new Check();
  for await (const raw of linesIn(open)) {
    check.line(raw);
    if (check.problems.length < TOLD && !check.isHopeless) continue;
    check.problems.push('What follows was not looked at.');
    return check.result;
  }
  check.end();
  return check.result;
}

/** The line, or null where it is none; what is wrong with it is told. */
function parsed({ text }: RawLine, wrong: (message: string) => void): Line | null {
  if (text === null) return (wrong('is no UTF-8'), null);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return (wrong(text.trim() === '' ? 'is empty' : 'is no JSON'), null);
  }
  const { record } = (value ?? {}) as { record?: unknown };
  if (!recordKinds.includes(record as RecordKind)) {
    const found = typeof record === 'string' ? `"${record.slice(0, 60)}"` : 'nothing of that kind';
    const suggestions = typeof record === 'string' ? nearest(record, recordKinds, 1) : [];
    wrong(`expected one of ${recordKinds.join(', ')} as "record", found ${found}${meant(suggestions)}`);
    return null;
  }
  const shaped = shapeOf(shapes[record as RecordKind], value);
  for (const { path, message } of shaped.problems) wrong([...path, message].join(' '));
  return shaped.value as Line | null;
}

const OTHERWISE = 'is written otherwise than an export writes it; bring back the file as it was exported';
const LOST = 'its counts and sha256 are not those of the lines before: something was lost or changed since the export';

const isText = ({ bytes }: RawLine, text: string) => Buffer.from(text).equals(bytes);

class Check {
  readonly problems: string[] = [];
  /** True where the file is none of these at all. */
  isHopeless = false;
  readonly #tally = new Tally();
  readonly #kinds = new Map<string, JoinedKind>();
  readonly #names = new Set<string>();
  #latest = 0;
  #lines = 0;
  #section = 0;
  #isWhole = false;

  line(raw: RawLine): void {
    this.#lines = raw.number;
    const wrong = (message: string) => void this.problems.push(`line ${raw.number}: ${message}`);
    if (this.#isWhole) return wrong('stands after the last line, which is the one with "record":"end"');
    const line = parsed(raw, wrong);
    if (line?.record === 'end') this.#last(raw, wrong);
    else if (line !== null && !isText(raw, textOfLine(line))) wrong(OTHERWISE);
    this.#tally.hash(raw.bytes);
    if (raw.number === 1) return this.#first(line, wrong);
    if (line === null) return;
    this.#place(line, wrong);
    this.#tally.count(line);
    if (line.record === 'link') for (const end of [line.from, line.to]) this.#end(end, wrong);
    else if (line.record === 'revision') {
      this.#end(line.of, wrong);
      this.#once(`revision ${line.id}`, wrong);
      this.#once(`place ${String(line.holds.sortSequence)}`, wrong);
      this.#latest = Math.max(this.#latest, line.holds.sequence as number);
    } else if (line.record !== 'chancery' && line.record !== 'end') this.#node(line, wrong);
  }

  /** After the last line that there is. */
  end(): void {
    if (this.#lines === 0) this.problems.push('the file is empty');
    else if (!this.#isWhole)
      this.problems.push(
        `the file ends after line ${this.#lines}, without the last line of an export: it is not whole`,
      );
  }

  get result(): Checked {
    return { problems: this.problems, kinds: this.#kinds, latest: this.#latest, ...this.#tally.digest };
  }

  #first(line: Line | null, wrong: (message: string) => void): void {
    const { format } = (line?.record === 'chancery' ? line : { format: undefined }) as Partial<FirstLine>;
    if (format === FORMAT) return;
    this.isHopeless = true;
    if (format === undefined)
      wrong('the file is no export of Chancery: those begin with a line {"format":1,"record":"chancery"}');
    else wrong(`the export has format ${format}, and this Chancery reads format ${FORMAT}; use the one that fits`);
  }

  #place({ record }: Line, wrong: (message: string) => void): void {
    const section = recordKinds.indexOf(record);
    if (record === 'chancery') wrong('stands only at the beginning');
    if (section < this.#section)
      wrong(`"${record}" comes after "${recordKinds[this.#section]}", and belongs before it`);
    this.#section = Math.max(section, this.#section);
  }

  #node({ record, id, key }: NodeLine, wrong: (message: string) => void): void {
    if (id !== undefined) {
      this.#once(id, wrong);
      this.#kinds.set(id, record as JoinedKind);
    }
    if (key !== undefined && record !== 'tombstone') this.#once(`${record} ${key}`, wrong);
  }

  #once(name: string, wrong: (message: string) => void): void {
    if (this.#names.has(name)) wrong(`${name} is there a second time`);
    this.#names.add(name);
  }

  #end(id: string, wrong: (message: string) => void): void {
    if (!this.#kinds.has(id)) wrong(`points at ${id}, and no ${joinedKinds.join(' or ')} before it has that id`);
  }

  #last(raw: RawLine, wrong: (message: string) => void): void {
    this.#isWhole = true;
    const expected = textOfLine({ record: 'end', counts: this.#tally.counts, sha256: this.#tally.sha256 });
    if (!isText(raw, expected)) wrong(LOST);
  }
}
