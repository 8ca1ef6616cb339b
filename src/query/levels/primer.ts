import { LRUCache } from 'lru-cache';
import { type Database } from '../../graph/database.ts';
import { type Statement, askingOf, readTuples } from '../reading.ts';

/** So many texts are taken to be known: half of those whose plans Neo4j keeps when not told otherwise. */
const MOST_KNOWN = 500;
/** So many combinations of lengths of parameters are kept of a text. */
const MOST_KINDS = 32;
/** So many operations wait to be primed; more are left for when they are asked again. */
const MOST_WAITING = 20;
/** What takes longer than this, in milliseconds, has been planned long before. */
const LIMIT_MS = 10_000;

/** Makes statements known to Neo4j by running them, one after the other, while nobody waits for them. */
export class Primer {
  /** By text, the sizes of parameters with which it has run: Neo4j plans it anew for others. */
  private readonly known = new LRUCache<string, LRUCache<string, true>>({ max: MOST_KNOWN });
  private readonly waiting: { database: Database; statements: readonly Statement[] }[] = [];
  private busy = false;

  /** Whether these statements have run in this way. */
  knows(statements: readonly Statement[]): boolean {
    const asking = askingOf(statements);
    return asking.every((statement) => this.known.get(statement.compiled.text)?.has(kindOf(statement, asking.length)));
  }

  /** These statements have run. */
  learnt(statements: readonly Statement[]): void {
    const asking = askingOf(statements);
    for (const statement of asking) {
      const { text } = statement.compiled;
      const kinds = this.known.get(text) ?? new LRUCache<string, true>({ max: MOST_KINDS });
      this.known.set(text, kinds.set(kindOf(statement, asking.length), true));
    }
  }

  /** Runs these statements when those before have run, if there are not too many. */
  prime(database: Database, statements: readonly Statement[]): void {
    if (this.waiting.length >= MOST_WAITING) return;
    this.waiting.push({ database, statements });
    if (!this.busy) void this.work();
  }

  private async work(): Promise<void> {
    this.busy = true;
    for (let next = this.waiting.shift(); next; next = this.waiting.shift()) {
      if (this.knows(next.statements)) continue;
      try {
        await readTuples(next.database, next.statements, { timeoutMs: LIMIT_MS, anyState: true });
      } catch {
        // Whoever asks it hears of it. It may be that the database is away or the program ends: then nothing else goes on.
        this.waiting.length = 0;
      }
      this.learnt(next.statements);
    }
    this.busy = false;
  }
}

/** Statements of a single root field are sent in another way than those of several; and the sizes of the parameters. */
function kindOf({ compiled, calls }: Statement, together: number): string {
  const sizes = compiled.parameters.map(({ call, index }) => sizeOf(calls[call]!.values[index]));
  return `${together > 1 ? 'several' : 'one'} ${sizes.join(' ')}`;
}

/** The power of ten that Neo4j keeps of the length of a text or list: none, one, up to ten, up to a hundred, ... */
function sizeOf(value: unknown): number | string {
  if (typeof value !== 'string' && !Array.isArray(value)) return typeof value;
  return value.length < 2 ? -value.length - 1 : Math.ceil(Math.log10(value.length));
}
