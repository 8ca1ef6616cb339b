import { ClientError } from '../../../domain/errors.ts';
import { type LoadRequest, type AsOfRevision, loadRows } from './load.ts';
import { type Tx } from '../../../graph/database.ts';
import { type AsOfNode, toAsOfNode } from './node.ts';

/** Thrown where something has to be loaded first; then the same is tried again. */
export class NotLoaded extends Error {}

/** Things that one operation may look at: some 100 MB of memory. */
export const MAX_AS_OF_NODES = 20_000;

/** What was known after one write, as far as it has been loaded. */
export class AsOfGraph {
  /** The day of the moment: what is overdue is told as it would have been told then. */
  readonly today: string;
  private readonly lastSequence: string;
  private readonly tx: Tx;
  private readonly nodes = new Map<string, AsOfNode | null>();
  private readonly idsByKey = new Map<string, readonly string[]>();
  private readonly idsByNodeSet = new Map<string, readonly string[]>();
  private readonly revisionsById = new Map<string, readonly AsOfRevision[]>();
  private request: LoadRequest = emptyRequest();
  private pendingLoad: Promise<void> | undefined;

  /** @param lastSequence The last place in the order of changes that counts. */
  constructor(tx: Tx, lastSequence: string, today: string) {
    this.tx = tx;
    this.lastSequence = lastSequence;
    this.today = today;
  }

  /** Takes a value that is computed from what is loaded, loading what is missing. */
  async withLoading<T>(compute: () => T): Promise<T> {
    for (;;) {
      try {
        return compute();
      } catch (error) {
        if (!(error instanceof NotLoaded)) throw error;
        await this.awaitLoad();
      }
    }
  }

  /** The thing with this id, as it was; null where there was none, or no longer one. */
  nodeById(id: string): AsOfNode | null {
    const node = this.nodes.get(id);
    if (node === undefined) return this.requestLoad(this.request.ids, id);
    return node && this.followMerge(node);
  }

  /** The thing that had this key. */
  nodeByKey(key: string): AsOfNode | null {
    const ids = this.idsByKey.get(key);
    if (ids === undefined) return this.requestLoad(this.request.keys, key);
    const node = ids.map((id) => this.nodes.get(id)).find((node) => node?.key === key);
    return node ? this.followMerge(node) : null;
  }

  /** What an id or a key points at. */
  nodeByRef(ref: string): AsOfNode | null {
    return ref.includes(':') ? this.nodeByKey(ref) : this.nodeById(ref);
  }

  /** Where links of this type lead from a thing; in their order. */
  outgoing(node: AsOfNode, type: string): AsOfNode[] {
    const keys = node.relationships
      .filter((relationship) => relationship.type === type)
      .map((relationship) => relationship.to);
    return this.map(keys, (key) => this.nodeByKey(key)).filter((node) => node !== null);
  }

  /** Where the only link of this type leads. */
  outgoingOne(node: AsOfNode, type: string, label?: string): AsOfNode | null {
    return this.outgoing(node, type).find(({ labels }) => label === undefined || labels.has(label)) ?? null;
  }

  /** From where links of this type lead to a thing. */
  incoming(node: AsOfNode, type: string): AsOfNode[] {
    return this.filter(this.incomingEver(node, type), (source) => this.pointsTo(source, type, node));
  }

  /** What there was, and leads to the thing by such a link now or once did: whether it did then is to be seen. */
  incomingEver(node: AsOfNode, type: string): AsOfNode[] {
    return this.nodesIn(`${type} ${node.id}`);
  }

  /** All things of a label. */
  nodesWithLabel(label: string): AsOfNode[] {
    return this.nodesIn(`: ${label}`);
  }

  /** The revisions that a thing had, oldest first. */
  revisions(node: AsOfNode): readonly AsOfRevision[] {
    return this.revisionsById.get(node.id) ?? this.requestLoad(this.request.revisionsOf, node.id);
  }

  /** The same for each item; what several of them miss is loaded at once. */
  map<T, R>(items: readonly T[], get: (item: T) => R): R[] {
    let notLoaded: NotLoaded | undefined;
    const values = items.map((item) => {
      try {
        return get(item);
      } catch (error) {
        if (!(error instanceof NotLoaded)) throw error;
        notLoaded = error;
        return undefined as R;
      }
    });
    if (notLoaded) throw notLoaded;
    return values;
  }

  filter<T>(items: readonly T[], test: (item: T) => boolean): T[] {
    const passed = this.map(items, test);
    return items.filter((_, index) => passed[index]);
  }

  /** In the order of what is taken from each. */
  sorted<T>(items: readonly T[], ...by: ((item: T) => string | number)[]): T[] {
    const values = this.map(items, (item) => this.map(by, (getValue) => getValue(item)));
    return items
      .map((item, index) => ({ item, values: values[index]! }))
      .sort((a, b) => {
        const at = a.values.findIndex((value, index) => value !== b.values[index]);
        return at < 0 ? 0 : a.values[at]! < b.values[at]! ? -1 : 1;
      })
      .map(({ item }) => item);
  }

  private nodesIn(nodeSet: string): AsOfNode[] {
    const ids = this.idsByNodeSet.get(nodeSet);
    if (ids === undefined) return this.requestLoad(this.request.nodeSets, nodeSet);
    return ids.map((id) => this.nodeById(id)).filter((node) => node !== null);
  }

  private pointsTo(from: AsOfNode, type: string, to: AsOfNode): boolean {
    const keys = from.relationships
      .filter((relationship) => relationship.type === type)
      .map((relationship) => relationship.to);
    if (keys.includes(to.key)) return true;
    // What was merged into it is it, from then on.
    return to.formerIds.length > 0 && this.map(keys, (key) => this.nodeByKey(key)).includes(to);
  }

  private followMerge(node: AsOfNode): AsOfNode | null {
    return node.mergedInto === undefined ? node : this.nodeByKey(node.mergedInto);
  }

  private requestLoad(requested: Set<string>, item: string): never {
    requested.add(item);
    throw new NotLoaded();
  }

  /** Waits until all that was found missing by then is there. */
  private awaitLoad(): Promise<void> {
    return (this.pendingLoad ??= new Promise<void>((resolve) => setImmediate(resolve)).then(() =>
      this.loadRequested(),
    ));
  }

  private async loadRequested(): Promise<void> {
    const request = this.request;
    this.request = emptyRequest();
    this.pendingLoad = undefined;
    const loaded = await loadRows(this.tx, this.lastSequence, request);
    for (const id of request.ids) this.nodes.set(id, null);
    for (const [id, state] of loaded.states) if (!this.nodes.get(id)) this.nodes.set(id, toAsOfNode(state));
    if (this.nodes.size > MAX_AS_OF_NODES) throw tooManyNodes();
    for (const key of request.keys) this.idsByKey.set(key, loaded.idsByKey.get(key) ?? []);
    for (const nodeSet of request.nodeSets) this.idsByNodeSet.set(nodeSet, loaded.idsByNodeSet.get(nodeSet) ?? []);
    for (const id of request.revisionsOf) this.revisionsById.set(id, loaded.revisions.get(id) ?? []);
    for (const id of [...loaded.idsByKey.values(), ...loaded.idsByNodeSet.values()].flat()) {
      if (!this.nodes.has(id)) this.nodes.set(id, null);
    }
  }
}

const emptyRequest = (): LoadRequest => ({
  ids: new Set(),
  keys: new Set(),
  nodeSets: new Set(),
  revisionsOf: new Set(),
});

const tooManyNodes = () =>
  new ClientError(
    'TOO_COSTLY',
    `With \`knownAt\`, an operation may look at ${MAX_AS_OF_NODES.toLocaleString('en')} things as they were, and this one looks at ` +
      'more. Ask for one meeting, for smaller pages, or for fewer lists inside lists; a list at the root looks at every ' +
      'meeting, or claim, that there was.',
    { limit: MAX_AS_OF_NODES },
  );
