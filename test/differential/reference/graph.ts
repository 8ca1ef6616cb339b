import { searchQuery } from '../../../src/domain/names/names.ts';
import { type Database, type Tx } from '../../../src/graph/database.ts';
import { MATCH_NOTHING } from '../../../src/query/filters/predicates.ts';

/** A node of the graph with all that hangs on it. */
export interface Thing {
  labels: ReadonlySet<string>;
  properties: Readonly<Record<string, unknown>>;
  out: Link[];
  in: Link[];
}

/** A relationship of the graph. */
export interface Link {
  type: string;
  properties: Readonly<Record<string, unknown>>;
  from: Thing;
  to: Thing;
}

/** What a full-text index finds for the words of a search. */
interface Found {
  /** What has some of the words, best first. */
  any: readonly Thing[];
  /** What has all of them. */
  every: ReadonlySet<Thing>;
}

const INDEXES = ['entity_search', 'statement_search', 'document_search'] as const;
export type Index = (typeof INDEXES)[number];

/** The whole of a small graph in memory. */
export class Graph {
  readonly things: readonly Thing[];
  /** The day on which it is asked. */
  readonly today: string;
  private readonly byKey = new Map<string, Thing>();
  private readonly byId = new Map<string, Thing>();
  private readonly found: ReadonlyMap<string, Found>;

  constructor(things: readonly Thing[], found: ReadonlyMap<string, Found>, today: string) {
    this.things = things;
    this.found = found;
    this.today = today;
    for (const thing of things) {
      const { id, key } = thing.properties as { id: string; key: string };
      if (thing.labels.has('Thing')) {
        this.byKey.set(key, thing);
        this.byId.set(id, thing);
      } else if (thing.labels.has('Tombstone')) {
        const kept = onlyTo(thing, 'MERGED_INTO');
        if (kept) this.byId.set(id, kept);
      }
    }
  }

  labelled(label: string): Thing[] {
    return this.things.filter(({ labels }) => labels.has(label));
  }

  withId(id: string): Thing | null {
    return this.byId.get(id) ?? null;
  }

  /** What an id or a key points at. */
  at(ref: string): Thing | null {
    return this.byKey.get(ref) ?? this.withId(ref);
  }

  /** What has all of these words. */
  withWords(index: Index, words: string): ReadonlySet<Thing> {
    return this.foundFor(index, words).every;
  }

  /** What has some of these words, best first. */
  withSomeOf(index: Index, words: string): readonly Thing[] {
    return this.foundFor(index, words).any;
  }

  private foundFor(index: Index, words: string): Found {
    const found = this.found.get(`${index} ${words}`);
    if (!found) throw new Error(`The reference graph was loaded without a search for ${JSON.stringify(words)}.`);
    return found;
  }
}

/** Reads all of the graph, and what the full-text indexes find for each of these words. */
export function loadGraph(database: Database, words: readonly string[], today: string): Promise<Graph> {
  return database.read(async (tx) => {
    const things = new Map<unknown, Thing>();
    for (const [id, labels, properties] of await tx.rows('MATCH (n) RETURN elementId(n), labels(n), properties(n)')) {
      things.set(id, {
        labels: new Set(labels as string[]),
        properties: properties as Record<string, unknown>,
        out: [],
        in: [],
      });
    }
    const links = await tx.rows('MATCH (a)-[r]->(b) RETURN elementId(a), type(r), properties(r), elementId(b)');
    for (const [from, type, properties, to] of links) {
      const link = { type, properties, from: things.get(from)!, to: things.get(to)! } as Link;
      link.from.out.push(link);
      link.to.in.push(link);
    }
    const found = new Map<string, Found>();
    for (const index of INDEXES) {
      for (const text of words) {
        const [any, every] = await Promise.all([lookedUp(tx, index, text, 'ANY'), lookedUp(tx, index, text, 'EVERY')]);
        const known = (ids: unknown[]) => ids.map((id) => things.get(id)!);
        found.set(`${index} ${text}`, { any: known(any), every: new Set(known(every)) });
      }
    }
    return new Graph([...things.values()], found, today);
  });
}

async function lookedUp(tx: Tx, index: Index, text: string, which: 'ANY' | 'EVERY'): Promise<unknown[]> {
  const query = searchQuery(text, which) ?? MATCH_NOTHING;
  const rows = await tx.rows(
    `CALL db.index.fulltext.queryNodes('${index}', $query) YIELD node, score
     RETURN elementId(node) ORDER BY score DESC, node.sortName`,
    { query },
  );
  return rows.map(([id]) => id);
}

/** The relationships of this type that leave a thing. */
export function linksFrom(thing: Thing, type: string): Link[] {
  return thing.out.filter((link) => link.type === type);
}

/** Where relationships of this type lead from a thing. */
export function to(thing: Thing, type: string): Thing[] {
  return linksFrom(thing, type).map((link) => link.to);
}

/** From where relationships of this type lead to a thing. */
export function into(thing: Thing, type: string): Thing[] {
  return thing.in.filter((link) => link.type === type).map((link) => link.from);
}

/** Where the only relationship of this type leads; null where there is none. */
export function onlyTo(thing: Thing, type: string, label?: string): Thing | null {
  const [only, another] = to(thing, type).filter(({ labels }) => label === undefined || labels.has(label));
  if (another) throw new Error(`${text(thing, 'key')} has more than one ${type}.`);
  return only ?? null;
}

/** From where the only relationship of this type leads to a thing; null where there is none. */
export function onlyInto(thing: Thing, type: string): Thing | null {
  const [only, another] = into(thing, type);
  if (another) throw new Error(`${text(thing, 'key')} has more than one ${type}.`);
  return only ?? null;
}

export function property(thing: Thing, name: string): unknown {
  return thing.properties[name] ?? null;
}

export function text(thing: Thing, name: string): string {
  return thing.properties[name] as string;
}

/** The things in the order of what is taken from each; of equals it would be chance. */
export function sortedBy<T>(things: readonly T[], ...by: ((thing: T) => string | number)[]): T[] {
  return [...things].sort((a, b) => {
    for (const valueOf of by) {
      const [left, right] = [valueOf(a), valueOf(b)];
      if (left !== right) return left < right ? -1 : 1;
    }
    return 0;
  });
}
