/**
 * What a statement has to fetch, without names, values or order of what the caller wrote: the canonical form between a
 * planned operation and Cypher. Fields say what they need here; `layout.ts` gives each need its place, `write.ts` the text.
 */

/** A place in a tuple; known once the layout is done. */
export interface Slot {
  index: number;
}

/** The names of a Cypher node and of what led to it: the relationship, or another node; empty where that is not asked for. */
export interface PatternVariables {
  node: string;
  rel: string;
}

/** A value of a thing at hand: a property, or any expression over it. */
export interface Column {
  key: string;
  text: (variables: PatternVariables, cypher: Pick<CypherContext, 'today' | 'name'>) => string;
  /** True where the text is no expression but clauses that end by returning one: counting in groups takes that. */
  isSubquery: boolean;
  /** True for what lies on what led to the thing. */
  isOfVia: boolean;
  /** The same value of a thing that was read whole; left out where only the graph can tell it. */
  ofWhole?: (thing: FullNode) => unknown;
  slot: Slot;
}

/** A thing with all that lies on it, and what led to it. */
export interface FullNode {
  properties: Readonly<Record<string, unknown>>;
  labels: readonly string[];
  /** The properties of what led to it, where that is asked for. */
  relationship: Readonly<Record<string, unknown>>;
}

/** A hop to at most one thing; it lies flat in the tuple of what it starts from. */
export interface ToOne {
  /** `-[:OF_BODY]->`, with a label where the relationship leads to others too; null stays at the same thing. */
  path: string | null;
  projection: Projection;
}

/** A list of things, each a tuple of its own, or how many there are. */
export interface List {
  /** Which list: the field of the model. */
  key: string;
  /** Index of the call whose values its parameters take; null when it takes none. */
  argumentsIndex: number | null;
  match: Match;
  /** What the match starts from; left out, the thing that has the list. */
  startsAt?: 'via';
  /** True where `match` binds `via` too. */
  bindsRelationship?: boolean;
  /** True where the match can meet the same thing twice. */
  distinct: boolean;
  conditions: readonly Predicate[];
  /** What it is ordered by, e.g. `n.sortKey`. */
  order: (variables: PatternVariables) => string;
  range?: KeyRange;
  /** The value of the call that says how many at most. */
  limit?: number;
  /** Only things of these types have the list; all that are possible there, when not given. */
  only?: readonly string[];
  items?: { projection: Projection; slot: Slot };
  total?: Slot;
  /** How many there are in groups. */
  counts?: GroupCounts[];
}

/** The things of a list, all of them, counted in groups. */
export interface GroupCounts {
  /** Index of the call that says by what; its first value is how many groups at most. */
  argumentsIndex: number;
  dimensions: readonly Dimension[];
  slot: Slot;
  /** What is wanted of the entities by which they are counted. */
  entities?: Projection;
}

/** By what things are counted: a value of each, or another thing, which has its key for a value. */
export type Dimension =
  | { value: (node: string) => string }
  | {
      /** Clauses that bind `there`, or leave it null, and return it: once, or once for each by which the node counts. */
      node: (node: string, target: string, cypher: Pick<CypherContext, 'name'>) => string;
      isEntity: boolean;
    };

/** Where in the order of an indexed unique string to begin, and to stop: indexes of values of the call. */
export interface KeyRange {
  property: string;
  descending: boolean;
  after: number;
  /** True when that is where the order begins, which leaves nothing out. */
  isUnbounded: boolean;
  before?: number;
}

/** Clauses that bind `names.node`, ending where ` WHERE` may follow. */
export type Match = (outer: string, variables: PatternVariables, cypher: CypherContext) => string;

/** A predicate over the node of that name. */
export type Predicate = (node: string, cypher: CypherContext) => string;

/** How text refers to what is not text: everything a caller gives is a parameter. */
export interface CypherContext {
  /** The parameter for a value of the call. */
  param(index: number): string;
  /** The list of things that a value of the call, a list of references, points at. */
  refs(index: number): string;
  /** The list of things that a full-text index finds for a value of the call. */
  fullTextHits(fullTextIndex: string, index: number): string;
  /** The day on which it is asked, in UTC: what is due before it is past. */
  today(): string;
  /** A name that nothing else has. */
  name(): string;
}

/** Everything wanted of one thing. */
export class Projection {
  readonly columns = new Map<string, Column>();
  readonly toOnes = new Map<string, ToOne>();
  readonly lists: List[] = [];

  /** Takes a property of the thing. */
  property(name: string): Slot {
    return this.column(`.${name}`, ({ node }) => `${node}.${name}`, { ofWhole: ({ properties }) => properties[name] });
  }

  /** Takes a property of the relationship that led to the thing. */
  relationship(name: string): Slot {
    const kind = { isOfVia: true, ofWhole: ({ relationship: via }: FullNode) => via[name] };
    return this.column(`-${name}`, ({ rel: via }) => `${via}.${name}`, kind);
  }

  /** Takes an expression; the key tells equal ones. */
  column(
    key: string,
    text: Column['text'],
    { isSubquery = false, isOfVia = false, ofWhole }: Partial<Pick<Column, 'isSubquery' | 'isOfVia' | 'ofWhole'>> = {},
  ): Slot {
    let column = this.columns.get(key);
    if (!column) this.columns.set(key, (column = { key, text, isSubquery, isOfVia, ofWhole, slot: { index: -1 } }));
    return column.slot;
  }

  /** Goes to at most one thing; asked for the same path again, it is the same hop. */
  toOne(path: string | null): Projection {
    const key = path ?? '=';
    let existing = this.toOnes.get(key);
    if (!existing) this.toOnes.set(key, (existing = { path, projection: new Projection() }));
    return existing.projection;
  }

  list(list: List): void {
    this.lists.push(list);
  }
}
