import { LRUCache } from 'lru-cache';
import { type Reads } from '../../graph/database.ts';
import { type RootStatement, nonEmptyStatements, readRoots } from '../read/read-roots.ts';

/** Half of the plans that Neo4j caches by default. */
const MAX_TEXTS = 500;
/** Per text: combinations of parameter lengths. */
const MAX_SHAPES = 32;
/** Operations that wait to be warmed; when there are more, they get their turn when they are asked again. */
const MAX_QUEUED = 20;
/** A statement that runs longer than this was planned long ago. */
const WARM_TIMEOUT_MS = 10_000;

/**
 * Tracks which statements Neo4j has in its query plan cache, and warms others by running them in the background, one by one. Those
 * that are asked once, as people explore, are not worth a plan, which takes the processors longer than the answer.
 */
export class PlanCacheTracker {
  /** By text, the parameter shapes it has run with: Neo4j plans it again for others. */
  private readonly cached = new LRUCache<string, LRUCache<string, true>>({ max: MAX_TEXTS });
  /** What was asked, by the text and parameter shape of its statements. */
  private readonly asked = new LRUCache<string, true>({ max: MAX_TEXTS });
  private readonly queue: (readonly RootStatement[])[] = [];
  private isDraining = false;
  private readonly database: Reads;

  /** @param database Where statements are run in the background. */
  constructor(database: Reads) {
    this.database = database;
  }

  /** Whether Neo4j has plans for these statements with parameters of this shape. */
  isCached(statements: readonly RootStatement[]): boolean {
    const nonEmpty = nonEmptyStatements(statements);
    return nonEmpty.every((statement) =>
      this.cached.get(statement.compiled.text)?.has(parameterShape(statement, nonEmpty.length)),
    );
  }

  /** Records that these statements have run. */
  markCached(statements: readonly RootStatement[]): void {
    const nonEmpty = nonEmptyStatements(statements);
    for (const statement of nonEmpty) {
      const { text } = statement.compiled;
      const shapes = this.cached.get(text) ?? new LRUCache<string, true>({ max: MAX_SHAPES });
      this.cached.set(text, shapes.set(parameterShape(statement, nonEmpty.length), true));
    }
  }

  /** Queues statements that were asked before to be run in the background; ignored when the queue is full. */
  warm(statements: readonly RootStatement[]): void {
    if (!this.isRepeated(statements) || this.queue.length >= MAX_QUEUED) return;
    this.queue.push(statements);
    if (!this.isDraining) void this.drainQueue();
  }

  /** Whether each of these was asked before; from now on they were. */
  private isRepeated(statements: readonly RootStatement[]): boolean {
    const nonEmpty = nonEmptyStatements(statements);
    const keys = nonEmpty.map(
      (statement) => `${parameterShape(statement, nonEmpty.length)}\n${statement.compiled.text}`,
    );
    const isRepeated = keys.every((key) => this.asked.has(key));
    for (const key of keys) this.asked.set(key, true);
    return isRepeated;
  }

  private async drainQueue(): Promise<void> {
    this.isDraining = true;
    for (let next = this.queue.shift(); next; next = this.queue.shift()) {
      if (this.isCached(next)) continue;
      try {
        await readRoots(this.database, next, { timeoutMs: WARM_TIMEOUT_MS, allowTorn: true });
      } catch {
        // A client that sends this query will see the error. The database may be down or we are stopping, so drop the queue.
        this.queue.length = 0;
      }
      this.markCached(next);
    }
    this.isDraining = false;
  }
}

/** What Neo4j plans a text for: the lengths of parameters, and whether it runs alone, which `readRoots` does in another way. */
function parameterShape({ compiled, boundArguments }: RootStatement, rootCount: number): string {
  const buckets = compiled.parameters.map(({ argumentsIndex, valueIndex }) =>
    lengthBucket(boundArguments[argumentsIndex]!.parameters[valueIndex]),
  );
  return `${rootCount > 1 ? 'several' : 'one'} ${buckets.join(' ')}`;
}

/** The bucket of a string's or list's length for which Neo4j makes a plan: none, one, up to ten, up to a hundred, ... */
function lengthBucket(value: unknown): number | string {
  if (typeof value !== 'string' && !Array.isArray(value)) return typeof value;
  return value.length < 2 ? -value.length - 1 : Math.ceil(Math.log10(value.length));
}
