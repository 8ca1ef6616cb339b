import { createHash } from 'node:crypto';
import { type ArchiveCounts, type Line, formatLine } from './line-format.ts';

/** Identifies the state of a graph, and says how much it has. */
export interface ArchiveDigest {
  /** Hash of all bytes of an export, in hexadecimal. */
  sha256: string;
  counts: ArchiveCounts;
}

const LIVE_STATES = ['ACCEPTED', 'DISPUTED'];

/** Counts lines and hashes their bytes. */
export class DigestBuilder {
  readonly #hash = createHash('sha256');
  readonly #nodes = new Map<string, number>();
  readonly #relationships = new Map<string, number>();
  readonly #numbers = { dataSets: 0, liveClaims: 0, tombstones: 0, judgements: 0, formerJudgements: 0, revisions: 0 };

  count(line: Line): void {
    switch (line.record) {
      case 'thing':
        increment(this.#nodes, line.type!);
        if (line.type === 'Claim' && LIVE_STATES.includes(line.holds.reviewState as string)) this.#numbers.liveClaims++;
        return;
      case 'link':
        return increment(this.#relationships, line.type);
      case 'dataSet':
      case 'tombstone':
      case 'judgement':
      case 'formerJudgement':
      case 'revision':
        this.#numbers[`${line.record}s`]++;
    }
  }

  hash(bytes: string | Uint8Array): void {
    this.#hash.update(bytes);
  }

  /** Hash of the bytes so far. */
  get sha256(): string {
    return this.#hash.copy().digest('hex');
  }

  /** Sorted by name. */
  get counts(): ArchiveCounts {
    const { dataSets, formerJudgements, judgements, liveClaims, revisions, tombstones } = this.#numbers;
    const links = sortByName(this.#relationships);
    const things = sortByName(this.#nodes);
    return { dataSets, formerJudgements, judgements, links, liveClaims, revisions, things, tombstones };
  }

  /** The last line of a file with these lines; it is hashed too. */
  endLine(): string {
    const text = formatLine({ record: 'end', counts: this.counts, sha256: this.sha256 });
    this.hash(text);
    return text;
  }

  get digest(): ArchiveDigest {
    return { sha256: this.sha256, counts: this.counts };
  }
}

function increment(numbers: Map<string, number>, name: string): void {
  numbers.set(name, (numbers.get(name) ?? 0) + 1);
}

const sortByName = (numbers: ReadonlyMap<string, number>) =>
  Object.fromEntries([...numbers].sort(([a], [b]) => (a < b ? -1 : 1)));
