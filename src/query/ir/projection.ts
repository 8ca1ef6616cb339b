/**
 * What a statement has to fetch, independent of aliases, argument values and field order. Field mappings add what they need to
 * a `Projection`; `createLayout` then assigns slots, and the Cypher writer produces the text.
 */

/** A position in a tuple; assigned by `createLayout`. */
export interface Slot {
  index: number;
}

/** Cypher variables of a node and of the relationship (or node) that led to it; `rel` is empty where nothing needs it. */
export interface PatternVariables {
  node: string;
  rel: string;
}

/** A value of a node: a property, or any expression over it. */
export interface Column {
  key: string;
  text: (variables: PatternVariables, cypher: Pick<CypherContext, 'today' | 'name'>) => string;
  /** True where the text is not an expression but clauses that end in `RETURN expression`. */
  isSubquery: boolean;
  /** True for a value of the relationship that led to the node. */
  onRelationship: boolean;
  /** The same value computed from a full node; undefined where only the database can compute it. */
  fromFullNode?: (node: FullNode) => unknown;
  slot: Slot;
}

type ColumnOptions = Partial<Pick<Column, 'isSubquery' | 'onRelationship' | 'fromFullNode'>>;

/** A node with all its properties and labels. */
export interface FullNode {
  properties: Readonly<Record<string, unknown>>;
  labels: readonly string[];
  /** The properties of the relationship that led to it, where they are selected. */
  relationship: Readonly<Record<string, unknown>>;
}

/** A hop to at most one node, whose values lie flat in the tuple of the node it starts from. */
export interface ToOne {
  /**
   * `-[:OF_BODY]->`, with a label where the relationship leads to other labels too; `.node` is the node whose id is in that property
   * of the relationship that led here; null stays at the same node.
   */
  path: string | null;
  projection: Projection;
}

/** A list of nodes: a tuple each, how many there are, or counts in groups. */
export interface List {
  /** Identifies the list: its path, or the field of the model. */
  key: string;
  /** Whose arguments its parameters are; null when it has none. */
  argumentsIndex: number | null;
  match: Match;
  /** `rel` where the match starts from the relationship that led to the node, instead of the node. */
  startsAt?: 'rel';
  /** True where `match` aggregates, so that it is a query of its own that ends in `RETURN node, rel`. */
  isSubquery?: boolean;
  /** True where `match` binds `rel` too. */
  bindsRelationship?: boolean;
  /** True where the match can find the same node twice. */
  distinct: boolean;
  conditions: readonly Predicate[];
  /** The same nodes by an index in the order of this property, each in one of the parts; only at the root. */
  inOrder?: { property: string; parts: readonly ListPart[] };
  /** The order, for example `n.sortKey`. */
  order: (variables: PatternVariables) => string;
  range?: KeyRange;
  /** The parameter with the maximum number of items. */
  limit?: number;
  /** The types that have the list; undefined where all possible types do. */
  only?: readonly string[];
  items?: { projection: Projection; slot: Slot };
  total?: Slot;
  counts?: GroupCounts[];
}

/** A part of the nodes of a list: those that clauses bind in a range, or several, for which all of the conditions hold. */
export interface ListPart {
  match: (node: string) => string;
  /** The predicate by which an index is read; over an item too where there are `ranges`. */
  inRange: (node: string, cypher: CypherContext, item: string) => string;
  /** A list with an item for each range, and the property whose value all nodes of a range share. */
  ranges?: { each: (cypher: CypherContext) => string; by: string };
  conditions: readonly Predicate[];
}

/** The nodes of a list, whatever the page, counted in groups. */
export interface GroupCounts {
  /** Whose arguments say by what to group; the first parameter is the maximum number of groups. */
  argumentsIndex: number;
  /** True where the groups are known (`CountedGroup`): the second parameter is the ids of their entities; the slot has a tuple for each. */
  isCounted?: true;
  dimensions: readonly Dimension[];
  /** Which of them count; all if undefined. */
  where: ((node: string) => string) | undefined;
  /** What is counted in each group: different values of this; the nodes of the list where it is left out. */
  distinct?: CountedValue;
  /** True where the groups come in the order of their values; else the largest come first. */
  inOrderOfValues: boolean;
  slot: Slot;
  /** What is selected of the entities they are grouped by. */
  entities?: Projection;
}

/** What nodes are grouped by: a value of each, or another node, whose key is then the value. */
export type Dimension =
  | { value: (node: string) => string }
  /** Clauses that end in `RETURN ... AS target`: the values of a node that counts under each of them, or null. */
  | { values: (node: string, target: string, cypher: Pick<CypherContext, 'name'>) => string }
  | {
      /** Clauses that end in `RETURN target`: one row (null for none), or several for a node that counts several times. */
      node: (node: string, target: string, cypher: Pick<CypherContext, 'name'>) => string;
      isEntity: boolean;
    };

/** Clauses that end in `RETURN ... AS target`: one value for each node, of which different ones are counted. */
export type CountedValue = (node: string, target: string, cypher: Pick<CypherContext, 'name'>) => string;

/** A range in the order of an indexed, unique string. `after` and `before` are indexes of parameters. */
export interface KeyRange {
  property: string;
  descending: boolean;
  after: number;
  /** True when `after` is the start of the order, which excludes nothing. */
  isUnbounded: boolean;
  before?: number;
}

/** Clauses that bind `variables.node`, ending where ` WHERE` may follow. */
export type Match = (outer: string, variables: PatternVariables, cypher: CypherContext) => string;

/** A predicate over the node with that variable. */
export type Predicate = (node: string, cypher: CypherContext) => string;

/** What Cypher text may refer to. Whatever a client gives is a parameter, never text. */
export interface CypherContext {
  /** The parameter at this index of the bound arguments. */
  param(index: number): string;
  /** The list of nodes that a parameter, a list of references, points at. */
  refs(index: number): string;
  /** The node that each of a list of references points at, in their order; null for one that points at nothing. */
  everyRef(index: number): string;
  /** The list of nodes that a full-text index finds for a parameter. */
  fullTextHits(fullTextIndex: string, index: number): string;
  /** The parameter with the current day in UTC: whatever is due before it is overdue. */
  today(): string;
  /** The name of a fresh variable. */
  name(): string;
}

/** Everything that is selected of one node. */
export class Projection {
  readonly columns = new Map<string, Column>();
  readonly toOnes = new Map<string, ToOne>();
  readonly lists: List[] = [];

  /** Adds a property of the node. */
  property(name: string): Slot {
    return this.column(`.${name}`, ({ node }) => `${node}.${name}`, {
      fromFullNode: ({ properties }) => properties[name],
    });
  }

  /** Adds a property of the relationship that led to the node. */
  relationship(name: string): Slot {
    const fromFullNode = ({ relationship }: FullNode) => relationship[name];
    return this.column(`-${name}`, ({ rel }) => `${rel}.${name}`, { onRelationship: true, fromFullNode });
  }

  /** Adds an expression; equal keys share a column. */
  column(
    key: string,
    text: Column['text'],
    { isSubquery = false, onRelationship = false, fromFullNode }: ColumnOptions = {},
  ): Slot {
    let column = this.columns.get(key);
    if (!column)
      this.columns.set(key, (column = { key, text, isSubquery, onRelationship, fromFullNode, slot: { index: -1 } }));
    return column.slot;
  }

  /** The projection of the node at the end of a path, shared by all that take the same path. */
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
