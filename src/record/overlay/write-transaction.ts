import { type Tx } from '../../graph/database.ts';
import { type TypeName } from '../../domain/node-types.ts';
import { labelsOf } from '../../storage/labels.ts';
import { sortUpdated } from '../../storage/order-keys.ts';
import { type Relationship } from '../../storage/relationships.ts';
import { type Properties } from '../../storage/values.ts';
import { toStorable } from '../../graph/transactions/batches.ts';
import { together } from '../../graph/transactions/together.ts';
import { KNOWN_LINKS, type KnownNode, type Link, Overlay, type OverlayNode } from './overlay.ts';

const CREATE = (labels: string, names: readonly string[]) => `UNWIND $rows AS row
CREATE (n:${labels} ${mapOf(names, 0)})
RETURN id(n)`;

const FIND = `UNWIND $ids AS id
MATCH (t:Thing {id: id}) USING INDEX SEEK t:Thing(id)
RETURN id, id(t)`;

const LINK = (type: string, names: readonly string[]) => `UNWIND $rows AS row
MATCH (a) WHERE id(a) = row[0]
MATCH (b) WHERE id(b) = row[1]
CREATE (a)-[:${type} ${mapOf(names, 2)}]->(b)`;

/** Of a row that is a list: names would be half of what is sent. What is null is not stored. */
const mapOf = (names: readonly string[], start: number) =>
  `{${names.map((name, index) => `${name}: row[${start + index}]`).join(', ')}}`;

const SET = `UNWIND $rows AS row
MATCH (n) WHERE id(n) = row[0]
SET n += row[1]`;

/** What leads on from a node is read with it: a walk goes on to the country of a place, or the places around it. */
const READ = `UNWIND $ids AS id
MATCH (start:Thing {id: id}) USING INDEX SEEK start:Thing(id)
MATCH (start)-[:${KNOWN_LINKS.join('|')}*0..]->(t:Thing)
WITH DISTINCT t
RETURN t.id AS id, id(t) AS internalId, labels(t) AS labels, properties(t) AS properties,
  [(t)-[r:${KNOWN_LINKS.join('|')}]->(o:Thing) | [type(r), o.id, labels(o), properties(r)]] AS links`;

/** A statement that begins with `UNWIND $rows AS row`. */
interface RowsStatement {
  statement: string;
  rows: readonly Properties[];
}

/**
 * The transaction of a write. New nodes and what leads to and from them are kept in the {@link Overlay} and sent late, each once and
 * whole: before a statement that may need them, and at the end. Other changes are sent at once.
 *
 * The database answers statements in the order in which they were sent. So what is only written is not waited for: where it fails, all that
 * is sent after it does, and the first failure is what is told.
 */
export class WriteTransaction implements Tx {
  /** For statements about what was there before the write, which need nothing that is not sent yet. */
  readonly graph: Tx;
  readonly overlay = new Overlay();
  #nodes: OverlayNode[] = [];
  #links: Link[] = [];
  #changes = new Map<OverlayNode, Properties>();
  #afterwards: RowsStatement[] = [];
  /** True if something is not sent that would be read with a node that was there before. */
  #hasKnownLinks = false;
  #sent: Promise<unknown> = Promise.resolve();
  /** Settled when what was told so far is done. */
  #told: Promise<unknown> = Promise.resolve();
  #failure: { cause: unknown } | null = null;

  constructor(graph: Tx) {
    this.graph = {
      rows: (cypher, parameters) => this.#noticing(graph.rows(cypher, parameters)),
      run: <T>(cypher: string, parameters?: { [name: string]: unknown }) =>
        this.#noticing(graph.run<T>(cypher, parameters)),
    };
  }

  async #noticing<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (cause) {
      throw (this.#failure ??= { cause }).cause;
    }
  }

  async rows(cypher: string, parameters?: { [name: string]: unknown }): Promise<unknown[][]> {
    await this.send();
    return this.graph.rows(cypher, parameters);
  }

  async run<T = { [name: string]: unknown }>(cypher: string, parameters?: { [name: string]: unknown }): Promise<T[]> {
    await this.send();
    return this.graph.run<T>(cypher, parameters);
  }

  /** Writes about what was there before, or is sent by now: a statement that begins with `UNWIND $rows AS row`. */
  tell(
    statement: string,
    rows: readonly (Properties | unknown[])[],
    parameters: { [name: string]: unknown } = {},
  ): void {
    this.#tell(inBlocks(rows, (block) => this.graph.rows(statement, { ...parameters, rows: block.map(toStorable) })));
  }

  #tell(told: Promise<unknown>): void {
    this.#told = Promise.allSettled([this.#told, told]);
  }

  /** Makes a thing, which is its own first revision. */
  create(type: TypeName, properties: Properties): void {
    this.#nodes.push(this.overlay.create(['Revision', ...labelsOf(type)], properties));
  }

  /** A relationship of a node that is not sent yet, or of one that is new. */
  link(type: Link['type'], from: string, to: string, properties: Properties): void {
    const link = this.overlay.link(type, from, to, properties);
    this.#links.push(link);
    this.#hasKnownLinks ||= !link.from.isNew && (KNOWN_LINKS as readonly string[]).includes(type);
  }

  touchesNew = ({ from, to }: Pick<Relationship, 'from' | 'to'>): boolean =>
    this.overlay.isNew(from) || this.overlay.isNew(to);

  /** Changes properties of a new node; null removes one. */
  set(id: string, properties: Properties): void {
    const node = this.overlay.get(id)!;
    node.set(properties);
    if (node.isSent) this.#changes.set(node, { ...this.#changes.get(node), ...properties });
  }

  /** A statement about new nodes, by their ids, that is sent after them. */
  afterwards(statement: string, rows: readonly Properties[]): void {
    if (rows.length > 0) this.#afterwards.push({ statement, rows });
  }

  /** Has these nodes read from the graph from now on: statements have changed them behind the overlay. */
  async forget(ids: readonly string[]): Promise<void> {
    await this.send();
    this.overlay.forget(ids);
  }

  /** Sends the new nodes of these types, of which everything is known: the database takes them while others are worked on. */
  sendAhead(types: readonly TypeName[]): void {
    const isComplete = ({ labels }: OverlayNode) => types.includes(labels.at(-1) as TypeName);
    const complete = this.#nodes.filter(isComplete);
    if (complete.length === 0) return;
    this.#nodes = this.#nodes.filter((node) => !isComplete(node));
    this.#sent = together([this.#sent, this.#createNodes(complete)]);
    this.#sent.catch(() => {}); // thrown by the next `send`
  }

  /** Sends whatever is not sent yet, and waits until all is done. */
  async finish(): Promise<void> {
    await this.send();
    await this.#told;
    if (this.#failure !== null) throw this.#failure.cause;
  }

  /** Sends whatever is not sent yet. */
  send(): Promise<void> {
    const sent = this.#sent.then(() => this.#sendAll());
    sent.catch(() => {}); // also thrown by the next one
    this.#sent = sent;
    return sent;
  }

  async #sendAll(): Promise<void> {
    const [nodes, links, changes, afterwards] = [this.#nodes, this.#links, this.#changes, this.#afterwards];
    if (nodes.length + links.length + changes.size + afterwards.length === 0) return;
    this.#nodes = [];
    this.#links = [];
    this.#changes = new Map();
    this.#afterwards = [];
    this.#hasKnownLinks = false;
    await together([this.#createNodes(nodes), this.#findEnds(links)]);
    this.#tell(this.#createLinks(links));
    this.#tell(this.#setProperties(changes));
    for (const { statement, rows } of afterwards) this.tell(statement, rows);
  }

  async #createNodes(nodes: readonly OverlayNode[]): Promise<void> {
    const byLabels = Map.groupBy(nodes, ({ labels }) => labels.join(':'));
    await together(
      [...byLabels].map(([labels, alike]) =>
        inBlocks(alike, async (block) => {
          const rows = block.map(asRevised);
          for (const node of block) node.isSent = true;
          const names = namesOf(labels, rows);
          const ids = await this.graph.rows(CREATE(labels, names), { rows: rows.map((row) => valuesOf(row, names)) });
          block.forEach((node, index) => (node.internalId = ids[index]![0] as number));
        }),
      ),
    );
  }

  /** Looks up the ends that were there before and of which nothing was read. */
  async #findEnds(links: readonly Link[]): Promise<void> {
    const unknown = new Set(
      links.flatMap(({ from, to }) => [from, to].filter((node) => !node.isNew && node.internalId === null)),
    );
    if (unknown.size === 0) return;
    const rows = await this.graph.rows(FIND, { ids: [...unknown].map(({ id }) => id) });
    for (const [id, internalId] of rows) this.overlay.get(id as string)!.internalId = internalId as number;
  }

  #createLinks(links: readonly Link[]): Promise<unknown> {
    const byType = Map.groupBy(
      links.filter(({ from, to }) => from.internalId !== null && to.internalId !== null),
      ({ type }) => type,
    );
    return together(
      [...byType].map(([type, alike]) =>
        inBlocks(alike, (block) => {
          const names = namesOf(
            type,
            block.map(({ properties }) => properties),
          );
          return this.graph.rows(LINK(type, names), {
            rows: block.map(({ from, to, properties }) => [
              BigInt(from.internalId!),
              BigInt(to.internalId!),
              ...valuesOf(properties, names),
            ]),
          });
        }),
      ),
    );
  }

  #setProperties(changes: ReadonlyMap<OverlayNode, Properties>): Promise<unknown> {
    return inBlocks([...changes], (block) =>
      this.graph.rows(SET, {
        rows: block.map(([node, properties]) => [BigInt(node.internalId!), toStorable(properties)]),
      }),
    );
  }

  /** Reads the nodes that the write has come across and of which nothing was read yet, and these. */
  async readKnown(ids: readonly string[] = []): Promise<void> {
    for (const id of ids) this.overlay.node(id);
    if (this.#hasKnownLinks) await this.send();
    const unread = this.overlay.unread();
    if (unread.length === 0) return;
    const rows = await this.graph.run<KnownNode & { id: string }>(READ, { ids: unread.map(({ id }) => id) });
    for (const { id, ...known } of rows) {
      const node = this.overlay.node(id);
      if (!node.isRead) node.know(known);
    }
    for (const node of unread) node.isMissing = !node.isRead;
  }
}

/** For statements about what was there before the write. */
export const ofGraph = (tx: Tx): Tx => (tx instanceof WriteTransaction ? tx.graph : tx);

const namesByKind = new Map<string, Set<string>>();

/**
 * The properties that nodes of these labels, or relationships of this type, have had so far, so that the database plans a statement
 * for them once and not for each combination. Their names are those of src/storage.
 */
function namesOf(kind: string, rows: readonly Properties[]): readonly string[] {
  const names = namesByKind.get(kind) ?? new Set();
  namesByKind.set(kind, names);
  for (const row of rows) for (const name in row) names.add(name);
  return [...names];
}

const valuesOf = (row: Properties, names: readonly string[]): unknown[] =>
  names.map((name) => toStorable(row[name] ?? null));

/** A new thing has its first version as soon as the write is done, so it is sent with what that says of it so far. */
function asRevised({ properties, labels }: OverlayNode): Properties {
  const { updatedAt, key } = properties as { updatedAt: string; key: string };
  return {
    ...properties,
    version: 1,
    ...(labels.includes('Entity') && { sortUpdated: sortUpdated(updatedAt, key) }),
  };
}

/** Rows of one statement. */
const BLOCK = 2_000;

/** Sends all blocks at once. */
function inBlocks<T>(items: readonly T[], send: (block: readonly T[]) => Promise<unknown>): Promise<unknown> {
  const blocks: Promise<unknown>[] = [];
  for (let start = 0; start < items.length; start += BLOCK) blocks.push(send(items.slice(start, start + BLOCK)));
  return together(blocks);
}
