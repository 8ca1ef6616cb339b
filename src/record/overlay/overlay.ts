import { type Properties } from '../../storage/values.ts';
import { type RelationshipType } from '../../storage/relationships.ts';
import { type DerivedConflict } from '../../storage/conflicts.ts';

/** A relationship that a write has made, or that was read with a known node. */
export interface Link {
  readonly type: RelationshipType;
  readonly from: OverlayNode;
  readonly to: OverlayNode;
  readonly properties: Properties;
}

/** The types of relationships that are read with a known node, outwards. */
export const KNOWN_LINKS = ['PUBLISHED_BY', 'POST_OF', 'WITHIN', 'LOCATED_IN'] as const satisfies RelationshipType[];

/** What the graph holds of a node that was there before the write. */
export interface KnownNode {
  internalId: number;
  labels: readonly string[];
  properties: Properties;
  /** Of the types of {@link KNOWN_LINKS}. */
  links: readonly (readonly [type: RelationshipType, to: string, labels: readonly string[], properties: Properties])[];
}

/** What belongs to a node and is neither a property nor a relationship. */
interface Derived {
  externalIds: readonly string[];
  /** The conflicts that belong to it, as it is their first claim or has the field in dispute. */
  conflicts: readonly DerivedConflict[];
  /** True if there is a conflict about it. */
  isDisputed: boolean;
}

/** Thrown by a walk that comes to a node of which nothing was read yet. */
export class NotReadYet extends Error {}

/** Thrown by a walk that asks what only the graph can tell: what leads to a node that was there before. */
export class OnlyInGraph extends Error {}

/**
 * A node as a write sees it. Of one that the write has made everything is here: nothing else can lead to it. Of one that was there
 * before, only what was read of it; asked for more, it throws {@link NotReadYet} or {@link OnlyInGraph}.
 */
export class OverlayNode {
  readonly id: string;
  #isNew: boolean;
  #labels: readonly string[] | null;
  #properties: Record<string, unknown> | null;
  readonly #out = new Map<string, Link[]>();
  readonly #in = new Map<string, Link[]>();
  #known: KnownNode['links'] | null = null;
  readonly #nodeOf: (id: string, labels: readonly string[]) => OverlayNode;
  /** By which the database finds it fastest, within this transaction; null until it is written or read. */
  internalId: number | null = null;
  /** True if the database was sent what is new of it: further changes are sent after it. */
  isSent = false;
  /** True if the graph was asked for it and does not have it. */
  isMissing = false;
  #derived: Derived = { externalIds: [], conflicts: [], isDisputed: false };

  constructor(
    id: string,
    labels: readonly string[] | null,
    properties: Record<string, unknown> | null,
    nodeOf: (id: string, labels: readonly string[]) => OverlayNode,
  ) {
    this.id = id;
    this.#isNew = properties !== null;
    this.#labels = labels;
    this.#properties = properties;
    this.#nodeOf = nodeOf;
  }

  /** True if the write has made it and everything about it is here. */
  get isNew(): boolean {
    return this.#isNew;
  }

  get isRead(): boolean {
    return this.#properties !== null;
  }

  get labels(): readonly string[] {
    return this.#labels ?? notReadYet();
  }

  is(label: string): boolean {
    return this.labels.includes(label);
  }

  get properties(): Properties {
    return this.#properties ?? notReadYet();
  }

  get key(): string {
    return this.properties.key as string;
  }

  /** What was derived of a new node beside its properties and relationships. */
  get derived(): Readonly<Derived> {
    if (!this.#isNew) throw new OnlyInGraph();
    return this.#derived;
  }

  derive(derived: Partial<Derived>): void {
    this.#derived = { ...this.#derived, ...derived };
  }

  /** These properties alone; null for what it does not have, as in Cypher. */
  pick(names: readonly string[]): Properties {
    const { properties } = this;
    return Object.fromEntries(names.map((name) => [name, properties[name] ?? null]));
  }

  /** The relationships of these types that begin here. */
  out(...types: Link['type'][]): Link[] {
    if (this.isNew) return linksOf(this.#out, types);
    if (!types.every((type) => (KNOWN_LINKS as readonly string[]).includes(type))) throw new OnlyInGraph();
    return (this.#known ?? notReadYet())
      .filter(([type]) => types.includes(type))
      .map(([type, to, labels, properties]) => ({ type, from: this, to: this.#nodeOf(to, labels), properties }));
  }

  /** The relationships of these types that end here. */
  in(...types: Link['type'][]): Link[] {
    if (!this.isNew) throw new OnlyInGraph();
    return linksOf(this.#in, types);
  }

  /** Changes properties; null removes one. */
  set(properties: Properties): void {
    const own = this.#properties!;
    for (const [name, value] of Object.entries(properties)) {
      if (value === null || value === undefined) delete own[name];
      else own[name] = value;
    }
  }

  add(direction: 'out' | 'in', link: Link): void {
    const links = direction === 'out' ? this.#out : this.#in;
    const alike = links.get(link.type);
    if (alike) alike.push(link);
    else links.set(link.type, [link]);
  }

  /** Takes over what was read of a node that was there before. */
  know({ internalId, labels, properties, links }: KnownNode): void {
    this.internalId = internalId;
    this.#labels = labels;
    this.#properties = { ...properties };
    this.#known = links;
  }

  /** A statement has changed it: what is here is no longer all, or no longer so. */
  forget(): void {
    this.#isNew = false;
    this.#properties = null;
    this.#known = null;
  }
}

const linksOf = (links: ReadonlyMap<string, Link[]>, types: readonly string[]): Link[] =>
  types.length === 1 ? (links.get(types[0]!) ?? []) : types.flatMap((type) => links.get(type) ?? []);

function notReadYet(): never {
  throw new NotReadYet();
}

/** The part of the graph that a write has made, and what it has read beside it. */
export class Overlay {
  readonly #nodes = new Map<string, OverlayNode>();
  readonly #nodeOf = (id: string, labels: readonly string[] | null = null): OverlayNode => {
    const known = this.#nodes.get(id);
    if (known !== undefined) return known;
    const node = new OverlayNode(id, labels, null, this.#nodeOf);
    this.#nodes.set(id, node);
    return node;
  };

  /** A node that the write makes. */
  create(labels: readonly string[], properties: Properties): OverlayNode {
    const node = new OverlayNode(properties.id as string, labels, {}, this.#nodeOf);
    node.set(properties);
    this.#nodes.set(node.id, node);
    return node;
  }

  link(type: Link['type'], from: string, to: string, properties: Properties): Link {
    const link = { type, from: this.#nodeOf(from), to: this.#nodeOf(to), properties };
    link.from.add('out', link);
    link.to.add('in', link);
    return link;
  }

  /** The node, if the write has made it or has come across it. */
  get(id: string): OverlayNode | undefined {
    return this.#nodes.get(id);
  }

  /** The node, also one that was not come across before. */
  node(id: string): OverlayNode {
    return this.#nodeOf(id);
  }

  isNew(id: string): boolean {
    return this.#nodes.get(id)?.isNew ?? false;
  }

  /** Nodes that statements have changed behind the overlay: they are read from the graph from now on. */
  forget(ids: Iterable<string>): void {
    for (const id of ids) this.#nodes.get(id)?.forget();
  }

  /** The nodes that were come across but not read, without those that do not exist. */
  unread(): OverlayNode[] {
    return [...this.#nodes.values()].filter((node) => !node.isRead && !node.isMissing);
  }
}
