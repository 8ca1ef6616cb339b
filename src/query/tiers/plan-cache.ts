import { LRUCache } from 'lru-cache';
import { type Database } from '../../graph/database.ts';
import { type RootStatement, nonEmptyStatements, readRoots } from '../read/read-roots.ts';

/** So many texts are taken to be known: half of those whose plans Neo4j keeps when not told otherwise. */
const MAX_TEXTS = 500;
/** So many combinations of lengths of parameters are kept of a text. */
const MAX_SHAPES = 32;
/** So many operations wait to be primed; more are left for when they are asked again. */
const MAX_QUEUED = 20;
/** What takes longer than this, in milliseconds, has been planned long before. */
const WARM_TIMEOUT_MS = 10_000;

/** Makes statements known to Neo4j by running them, one after the other, while nobody waits for them. */
export class PlanCacheTracker {
  /** By text, the sizes of parameters with which it has run: Neo4j plans it anew for others. */
  private readonly cached = new LRUCache<string, LRUCache<string, true>>({ max: MAX_TEXTS });
  private readonly queue: { database: Database; statements: readonly RootStatement[] }[] = [];
  private isDraining = false;

  /** Whether these statements have run in this way. */
  isCached(statements: readonly RootStatement[]): boolean {
    const nonEmpty = nonEmptyStatements(statements);
    return nonEmpty.every((statement) =>
      this.cached.get(statement.compiled.text)?.has(parameterShape(statement, nonEmpty.length)),
    );
  }

  /** These statements have run. */
  markCached(statements: readonly RootStatement[]): void {
    const nonEmpty = nonEmptyStatements(statements);
    for (const statement of nonEmpty) {
      const { text } = statement.compiled;
      const shapes = this.cached.get(text) ?? new LRUCache<string, true>({ max: MAX_SHAPES });
      this.cached.set(text, shapes.set(parameterShape(statement, nonEmpty.length), true));
    }
  }

  /** Runs these statements when those before have run, if there are not too many. */
  warm(database: Database, statements: readonly RootStatement[]): void {
    if (this.queue.length >= MAX_QUEUED) return;
    this.queue.push({ database, statements });
    if (!this.isDraining) void this.drainQueue();
  }

  private async drainQueue(): Promise<void> {
    this.isDraining = true;
    for (let next = this.queue.shift(); next; next = this.queue.shift()) {
      if (this.isCached(next.statements)) continue;
      try {
        await readRoots(next.database, next.statements, { timeoutMs: WARM_TIMEOUT_MS, allowTorn: true });
      } catch {
        // Whoever asks it hears of it. It may be that the database is away or the program ends: then nothing else goes on.
        this.queue.length = 0;
      }
      this.markCached(next.statements);
    }
    this.isDraining = false;
  }
}

/** Statements of a single root field are sent in another way than those of several; and the sizes of the parameters. */
function parameterShape({ compiled, boundArguments }: RootStatement, rootCount: number): string {
  const buckets = compiled.parameters.map(({ argumentsIndex, valueIndex }) =>
    lengthBucket(boundArguments[argumentsIndex]!.parameters[valueIndex]),
  );
  return `${rootCount > 1 ? 'several' : 'one'} ${buckets.join(' ')}`;
}

/** The power of ten that Neo4j keeps of the length of a text or list: none, one, up to ten, up to a hundred, ... */
function lengthBucket(value: unknown): number | string {
  if (typeof value !== 'string' && !Array.isArray(value)) return typeof value;
  return value.length < 2 ? -value.length - 1 : Math.ceil(Math.log10(value.length));
}
